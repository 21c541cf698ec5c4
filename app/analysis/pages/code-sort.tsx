// Hands the answers that carry a split code to the codes made of it, text by text; what is not sorted stays with the code.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCodePage } from "../code-page.server.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { codeframePath, recodingPath } from "../paths.ts";
import { countTouched, findSplit, listCarrying, sortTexts } from "../recoding.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn, frame, codes, code } = await findCodePage(args);
  const split = await findSplit(db(), frame, code.id);
  if (!split) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const after = searchParams.get("after");
  const { texts, nextAfter } = await listCarrying(db(), { partnershipId: partnership.id, codeId: code.id, after });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "analysis.read-texts", subjectKind: "consultation", subjectId: consultation.id },
    facts: { codeId: code.id, shown: texts.length },
  });
  const sorted = Number(searchParams.get("sorted") ?? "");
  return {
    title: titleOf(wordsFor(language).t("recoding:sort.title-of", { name: within(code.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, name: code.name, texts, nextAfter, isFirstPage: after === null, sorted: Number.isSafeInteger(sorted) && sorted > 0 ? sorted : null },
    made: codes.filter(({ id }) => split.made.includes(id)).map(({ id, name }) => ({ id, name })),
    back: codeframePath(partnership, consultation, frame),
    here: recodingPath(partnership, consultation, frame, code, "sort"),
    left: (await countTouched(db(), partnership.id, [code.id])).answers,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, frame, code } = await findCodePage(args);
  const form = await readForm(args.request);
  const chosen = [...form].flatMap(([field, toId]) => (field.startsWith("to-") && toId !== "" ? [{ textId: field.slice("to-".length), toId }] : []));
  await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    await sortTexts(transaction, { frame: held, personId: signedIn.personId, now }, code.id, chosen);
  });
  const after = form.get("after") ?? "";
  return redirect(`${recodingPath(partnership, consultation, frame, code, "sort")}?${new URLSearchParams({ sorted: String(chosen.length), ...(/^\w+$/.test(after) && { after }) })}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeSortPage() {
  const { frame, name, texts, nextAfter, isFirstPage, sorted, made, back, here, left } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={back} text={t("codeframe:code.back")} />
      {sorted !== null && <NotificationBanner kind="success">{t("recoding:sort.sorted", { answers: number(sorted) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={frame.name} />}>
        {t("recoding:sort.title")} <InLanguage text={name} />
      </PageHeading>
      <p className="govuk-body">{t("recoding:sort.lead")}</p>
      <p className="govuk-body">{t("recoding:sort.left", { answers: number(left) })}</p>
      {texts.length > 0 && (
        <form method="post" noValidate>
          {nextAfter !== null && <input type="hidden" name="after" value={texts.at(-1)!.id} />}
          {texts.map((text, index) => (
            <article key={text.id} className="written-answer">
              <blockquote className="govuk-inset-text written-answer__words" lang={text.language} dir="auto">
                {text.text}
              </blockquote>
              <Radios
                name={`to-${text.id}`}
                label={t("recoding:sort.goes-to", { at: number(index + 1) })}
                value=""
                inline
                small
                choices={[{ value: "", label: t("recoding:sort.stays") }, ...made.map((one) => ({ value: one.id, label: <InLanguage text={one.name} /> }))]}
              />
            </article>
          ))}
          <Button>{t("recoding:sort.do")}</Button>
        </form>
      )}
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
    </>
  );
}
