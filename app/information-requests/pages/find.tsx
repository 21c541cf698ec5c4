// Where responses that a request is about are looked for, among all that is held.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { allWanted } from "../decision.ts";
import { requireRequest } from "../guard.server.ts";
import { askedResponsesPath, findResponsesPath, informationRequestPath } from "../paths.ts";
import { isDecidable } from "../request.ts";
import { holdRequest } from "../requests.store.server.ts";
import { addFound, countFound, listFound, listNewestSets } from "../scope.store.server.ts";

const longestWords = 200;

async function findLooking(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireRequest(args);
  const search = new URL(args.request.url).searchParams;
  const sets = await listNewestSets(db(), found.partnership, found.request.consultations.map(({ id }) => id));
  const looking = {
    ...{ requestId: found.request.id, setIds: sets.map(({ id }) => id), words: line(search.get("words") ?? "").slice(0, longestWords) },
    wanted: allWanted.find((one) => one === search.get("wanted")) ?? null,
  };
  return { ...found, looking, after: search.get("after") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, signedIn, request, looking, after } = await findLooking(args);
  const { responses, nextAfter } = await listFound(db(), looking, { after, most: 25 });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "information-request", subjectId: request.id, facts: { shown: responses.length } },
  });
  const name = request.fileNumber ?? request.id;
  return {
    title: titleOf(wordsFor(language).t("information-requests:find.title", { name }), language, partnership),
    ...{ partnership, requestId: request.id, name, words: looking.words, wanted: looking.wanted, responses, nextAfter, isFirstPage: after === null },
    ...{ count: await countFound(db(), looking), isDecidable: isDecidable(request.clock) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn, request, looking } = await findLooking(args);
  if (!isDecidable(request.clock)) throw forbidden();
  const form = await readForm(args.request);
  const only = form.get("deed") === "add-all" ? null : form.getAll("response");
  if (only?.length === 0) return data({ problem: "none-chosen" }, { status: 422 });
  await inTransaction(async (transaction) => {
    const held = await holdRequest(transaction, partnership, request.id);
    if (isDecidable(held.clock)) await addFound(transaction, partnership, looking, only, { personId: signedIn.personId, now });
  });
  return redirect(askedResponsesPath(partnership, request.id, { show: "undecided", done: "added" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FindResponsesPage() {
  const { partnership, requestId, name, words, wanted, responses, nextAfter, isFirstPage, count, isDecidable: mayAdd } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const problem = refused ? t(`information-requests:problem.${refused.problem}`) : undefined;
  return (
    <>
      <BackLink to={informationRequestPath(partnership, requestId)} text={t("information-requests:responses.back")} />
      <ErrorSummary errors={problem === undefined ? [] : [{ href: "#response", text: problem }]} />
      <PageHeading caption={t("information-requests:one.title", { name })}>{t("information-requests:find.heading")}</PageHeading>
      <p className="govuk-body">{t("information-requests:find.lead")}</p>
      <form method="get" noValidate>
        <TextField name="words" label={t("information-requests:find.words")} hint={t("information-requests:find.words-hint")} value={words} />
        <Select
          name="wanted"
          label={t("information-requests:find.wanted")}
          value={wanted ?? ""}
          options={[{ value: "", label: t("information-requests:find.any") }, ...allWanted.map((value) => ({ value, label: t(`information-requests:wanted.${value}`) }))]}
        />
        <Button look="secondary">{t("information-requests:find.yes")}</Button>
      </form>
      <p className="govuk-body" role="status">
        {t("information-requests:find.count", { number: number(count) })}
      </p>
      {responses.length > 0 && mayAdd && (
        <form method="post" noValidate>
          <Checkboxes
            name="response"
            label={t("information-requests:find.choose")}
            error={problem}
            choices={responses.map(({ responseId, respondentType, wanted: asked, excerpt }) => ({
              value: responseId,
              label: t("information-requests:find.response", { id: responseId, who: t(`office:respondent.${respondentType}`) }),
              hint: (
                <>
                  {t(`information-requests:wanted.${asked}`)}
                  <br />
                  {excerpt === null ? (
                    t("information-requests:response.no-words")
                  ) : (
                    <span lang={excerpt.language} dir="auto">
                      {excerpt.text}
                    </span>
                  )}
                </>
              ),
            }))}
          />
          <ButtonGroup>
            <Button name="deed" value="add">
              {t("information-requests:find.add")}
            </Button>
            <Button name="deed" value="add-all" look="secondary">
              {t("information-requests:find.add-all", { number: number(count) })}
            </Button>
          </ButtonGroup>
        </form>
      )}
      <Pagination
        first={isFirstPage ? null : findResponsesPath(partnership, requestId, { words, wanted })}
        next={nextAfter === null ? null : { to: findResponsesPath(partnership, requestId, { words, wanted, after: nextAfter }) }}
      />
    </>
  );
}
