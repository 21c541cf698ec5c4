// A whole report in one language: each section with what is made from figures and facts, and what officers wrote.
import type { Outcome } from "#app/replies/outcome.ts";
import type { Reply } from "#app/replies/reply.ts";
import type { Words } from "#app/shared/words.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { list, ours, paragraph, paragraphsOf, said, type Block, type DrawnSection, type Said } from "./blocks.ts";
import { howBlocks, methodBlocks, whoBlocks } from "./method-blocks.ts";
import { proseOf } from "./prose.ts";
import { questionBlocks, tableBlocks, ranked } from "./question-blocks.ts";
import type { LiveQuote } from "./quote.ts";
import { questionOf, sectionsOf } from "./section.ts";
import type { ReportShown } from "./shown.ts";
import { confidential } from "#app/disclosure/published-table.ts";

/** What officers wrote in a section, or why it is left out. */
export type Written = { words: Text; hiddenBecause: Text | null };

/** What is not kept with a version because it has to be as it is now. */
export type Live = {
  quotes: ReadonlyMap<string, readonly LiveQuote[]>;
  /** Those who let their name be published, in the order of their names. */
  organisations: readonly string[];
  outcome: Pick<Outcome, "decision" | "nextSteps" | "decidedOn"> | null;
  replies: readonly Pick<Reply, "id" | "said" | "did" | "verdict" | "progress" | "owner" | "dueOn" | "codeIds">[];
  promisedOn: string | null;
  outcomePath: string;
};

export type Report = { shown: ReportShown; placed: readonly string[]; written: ReadonlyMap<string, Written>; live: Live };

const nothingWritten: Written = { words: {}, hiddenBecause: null };

/** What a section is called. */
export function titleOfSection(words: Words, { questions }: Pick<ReportShown, "questions">, key: string): Said {
  const questionId = questionOf(key);
  if (questionId === null) return ours(words, words.t(`reports:section.${key}`));
  const question = questions.find(({ id }) => id === questionId);
  const label = said(words, question?.label);
  return question?.number == null ? label : { ...label, text: `${words.t("forms:numbered", { number: question.number })} ${label.text}` };
}

/** The sections in their order; those that say nothing are not there, and those left out say why. */
export function drawReport(words: Words, report: Report): DrawnSection[] {
  return sectionsOf(report.shown, report.placed).flatMap((key): DrawnSection[] => {
    const blocks = drawSection(words, report, key);
    return blocks.length === 0 ? [] : [{ key, title: titleOfSection(words, report.shown, key), blocks }];
  });
}

/** One section: what officers wrote, then what is made; or why it is left out. */
export function drawSection(words: Words, report: Report, key: string): Block[] {
  const { words: own, hiddenBecause } = report.written.get(key) ?? nothingWritten;
  if (hiddenBecause) return [paragraph(ours(words, words.t("reports:left-out"))), ...paragraphsOf(words, hiddenBecause)];
  return [...ownBlocks(words, own), ...madeBlocks(words, report, key)];
}

function ownBlocks(words: Words, text: Text): Block[] {
  const { text: written, language } = textIn(text, words.language);
  return proseOf(written).map((part) => (part.kind === "list" ? { kind: "list", isNumbered: part.isNumbered, items: part.items.map((item) => ({ text: item, language })) } : paragraph({ text: part.text, language })));
}

/** What cannot be typed over. */
export function madeBlocks(words: Words, { shown, live }: Report, key: string): Block[] {
  const questionId = questionOf(key);
  if (questionId !== null) {
    const question = shown.questions.find(({ id }) => id === questionId);
    return question ? questionBlocks(words, question, shown.frames, live.quotes.get(questionId) ?? []) : [];
  }
  switch (key) {
    case "asked":
      return askedBlocks(words, shown);
    case "how":
      return howBlocks(words, shown);
    case "who":
      return whoBlocks(words, shown);
    case "method":
      return methodBlocks(words, shown);
    case "cross-cutting":
      return shown.crossCutting && shown.crossCutting.rows.length > 0
        ? [paragraph(ours(words, words.t("reports:cross-cutting.lead"))), ...tableBlocks(words, ranked(shown.crossCutting, [asThemes(shown)], words), { order: "as-given", heading: words.t("reports:themes.theme") })]
        : [];
    case "other":
      return otherBlocks(words, shown);
    case "replies":
      return replyBlocks(words, shown, live);
    case "next":
      return nextBlocks(words, shown, live);
    default:
      return annexBlocks(words, shown, live, key);
  }
}

/** Cross-cutting codes of whatever level, one beside another. */
const asThemes = ({ frames }: ReportShown) => ({ ...{ id: "", name: {}, version: 0, questionIds: [] }, codes: frames.flatMap(({ codes }) => codes.map((code) => ({ ...code, level: "theme" as const }))) });

function askedBlocks(words: Words, { asked }: ReportShown): Block[] {
  const { t } = words;
  const points = (key: string, texts: readonly Text[]): Block[] => (texts.length === 0 ? [] : [{ kind: "heading", level: 3, said: ours(words, t(key)) }, ...list(texts.map((text) => said(words, text)))]);
  return [
    ...paragraphsOf(words, asked.purpose),
    ...paragraphsOf(words, asked.audience),
    { kind: "heading", level: 3, said: ours(words, t("consultations:read.decision.heading")) },
    ...paragraphsOf(words, asked.decisionToBeMade),
    paragraph(ours(words, t("reports:asked.by", { who: said(words, asked.decisionMaker).text }))),
    ...(asked.decisionOn ? [paragraph(ours(words, t("consultations:read.decision.on", { date: words.date(asked.decisionOn) })))] : []),
    ...points("consultations:read.change.open", asked.openToChange),
    ...points("consultations:read.change.fixed", asked.notOpenToChange),
  ];
}

/** More than this in the code for what fits nowhere says that the codes do not hold what was said. [B7.2] */
const muchOther = 0.1;

function otherBlocks(words: Words, { questions, frames }: ReportShown): Block[] {
  const { t, number } = words;
  const others = new Set(frames.flatMap(({ codes }) => codes.filter(({ kind }) => kind === "other").map(({ id }) => id)));
  const told = questions.flatMap(({ label, themes }) =>
    (themes?.rows ?? []).flatMap(({ id, count }) => {
      const base = themes?.base ?? null;
      if (!others.has(id) || count === 0) return [];
      const shown = count === null || base === null ? null : { share: words.share(count, base), isMuch: count > muchOther * base };
      return [ours(words, t(shown === null ? "reports:other.hidden" : shown.isMuch ? "reports:other.much" : "reports:other.some", { question: said(words, label).text, number: count === null ? confidential : number(count), base: base === null ? confidential : number(base), share: shown?.share ?? "" }))];
    }),
  );
  return told.length === 0 ? [] : [paragraph(ours(words, t("reports:other.lead"))), ...list(told)];
}

function replyBlocks(words: Words, { frames }: ReportShown, { outcome, replies, promisedOn, outcomePath }: Live): Block[] {
  const { t } = words;
  const themesOf = (ids: readonly string[]) => frames.flatMap(({ codes }) => codes.filter(({ id }) => ids.includes(id)).map(({ name }) => said(words, name).text));
  if (!outcome) return [paragraph(ours(words, promisedOn ? t("reports:replies.promised", { date: words.date(promisedOn) }) : t("reports:replies.waiting")))];
  return [
    ...replies.flatMap(({ said: theirs, did, verdict, progress, owner, dueOn, codeIds }): Block[] => [
      { kind: "heading", level: 3, said: ours(words, t("replies:card.said")) },
      ...paragraphsOf(words, theirs),
      { kind: "heading", level: 4, said: ours(words, t("reports:replies.did", { verdict: t(`replies:verdict.${verdict}`) })) },
      ...paragraphsOf(words, did),
      ...(themesOf(codeIds).length > 0 ? [paragraph(ours(words, t("reports:replies.themes", { themes: words.several(themesOf(codeIds)) })))] : []),
      paragraph(ours(words, t("reports:replies.owner", { owner: said(words, owner).text }))),
      ...(dueOn ? [paragraph(ours(words, t(`replies:card.due.${progress}`, { date: words.date(dueOn) })))] : []),
    ]),
    { kind: "link", said: ours(words, t("reports:replies.outcome")), path: outcomePath },
  ];
}

function nextBlocks(words: Words, { asked }: ReportShown, { outcome, promisedOn }: Live): Block[] {
  const { t } = words;
  if (outcome) return [...(outcome.decidedOn ? [paragraph(ours(words, t("reports:next.decided", { date: words.date(outcome.decidedOn) })))] : []), ...paragraphsOf(words, outcome.decision), ...paragraphsOf(words, outcome.nextSteps)];
  return [
    paragraph(ours(words, t("reports:next.decision", { who: said(words, asked.decisionMaker).text }))),
    ...(asked.decisionOn ? [paragraph(ours(words, t("consultations:read.decision.on", { date: words.date(asked.decisionOn) })))] : []),
    ...(promisedOn ? [paragraph(ours(words, t("reports:replies.promised", { date: words.date(promisedOn) })))] : []),
  ];
}

function annexBlocks(words: Words, { questions, frames, method }: ReportShown, { organisations }: Live, key: string): Block[] {
  const { t, number } = words;
  switch (key) {
    case "annex-questions":
      return [
        ...list(
          questions.map(({ number: no, label, closed }) => {
            const { text, language } = said(words, label);
            const options = closed[0] ? t("reports:annex.options", { options: words.several(closed[0].rows.map(({ name }) => said(words, name).text)) }) : t("reports:annex.words");
            return { text: `${no === null ? "" : `${t("forms:numbered", { number: no })} `}${text} – ${options}`, language };
          }),
        ),
      ];
    case "annex-organisations":
      return [paragraph(ours(words, t(organisations.length === 0 ? "reports:annex.no-organisations" : "reports:annex.organisations"))), ...list(organisations.map((name) => ours(words, name)))];
    case "annex-codeframe":
      return frames.flatMap(({ id, name, version, codes }): Block[] => [
        { kind: "heading", level: 3, said: said(words, name) },
        paragraph(ours(words, version === 0 ? t("reports:annex.frame-draft") : t("reports:annex.frame-version", { version: number(version) }))),
        {
          ...{ kind: "table", id: `table-frame-${id}`, chart: null, caption: said(words, name) },
          columns: ["code", "level", "definition", "include", "exclude"].map((column) => ({ heading: ours(words, t(`reports:annex.column.${column}`)), isNumber: false })),
          rows: codes.map((code) => [said(words, code.name), ours(words, t(`codeframe:level.${code.level}`)), said(words, code.definition), said(words, code.include), said(words, code.exclude)]),
        },
      ]);
    case "annex-tables":
      return [
        paragraph(ours(words, t("reports:annex.tables"))),
        paragraph(ours(words, t("publication:confidential", { mark: confidential }))),
        ...(method.hidden.tables > 0 ? [paragraph(ours(words, t("reports:method.left-out", { tables: number(method.hidden.tables) })))] : []),
      ];
    default:
      return [];
  }
}
