// The questions have changed since this draft was begun: what changed and why, and going over to the new questions, or not.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { differencesBetween } from "#app/forms/differences.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { dayOf } from "#app/shared/dates.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { moveDraft } from "../drafts.store.server.ts";
import { pathToGoOn } from "../going-on.ts";
import { pagesStillSeen } from "../new-version.ts";
import { respondPath } from "../paths.ts";
import { findResponding, neverKept, requireDraft } from "../responding.server.ts";
import { Differences } from "../ui/differences.tsx";
import { sayDifferences } from "../version-words.ts";
import { listQuestionChanges } from "../versions.store.server.ts";

/** The draft, and the questions that are asked now instead of its own; whose questions are those goes on with them. */
async function findOutOfDate(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const responding = await findResponding(args);
  const { partnership, consultation, version, newer } = responding;
  const draft = requireDraft(responding, args.context.now);
  if (!newer) throw redirect(pathToGoOn(partnership, consultation, draft, version.definition, textInAll));
  return { partnership, consultation, draft, version, newer, differences: differencesBetween(version.definition, newer.definition) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, draft, version, newer, differences } = await findOutOfDate(args);
  const words = wordsFor(language);
  const since = (await listQuestionChanges(db(), consultation.formId)).filter(({ number }) => number > version.number);
  const name = `${words.t("versions:begun-before.heading")}: ${textIn(consultation.title, language).text}`;
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation },
    goesOnAt: pathToGoOn(partnership, consultation, draft, version.definition, textInAll),
    said: sayDifferences({ before: version.definition, after: newer.definition, differences }, words),
    since: since.map(({ number, publishedAt, reason }) => ({ number, publishedAt, reason })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, draft, newer, differences } = await findOutOfDate(args);
  const pagesSeen = pagesStillSeen(draft.pagesSeen, differences, newer.definition);
  const gone = differences.flatMap((difference) => (difference.kind === "question-removed" ? [difference.question] : []));
  await moveDraft(draft, { formVersionId: newer.id, pagesSeen, gone }, args.context);
  return redirect(pathToGoOn(partnership, consultation, { ...draft, pagesSeen }, newer.definition, textInAll));
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ChangedQuestionsPage() {
  const { partnership, consultation, goesOnAt, said, since } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  return (
    <>
      <BackLink to={respondPath(partnership, consultation)} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("versions:begun-before.heading")}</PageHeading>
      {since.map(({ number, publishedAt, reason }) => (
        <section key={number}>
          <p className="govuk-body">{t("versions:begun-before.on", { date: date(dayOf(publishedAt)) })}</p>
          {reason && <Paragraphs text={reason} />}
        </section>
      ))}
      <h2 className="govuk-heading-m">{t("versions:begun-before.what")}</h2>
      <Differences said={said} />
      <h2 className="govuk-heading-m">{t("versions:begun-before.choose")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t("versions:begun-before.stay")}</li>
        <li>{t("versions:begun-before.go-over")}</li>
      </ul>
      <form method="post">
        <ButtonGroup>
          <Button>{t("versions:begun-before.go-over-button")}</Button>
          <ButtonLink to={goesOnAt} look="secondary">
            {t("versions:begun-before.stay-button")}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
