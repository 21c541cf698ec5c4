// The questions that were answered in own words, each with how many texts of the set it has and how far they are read.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { everything } from "#app/consultations/result-filter.ts";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { anyCoding } from "../coding-filter.ts";
import { readingPath, secondLooksPath } from "../paths.ts";
import { countTexts } from "../reading-order.store.server.ts";
import { findToRead } from "../reading.server.ts";
import { readingAt } from "../reading.ts";
import { countMarks, noMarks } from "../text-marks.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findToRead(args);
  const { partnership, consultation } = found;
  const words = wordsFor(language);
  const title = titleOf(words.t("reading:questions.title-of", { title: within(consultation.title, words) }), language, partnership);
  if (found.set === null) return { title, partnership, consultation, set: null, reading: null, questions: [], waiting: 0 };
  const { set, reading, signedIn } = found;
  const counts = await countTexts(db(), { setId: set.id, consultationId: consultation.id });
  const marks = await countMarks(db(), { setId: set.id, consultationId: consultation.id, personId: signedIn.personId });
  const questions = found.questions
    .map(({ id, label, number }) => ({ id, label, number, texts: counts.get(id) ?? 0, ...(marks.get(id) ?? noMarks) }))
    .filter(({ texts }) => texts > 0);
  return {
    ...{ title, partnership, consultation, questions },
    set: set.number,
    reading: { set: reading.set, words: "", mark: null, coding: anyCoding, filter: everything },
    waiting: questions.reduce((sum, one) => sum + one["second-look"], 0),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadingPage() {
  const { partnership, consultation, set, reading, questions, waiting } = useLoaderData<typeof loader>();
  const { t, number, share } = useWords();
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("analysis:set.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("reading:questions.title")}</PageHeading>
      {set === null || reading === null ? (
        <p className="govuk-body">{t("reading:questions.no-set")}</p>
      ) : (
        <>
          <p className="govuk-body">{t("reading:questions.lead", { set: number(set) })}</p>
          <p className="govuk-body">
            <PageLink to={readingAt(secondLooksPath(partnership, consultation), reading)}>{t("reading:questions.second-looks", { number: number(waiting) })}</PageLink>
          </p>
          {questions.length === 0 ? (
            <p className="govuk-body">{t("reading:questions.none")}</p>
          ) : (
            <Table
              caption={t("reading:questions.caption", { set: number(set) })}
              captionSize="hidden"
              stacks
              columns={[
                { key: "question", heading: t("reading:column.question") },
                { key: "texts", heading: t("reading:column.texts"), numeric: true },
                { key: "read", heading: t("reading:column.read"), numeric: true },
                { key: "flagged", heading: t("reading:column.flagged"), numeric: true },
                { key: "second-look", heading: t("reading:column.second-look"), numeric: true },
              ]}
              rows={questions.map((question) => ({
                key: question.id,
                cells: [
                  <PageLink key="question" to={readingAt(readingPath(partnership, consultation, question.id), reading)}>
                    {question.number !== undefined && <>{t("forms:numbered", { number: question.number })} </>}
                    <InLanguage text={question.label} />
                  </PageLink>,
                  number(question.texts),
                  t("reading:questions.share", { number: number(question.read), of: number(question.texts), share: share(question.read, question.texts) }),
                  number(question.flag),
                  number(question["second-look"]),
                ],
              }))}
            />
          )}
        </>
      )}
    </>
  );
}
