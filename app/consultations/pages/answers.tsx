// What people wrote in answer to one question, in their own words, a page at a time.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionsOf } from "#app/forms/definition.ts";
import { takesOwnWords } from "#app/forms/own-words.ts";
import { isPersonal } from "#app/forms/question.ts";
import { tallyFor, wordedIn } from "#app/forms/tally.ts";
import { questionName } from "#app/forms/wording.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { sidesOf } from "../cross-tabulation.ts";
import { countExcluded } from "../exclusions.store.server.ts";
import { findTallies } from "../filtered.store.server.ts";
import { answerFilePath, answersPath, raisePath, resultsPath } from "../office-paths.ts";
import { mayReadAnswers } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { chosenIn, partOf, pathWith, readResultFilter } from "../result-filter.ts";
import { countHeldWritten, listWritten } from "../results.store.server.ts";
import { listVersions } from "../store.server.ts";
import { ChosenResponses } from "../ui/chosen-responses.tsx";
import { LeftOut } from "../ui/left-out.tsx";
import { WrittenAnswer } from "../ui/written-answer.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayReadAnswers);
  const versions = await listVersions(db(), consultation.formId);
  const question = versions.flatMap(({ definition }) => questionsOf(definition)).find(({ id }) => id === args.params.question);
  if (!question || isPersonal(question) || !takesOwnWords(question)) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const after = searchParams.get("after");
  const words = wordsFor(language);
  const sides = sidesOf(versions);
  const { filter, problems } = readResultFilter(searchParams, sides);
  if (problems.length > 0) throw redirect(pathWith(resultsPath(partnership, consultation), filter));
  const { versions: counted, matching, all, waits } = await findTallies(consultation.id, versions, filter, now);
  const held = await countHeldWritten(db(), consultation.id, question.id, partOf(filter));
  const page = await listWritten(db(), consultation.id, question, { part: partOf(filter), after });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id },
    facts: { questionId: question.id, shown: page.written.length },
  });
  return {
    title: titleOf(words.t("office:answers.title", { question: questionName(question, words) }), language, partnership),
    ...{ partnership, consultation, question, isFirstPage: after === null },
    ...{ waits, matching, all, filter, chosen: chosenIn(filter, sides) },
    // because what is held stays in the figures and is shown to no officer
    count: counted.reduce((sum, { tally }) => sum + wordedIn(question, tallyFor(tally, question.id)), -held),
    ...page,
    excluded: await countExcluded(db(), consultation.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AnswersPage() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, consultation, question, count, waits, written, isFirstPage, nextAfter, filter, chosen, matching, all, excluded } = loaded;
  const { t, number } = useWords();
  const here = answersPath(partnership, consultation, question.id);
  return (
    <>
      <BackLink to={pathWith(resultsPath(partnership, consultation), filter)} text={t("office:answers.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        <InLanguage text={question.label} />
      </PageHeading>
      <ChosenResponses {...{ chosen, here, matching, all }} />
      <p className="govuk-body">{count === 0 ? t(chosen.length > 0 ? "office:answers.none-match" : "office:answers.none") : t("office:answers.count", { count, number: number(count) })}</p>
      {waits && <p className="govuk-body">{t("office:results.waits")}</p>}
      <LeftOut excluded={excluded} />
      {count > 0 && <p className="govuk-body">{t("office:answers.care")}</p>}
      {written.map((one) => (
        <WrittenAnswer
          key={one.id}
          question={question}
          written={one}
          fileAt={(fileId) => answerFilePath(partnership, consultation, fileId)}
          raiseAt={raisePath(partnership, consultation, one.id, question.id)}
        />
      ))}
      <Pagination first={isFirstPage ? null : pathWith(here, filter)} next={nextAfter ? { to: pathWith(here, filter, { after: nextAfter }) } : null} />
    </>
  );
}
