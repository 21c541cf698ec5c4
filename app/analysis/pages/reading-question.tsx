// The texts of one question, many on a page: all of them, or those that were searched for, chosen by who said them and how, or marked.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenIn } from "#app/consultations/result-filter.ts";
import { questionName } from "#app/forms/wording.ts";
import { filterErrors } from "#app/consultations/ui/filter-fields.tsx";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCodingChoices, findCodingsShown, findFrames } from "../coding-here.server.ts";
import { readingPath } from "../paths.ts";
import { findOrder, findProgress } from "../reading-order.store.server.ts";
import { findQuestionToRead, recordReading, showTexts } from "../reading.server.ts";
import { isNarrowed, readingAt, textsOfPage, widened } from "../reading.ts";
import { listTexts } from "../texts.store.server.ts";
import { ReadingChosen } from "../ui/reading-chosen.tsx";
import { ReadingFilter } from "../ui/reading-filter.tsx";
import { TextShort } from "../ui/text-short.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const found = await findQuestionToRead(args);
  const { partnership, consultation, set, question, of, sides, reading, typed, problems, signedIn } = found;
  const words = wordsFor(language);
  const by = { personId: signedIn.personId, now, isFresh: true };
  const [order, whole, frames] = await Promise.all([
    findOrder(db(), of, question.id, reading, by),
    findOrder(db(), of, question.id, widened(reading), by),
    findFrames(found),
  ]);
  const { searchParams } = new URL(args.request.url);
  const place = order.find(searchParams.get("at") ?? "").place;
  const begin = Math.max(0, Math.min(place, order.length - 1));
  const [texts, progress] = await Promise.all([
    listTexts(db(), set.id, order.slice(begin, begin + textsOfPage)),
    frames.length > 0 ? findProgress(of, question.id, whole, by) : null,
  ]);
  const [{ codings }, choices] = await Promise.all([
    findCodingsShown({ ...found, frames, since: null, words }, texts),
    findCodingChoices({ frames, words }, progress?.coderIds ?? []),
    recordReading(found, { set: set.number, questionId: question.id, shown: texts.length }),
  ]);
  const shown = {
    title: titleOf(words.t("reading:question.title", { question: questionName(question, words) }), language, partnership),
    ...{ partnership, consultation, set: set.number, question, sides, reading, typed, problems, all: whole.length },
    chosen: chosenIn(reading.filter, sides),
    coded: progress && progress.coded,
    choices,
    matching: order.length,
    range: texts.length === 0 ? null : { from: begin + 1, to: Math.min(begin + textsOfPage, order.length) },
    first: order.at(0),
    previous: begin > 0 ? order.at(Math.max(0, begin - textsOfPage)) : null,
    next: order.at(begin + textsOfPage),
    texts: await showTexts(texts, reading, words, codings),
  };
  return data(shown, { status: problems.length > 0 ? 422 : 200 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadingQuestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, consultation, set, question, reading, sides, typed, problems, chosen, coded, choices, matching, all, range, texts, first, previous, next } = loaded;
  const words = useWords();
  const { t, number, share } = words;
  const here = readingPath(partnership, consultation, question.id);
  const at = (text: string) => readingAt(here, reading, { at: text });
  return (
    <>
      <BackLink to={readingAt(readingPath(partnership, consultation), widened(reading))} text={t("reading:question.back")} />
      <ErrorSummary errors={filterErrors(problems, words)} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        <InLanguage text={question.label} />
      </PageHeading>
      <p className="govuk-body">
        {isNarrowed(reading)
          ? t("reading:question.some", { matching: number(matching), all: number(all), share: share(matching, all), set: number(set) })
          : t("reading:question.all", { all: number(all), set: number(set) })}
      </p>
      {coded !== null && <p className="govuk-body">{t("coding:coded", { coded: number(coded), all: number(all), share: words.share(coded, all), set: number(set) })}</p>}
      <ReadingFilter {...{ reading, sides, choices, typed, problems }} />
      <ReadingChosen {...{ reading, chosen, choices, here }} />
      {first !== null && <ButtonLink to={readingAt(readingPath(partnership, consultation, question.id, first), reading)}>{t("reading:question.one-by-one")}</ButtonLink>}
      {range === null && <p className="govuk-body">{t(isNarrowed(reading) ? "reading:question.none-match" : "reading:questions.none")}</p>}
      {range !== null && <p className="govuk-body">{t("reading:question.range", { from: number(range.from), to: number(range.to), of: number(matching) })}</p>}
      {texts.map((text) => (
        <TextShort key={text.id} text={text}>
          <PageLink to={readingAt(readingPath(partnership, consultation, question.id, text.id), reading)}>
            {t("reading:question.open")}
            <span className="govuk-visually-hidden"> ({text.responseId})</span>
          </PageLink>
        </TextShort>
      ))}
      <Pagination previous={previous === null ? null : { to: at(previous) }} next={next === null ? null : { to: at(next) }} />
    </>
  );
}
