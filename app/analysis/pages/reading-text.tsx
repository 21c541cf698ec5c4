// One text by itself, to be read for hours: the next is there at once, each thing to do has a key and a button, and what is
// marked is seen by everybody who reads it after.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { raisePath } from "#app/consultations/office-paths.ts";
import { questionName } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Words } from "#app/shared/words.ts";
import { codingDeeds } from "../coding.ts";
import { findUncoded } from "../code-filter.store.server.ts";
import { doCoding } from "../coding-deeds.server.ts";
import { findCoding, findFrames, sinceIn } from "../coding-here.server.ts";
import { meanwhileText } from "../coding-shown.ts";
import { donePath, likePath, readingPath, restPath, translationsPath } from "../paths.ts";
import { findOrder } from "../reading-order.store.server.ts";
import { marksShown } from "../reading-shown.ts";
import { findQuestionToRead, recordReading, showTexts, type QuestionToRead } from "../reading.server.ts";
import { isNarrowed, readingAt } from "../reading.ts";
import { longestNote, markDeeds, standing } from "../text-mark.ts";
import { markText } from "../text-marks.store.server.ts";
import { listTexts } from "../texts.store.server.ts";
import { CodePanel } from "../ui/code-panel.tsx";
import { DonePanel } from "../ui/done-panel.tsx";
import { MarkPanel } from "../ui/mark-panel.tsx";
import { KeyHint, ReadingKeys, useReadingKeys } from "../ui/reading-keys.tsx";
import { OneText } from "../ui/one-text.tsx";

/** Texts that are asked at once whether they carry a code; each time that all do, eight times as many are. */
const askedAtOnce = 250;

/** The next text behind one that carries no code, and from the first on when there is none behind. */
async function findNextUncoded({ of, order, signedIn }: Pick<Awaited<ReturnType<typeof findText>>, "of" | "order" | "signedIn">, id: string): Promise<string | null> {
  const begin = order.find(id).place + 1;
  for (const [from, to] of [[begin, order.length], [0, begin]] as const) {
    for (let [at, size] = [from, askedAtOnce]; at < to; [at, size] = [at + size, size * 8]) {
      const found = await findUncoded(db(), { ...of, personId: signedIn.personId }, order.slice(at, Math.min(at + size, to)));
      if (found !== null) return found;
    }
  }
  return null;
}

/** Texts on each side that are looked at for one that can be shown: what is held since the order was made is missing. */
const around = 3;

async function findText(args: LoaderFunctionArgs, found: QuestionToRead) {
  const { of, question, reading, set, signedIn, partnership, consultation } = found;
  if (found.problems.length > 0) throw redirect(readingAt(readingPath(partnership, consultation, question.id), reading));
  const id = args.params.text ?? "";
  const order = await findOrder(db(), of, question.id, reading, { personId: signedIn.personId, now: args.context.now });
  const { place, isIn } = order.find(id);
  const after = isIn ? place + 1 : place;
  const texts = await listTexts(db(), set.id, [...order.slice(place - around, place), id, ...order.slice(after, after + around)]);
  const text = texts.find((one) => one.id === id && one.questionId === question.id);
  if (!text) throw notFound();
  const before = texts.findLast((one) => one.id < id);
  const next = texts.find((one) => one.id > id);
  const here = readingPath(partnership, consultation, question.id, text.id);
  return { ...found, here, order, text, before, next };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const asked = await findQuestionToRead(args);
  const [found, frames] = await Promise.all([findText(args, asked), findFrames(asked)]);
  const { partnership, consultation, set, question, reading, here, order, text, before, next, signedIn } = found;
  const search = new URL(args.request.url).searchParams;
  const words = wordsFor(language);
  const { t, number } = words;
  const pathOf = (id: string) => readingAt(readingPath(partnership, consultation, question.id, id), reading);
  if (search.get("go") === "uncoded") {
    const uncoded = await findNextUncoded(found, text.id);
    throw redirect(uncoded === null ? readingAt(here, reading, { done: "all-coded" }) : pathOf(uncoded));
  }
  const positionOf = (id: string) => {
    const { place, isIn } = order.find(id);
    return isIn ? t("reading:text.position", { place: number(place + 1), of: number(order.length) }) : t("reading:text.outside", { of: number(order.length) });
  };
  const near = next ? [text, next] : [text];
  const [{ coding, codings, sights }, names] = await Promise.all([
    findCoding({ ...found, frames, since: sinceIn(search), words }, text, near),
    listNames(db(), text.marks.flatMap(({ personId, settledById }) => [personId, settledById ?? personId])),
    recordReading(found, { set: set.number, questionId: question.id, shown: 1 }),
  ]);
  const [shown, shownNext] = await showTexts(near, reading, words, codings);
  return {
    title: titleOf(t("reading:text.title", { position: positionOf(text.id), question: questionName(question, words) }), language, partnership),
    caption: t("reading:text.set", { set: number(set.number) }),
    label: question.label,
    narrowed: isNarrowed(reading) ? t("reading:text.narrowed") : null,
    list: readingAt(readingPath(partnership, consultation, question.id), reading, { at: text.id }),
    rest: readingAt(restPath(partnership, consultation, question.id, text.id), reading),
    like: readingAt(likePath(partnership, consultation, question.id, text.id), reading),
    translate: readingAt(translationsPath(partnership, consultation, question.id, text.id), reading),
    raise: raisePath(partnership, consultation, text.responseId, question.id),
    here: readingAt(here, reading),
    coding,
    uncoded: coding && readingAt(here, reading, { go: "uncoded" }),
    text: { ...shown!, position: positionOf(text.id) },
    next: next && shownNext ? { ...shownNext, position: positionOf(next.id), path: pathOf(next.id) } : null,
    previous: before ? pathOf(before.id) : null,
    marks: marksShown(text.marks, { names, personId: signedIn.personId, words }),
    isFlagged: standing(text.marks, "flag") !== null,
    isWaiting: standing(text.marks, "second-look") !== null,
    isRead: text.marks.some(({ kind, personId }) => kind === "read" && personId === signedIn.personId),
    coded: {
      ...sights.get(text.id)!,
      path: readingAt(donePath(partnership, consultation, question.id, text.id), reading),
      said: (["done", "not-done", "not-yours"] as const).find((one) => one === search.get("coded")) ?? null,
    },
    once: newId(),
    since: now.toISOString(),
    done: doneText(search.get("done"), words),
    meanwhile: meanwhileText(codings.get(text.id) ?? [], words),
  };
}

function doneText(done: string | null, { t }: Words): string | null {
  const deed = markDeeds.find((one) => one === done);
  const codingDeed = [...codingDeeds, "all-coded" as const].find((one) => one === done);
  return deed ? t(`reading:done.${deed}`) : codingDeed ? t(`coding:done.${codingDeed}`) : null;
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const found = await findText(args, await findQuestionToRead(args));
  const { consultation, partnership, question, reading, signedIn, text, next, here } = found;
  const form = await readForm(args.request);
  const codingDeed = codingDeeds.find((one) => one === form.get("deed"));
  if (codingDeed) {
    const coded = await doCoding(found, codingDeed, form, { words: wordsFor(language), now });
    if (!coded.ok) return data({ deed: "code" as const, ...coded.problem }, { status: 422 });
    const since = sinceIn(form);
    return redirect(readingAt(here, reading, { done: codingDeed, ...(since && { since: since.toISOString() }) }));
  }
  const deed = markDeeds.find((one) => one === form.get("deed"));
  if (!deed) throw badRequest();
  const note = passage(form.get("note") ?? "");
  const { t, number } = wordsFor(language);
  if (deed === "note" || deed === "settle") {
    if (note === "") return data({ deed, note, problem: t(`reading:problem.${deed}-missing`) }, { status: 422 });
    if (note.length > longestNote) return data({ deed, note, problem: t("reading:problem.too-long", { most: number(longestNote) }) }, { status: 422 });
  }
  const given = form.get("mark") ?? "";
  const id = (deed === "note" || deed === "remove-note") && /^[\w-]{8,64}$/.test(given) ? given : newId();
  await inTransaction((transaction) => markText(transaction, consultation, text, { deed, id, note: note === "" ? null : note, personId: signedIn.personId, now }));
  if (deed === "read" && next) return redirect(readingAt(readingPath(partnership, consultation, question.id, next.id), reading));
  return redirect(readingAt(here, reading, { done: deed }));
}

export const handle = { hydrates: true, width: "work", words: ["reading", "coding", "work", "alike", "translations"] };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadingTextPage() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const navigation = useNavigation();
  const keys = useReadingKeys();
  const article = useRef<HTMLElement>(null);
  const { t } = useWords();
  const { caption, label, narrowed, list, rest, like, translate, raise, next, previous, done, meanwhile, coding, uncoded, once, since } = loaded;
  // because the next came along already: it is there before the server has answered
  const isAhead = next !== null && navigation.state === "loading" && navigation.formMethod === undefined && navigation.location.pathname.endsWith(`/${next.id}`);
  const shown = isAhead ? next : loaded.text;
  return (
    <>
      <BackLink to={list} text={t("reading:text.back")} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.deed === "code" ? refused.field : refused.deed}`, text: refused.problem }] : []} />
      <span className="govuk-caption-m">
        {caption} {narrowed}
      </span>
      <h1 className="govuk-heading-m">
        <InLanguage text={label} />
      </h1>
      <div className="reading__way">
        <div role="status">
          <h2 className="govuk-heading-s">
            {shown.position}{" "}
            {done && !isAhead && <span className="reading__done">{done}</span>}
          </h2>
          {meanwhile !== null && !isAhead && <p className="govuk-body">{meanwhile}</p>}
        </div>
        <nav className="govuk-button-group" aria-label={t("reading:text.way")}>
          {previous !== null && (
            <Link to={previous} className="govuk-button govuk-button--secondary" rel="prev" data-keys="k previous" aria-keyshortcuts="k">
              {t("reading:text.previous")} <KeyHint keys={keys} name="K" />
            </Link>
          )}
          {next !== null && (
            <Link to={next.path} className="govuk-button" rel="next" data-keys="j next" aria-keyshortcuts="j">
              {t("reading:text.next")} <KeyHint keys={keys} name="J" />
            </Link>
          )}
          {uncoded !== null && (
            <Link to={uncoded} className="govuk-button govuk-button--secondary" data-keys="u" aria-keyshortcuts="u">
              {t("coding:next-uncoded")} <KeyHint keys={keys} name="U" />
            </Link>
          )}
        </nav>
      </div>
      <div className="reading">
        <div className="reading__text">
          <OneText text={shown} article={article}>
            <li>
              <PageLink to={rest} data-keys="o" aria-keyshortcuts="o">
                {t("reading:text.rest")} <KeyHint keys={keys} name="O" />
              </PageLink>
            </li>
            <li>
              <PageLink to={like}>{t("alike:open")}</PageLink>
            </li>
            <li>
              <PageLink to={translate}>{t("translations:write")}</PageLink>
            </li>
            <li>
              <PageLink to={raise}>{t("reading:text.raise")}</PageLink>
            </li>
          </OneText>
          {next === null && <p className="govuk-body">{t("reading:text.last")}</p>}
        </div>
        <div>
          {coding && (
            <CodePanel
              text={{ id: shown.id, said: shown.pieces.map(({ text }) => text).join(""), codings: shown.codings }}
              refused={refused?.deed === "code" ? refused : undefined}
              words={article}
              mayGive={loaded.coded.pass !== null}
              isBusy={isAhead}
              {...{ coding, once, since, keys }}
            />
          )}
          <DonePanel coded={loaded.coded} keys={keys} isBusy={isAhead} />
          <MarkPanel {...loaded} refused={refused?.deed === "code" ? undefined : refused} keys={keys} isBusy={isAhead} />
        </div>
      </div>
      <p className="govuk-body">
        <PageLink to={`${list}#q`} data-keys="/" aria-keyshortcuts="/">
          {t("reading:text.search")} <KeyHint keys={keys} name="/" />
        </PageLink>
      </p>
      <ReadingKeys keys={keys} isCoding={coding !== null} />
    </>
  );
}
