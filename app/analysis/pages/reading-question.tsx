// The texts of one question, many on a page: all of them, or those that were searched for, chosen by who said them and how, or marked.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chosenIn } from "#app/consultations/result-filter.ts";
import { questionName } from "#app/forms/wording.ts";
import { filterErrors } from "#app/consultations/ui/filter-fields.tsx";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCodingChoices, findCodingsShown, findFrames } from "../coding-here.server.ts";
import { codeMany, countInCampaigns } from "../many-codings.server.ts";
import { outcomes, outcomesIn, queryOfOutcomes } from "../many-codings.ts";
import { readingPath } from "../paths.ts";
import { findOrder, findProgress } from "../reading-order.store.server.ts";
import { findQuestionToRead, recordReading, showTexts } from "../reading.server.ts";
import { isNarrowed, readingAt, textsOfPage, widened } from "../reading.ts";
import { listTexts } from "../texts.store.server.ts";
import { ChooseText, CodeMany } from "../ui/code-many.tsx";
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
  const [{ codings, sights }, choices] = await Promise.all([
    findCodingsShown({ ...found, frames, since: null, words }, texts),
    findCodingChoices({ frames, words }, progress?.coderIds ?? []),
    recordReading(found, { set: set.number, questionId: question.id, shown: texts.length }),
  ]);
  const toCode = texts.map(({ id }) => id).filter((id) => sights.get(id)?.pass);
  const shown = {
    title: titleOf(words.t("reading:question.title", { question: questionName(question, words) }), language, partnership),
    ...{ partnership, consultation, set: set.number, question, sides, reading, typed, problems, all: whole.length },
    chosen: chosenIn(reading.filter, sides),
    coded: progress && progress.coded,
    many: frames.length === 0 ? null : { toCode, inCampaign: await countInCampaigns(set, toCode) },
    isAllChosen: searchParams.get("choose") === "all",
    became: outcomesIn(searchParams),
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

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const found = await findQuestionToRead(args);
  const { partnership, consultation, question, reading } = found;
  const coded = await codeMany(found, await readForm(args.request), { words: wordsFor(language), now });
  if (!coded.ok) return data(coded.problem, { status: 422 });
  const at = new URL(args.request.url).searchParams.get("at");
  throw redirect(readingAt(readingPath(partnership, consultation, question.id), reading, { ...(at !== null && { at }), ...queryOfOutcomes(coded.value) }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadingQuestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, consultation, set, question, reading, sides, typed, problems, chosen, coded, choices, matching, all, range, texts, first, previous, next, many, isAllChosen, became } = loaded;
  const refused = useActionData<typeof action>();
  const words = useWords();
  const { t, number, share } = words;
  const here = readingPath(partnership, consultation, question.id);
  const at = (text: string) => readingAt(here, reading, { at: text });
  const toCode = new Set(many?.toCode);
  const chosenTexts = new Set(refused?.texts ?? (isAllChosen ? many?.toCode : []));
  const begin = texts[0]?.id ?? "";
  const refusedErrors = refused ? [{ href: refused.field === "code" ? "#give-code" : `#choose-${many?.toCode[0] ?? ""}`, text: refused.problem }] : [];
  return (
    <>
      <BackLink to={readingAt(readingPath(partnership, consultation), widened(reading))} text={t("reading:question.back")} />
      {became && (
        <NotificationBanner kind={became["not-given"] > 0 ? "important" : "success"}>
          {outcomes
            .filter((one) => one === "given" || became[one] > 0)
            .map((one) => t(`many-texts:became.${one}`, { number: number(became[one]) }))
            .join(" ")}
        </NotificationBanner>
      )}
      <ErrorSummary errors={[...filterErrors(problems, words), ...refusedErrors]} />
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
      <div className={many && texts.length > 0 ? "reading" : undefined}>
        <div>
          {texts.map((text) => (
            <TextShort key={text.id} text={text} choose={toCode.has(text.id) && <ChooseText text={text} isChosen={chosenTexts.has(text.id)} />}>
              <PageLink to={readingAt(readingPath(partnership, consultation, question.id, text.id), reading)}>
                {t("reading:question.open")}
                <span className="govuk-visually-hidden"> ({text.responseId})</span>
              </PageLink>
            </TextShort>
          ))}
        </div>
        {many && texts.length > 0 && (
          <CodeMany
            {...{ choices, refused, isAllChosen }}
            toCode={toCode.size}
            inCampaign={many.inCampaign}
            chooseAll={readingAt(here, reading, { at: begin, choose: "all" })}
            chooseNone={at(begin)}
          />
        )}
      </div>
      <Pagination previous={previous === null ? null : { to: at(previous) }} next={next === null ? null : { to: at(next) }} />
    </>
  );
}
