// The texts that need a second look, those that wait longest first; whoever reads one settles it with a note.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { everything } from "#app/consultations/result-filter.ts";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { codedPieces } from "../coded-text.ts";
import { anyCoding } from "../coding-filter.ts";
import { readingPath, secondLooksPath } from "../paths.ts";
import { findToRead, recordReading } from "../reading.server.ts";
import { readingAt } from "../reading.ts";
import { listSecondLooks } from "../text-marks.store.server.ts";
import { TextWords } from "../ui/text-words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findToRead(args);
  if (found.set === null) throw notFound();
  const { partnership, consultation, set, questions } = found;
  const after = new URL(args.request.url).searchParams.get("after");
  const { waiting, nextAfter } = await listSecondLooks(db(), { setId: set.id, consultationId: consultation.id }, { after });
  const names = await listNames(db(), waiting.map(({ personId }) => personId));
  for (const question of questions) {
    const shown = waiting.filter(({ questionId }) => questionId === question.id).length;
    if (shown > 0) await recordReading(found, { set: set.number, questionId: question.id, shown });
  }
  const words = wordsFor(language);
  return {
    title: titleOf(words.t("reading:second-looks.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, nextAfter, isFirstPage: after === null, set: set.number },
    reading: { set: found.reading.set, words: "", mark: null, coding: anyCoding, filter: everything },
    waiting: waiting.map(({ personId, ...one }) => ({
      ...one,
      label: questions.find(({ id }) => id === one.questionId)?.label ?? {},
      who: names.get(personId) ?? words.t("reading:somebody"),
      pieces: codedPieces([{ text: one.text, isFound: false }], []),
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SecondLooksPage() {
  const { partnership, consultation, set, reading, waiting, nextAfter, isFirstPage } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  const here = secondLooksPath(partnership, consultation);
  return (
    <>
      <BackLink to={readingAt(readingPath(partnership, consultation), reading)} text={t("reading:question.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("reading:second-looks.title")}</PageHeading>
      <p className="govuk-body">{t("reading:second-looks.lead", { set: number(set) })}</p>
      {waiting.length === 0 && <p className="govuk-body">{t("reading:second-looks.none")}</p>}
      {waiting.map(({ id, textId, questionId, label, language, pieces, who, at }) => (
        <article key={id} className="written-answer" aria-labelledby={`look-${id}`}>
          <h2 className="govuk-heading-s" id={`look-${id}`}>
            <PageLink to={readingAt(readingPath(partnership, consultation, questionId, textId), reading)}>
              <InLanguage text={label} />
            </PageLink>
          </h2>
          <TextWords text={{ language, pieces }} />
          <p className="govuk-body-s">{t("reading:said.second-look", { who, at: instant(at) })}</p>
        </article>
      ))}
      <Pagination first={isFirstPage ? null : readingAt(here, reading)} next={nextAfter === null ? null : { to: readingAt(here, reading, { after: nextAfter }) }} />
    </>
  );
}
