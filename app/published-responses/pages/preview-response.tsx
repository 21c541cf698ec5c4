// One response as everybody will see it, for officers, who may take it out of what is published.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayPublishResults, maySeePublication } from "#app/consultations/office-policy.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { answersOf } from "../answers.ts";
import { findPreviewed } from "../find.server.ts";
import { previewResponsePath, previewResponsesPath } from "../paths.ts";
import { findPublicResponse } from "../public.store.server.ts";
import { longestWhy, mayWithhold } from "../publication.ts";
import { withhold } from "../publications.store.server.ts";
import { Answers } from "../ui/answers.tsx";

async function findShown(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await findPreviewed(args, maySeePublication);
  const response = await findPublicResponse(db(), found.extent, args.params.reference ?? "", "withheld");
  if (!response) throw notFound();
  return { ...found, response };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn, roles, asked, response } = await findShown(args);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id, facts: { shown: 1 } },
  });
  const { reference, respondentType, name, language: written, withheld } = response;
  return {
    title: titleOf(wordsFor(language).t("published-responses:preview.one-title", { reference }), language, partnership),
    ...{ partnership, consultation: { id: consultation.id, title: consultation.title }, reference, respondentType, name, written, withheld },
    answers: answersOf(response, asked.put, asked.questions),
    may: { withhold: mayWithhold(roles), letIn: mayPublishResults(roles) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn, roles, response } = await findShown(args);
  const form = await readForm(args.request);
  const by = { personId: signedIn.personId, now: args.context.now };
  const deed = form.get("deed");
  if (deed !== "withhold" && deed !== "let-in") throw badRequest();
  if (deed === "withhold" ? !mayWithhold(roles) : !mayPublishResults(roles)) throw forbidden();
  const why = deed === "withhold" ? passage(form.get("why") ?? "") : null;
  if (why === "" || (why?.length ?? 0) > longestWhy) return data({ why: why ?? "", problem: why === "" ? "why-missing" : "why-long" } as const, { status: 422 });
  await inTransaction((transaction) => withhold(transaction, consultation, response.reference, why, by));
  return redirect(previewResponsePath(partnership, consultation, response.reference));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewResponsePage() {
  const { partnership, consultation, respondentType, name, written, withheld, answers, may } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const error = refused ? t(`published-responses:withhold.${refused.problem}`, { most: number(longestWhy) }) : undefined;
  return (
    <>
      <BackLink to={previewResponsesPath(partnership, consultation)} text={t("published-responses:preview.one-back")} />
      <ErrorSummary errors={error ? [{ href: "#why", text: error }] : []} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{name === null ? t(`office:respondent.${respondentType}`) : <bdi>{name}</bdi>}</PageHeading>
      {withheld && (
        <InsetText>
          <p className="govuk-body">{t("published-responses:withhold.withheld", { at: instant(withheld.at) })}</p>
          <p className="govuk-body">
            <bdi>{withheld.because}</bdi>
          </p>
        </InsetText>
      )}
      <Answers answers={answers} language={written} />
      <h2 className="govuk-heading-m">{t("published-responses:withhold.heading")}</h2>
      {!withheld && may.withhold && (
        <form method="post" noValidate>
          <Textarea name="why" label={t("published-responses:withhold.why")} hint={t("published-responses:withhold.hint")} rows={3} value={refused?.why ?? ""} error={error} />
          <Button name="deed" value="withhold" look="warning">
            {t("published-responses:withhold.yes")}
          </Button>
        </form>
      )}
      {withheld && !may.letIn && <p className="govuk-body">{t("published-responses:withhold.not-yours")}</p>}
      {withheld && may.letIn && (
        <form method="post" noValidate>
          <Button name="deed" value="let-in" look="secondary">
            {t("published-responses:withhold.let-in")}
          </Button>
        </form>
      )}
    </>
  );
}
