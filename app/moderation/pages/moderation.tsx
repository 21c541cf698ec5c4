// The answers in people's own words that may be published word for word: those nobody has looked at, and what was decided about the others.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findNewestSet } from "#app/analysis/sets.store.server.ts";
import { mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { analysisPath, moderationPath } from "#app/consultations/office-paths.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { segmentsOf } from "../redaction.ts";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { states } from "../moderation.ts";
import { moderateTextPath } from "../paths.ts";
import { countModerated, listModerated } from "../store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayReadAnswers);
  const set = await findNewestSet(db(), consultation);
  if (!set) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const state = states.find((one) => one === search.get("state")) ?? "waiting";
  const after = search.get("after");
  const { texts, nextAfter } = await listModerated(db(), { setId: set.id, state, after });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id, facts: { shown: texts.length } },
  });
  const labels = new Map((await listVersions(db(), consultation.formId)).flatMap(({ definition }) => questionsOf(definition)).map(({ id, label }) => [id, label]));
  return {
    title: titleOf(wordsFor(args.context.language).t("moderation:list.title"), args.context.language, partnership),
    ...{ partnership, consultation, state, nextAfter, isFirstPage: after === null, set: set.number },
    ...(await countModerated(db(), consultation, set.id)),
    texts: texts.map((text) => ({ ...text, question: labels.get(text.questionId) ?? {} })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ModerationPage() {
  const { partnership, consultation, state, texts, nextAfter, isFirstPage, counts, summaryOnly, set } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = moderationPath(partnership, consultation, state);
  const all = states.reduce((sum, one) => sum + counts[one], 0);
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("moderation:list.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("moderation:list.title")}</PageHeading>
      <p className="govuk-body">{t("moderation:list.lead", { all: number(all), set: number(set) })}</p>
      {summaryOnly > 0 && <p className="govuk-body">{t("moderation:list.summary-only", { number: number(summaryOnly) })}</p>}
      <Filters
        label={t("moderation:list.states")}
        shown={state}
        choices={states.map((one) => ({ value: one, text: t("moderation:list.state", { state: t(`moderation:state.${one}`), number: number(counts[one]) }), to: moderationPath(partnership, consultation, one) }))}
      />
      {texts.length === 0 && <p className="govuk-body">{t("moderation:list.none")}</p>}
      {texts.map(({ id, text, language, removals, question, respondentType, permission }) => (
        <article key={id} className="written-answer" aria-labelledby={`text-${id}`}>
          <h2 className="govuk-heading-s" id={`text-${id}`}>
            <InLanguage text={question} />
          </h2>
          <RedactedWords segments={segmentsOf(text, removals)} language={language} />
          <ul className="govuk-list written-answer__about">
            <li>{t(`office:permission.${permission}`)}</li>
            <li>{t(`office:respondent.${respondentType}`)}</li>
            <li>
              <PageLink to={moderateTextPath(partnership, consultation, id)}>
                {t("moderation:list.open")}
                <span className="govuk-visually-hidden"> ({id})</span>
              </PageLink>
            </li>
          </ul>
        </article>
      ))}
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}&after=${nextAfter}` }} />
    </>
  );
}
