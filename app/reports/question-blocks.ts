// What a report says of one question, and of any table of figures, in the words of one language.
import { confidential } from "#app/disclosure/published-table.ts";
import { shownShare } from "#app/disclosure/share.ts";
import { cellText, type ShownCross, type ShownTable } from "#app/publication/published-results.ts";
import type { Words } from "#app/shared/words.ts";
import { ours, paragraph, said, type Block, type Cell, type Said, type Table } from "./blocks.ts";
import type { LiveQuote } from "./quote.ts";
import type { ReportedQuestion, ShownFrame } from "./shown.ts";

const figureCell = (words: Words, text: string): Cell => ({ ...ours(words, text), isNumber: true });

const cellWords = ({ t, number }: Words) => ({ number, percent: (percent: string) => t("publication:percent", { percent }) });

/** One table with its chart and a sentence of what it counts; `caption` where it has another name than the question. */
export function tableBlocks(words: Words, table: ShownTable, { caption, order = table.order, heading }: { caption?: Said; order?: ShownTable["order"]; heading?: string } = {}): Block[] {
  const { t, number } = words;
  const { base, rows } = table;
  if (base === 0) return [paragraph(ours(words, t("publication:nobody")))];
  const counted = base === null ? confidential : number(base);
  const description = base === null ? t("publication:base-hidden") : t(`office:results.of.${table.of}`, { base: counted });
  const shares = rows.map(({ count }) => {
    const share = shownShare(count, base);
    if (share !== null) return t("publication:percent", { percent: number(share.percent, share.decimals) });
    return count === null ? confidential : t("publication:no-share");
  });
  const figureOf = (count: number | null) => {
    if (count === null) return confidential;
    const share = shownShare(count, base);
    if (share === null) return t("publication:figure-alone", { number: number(count), base: counted });
    return t("office:figure", { number: number(count), base: counted, share: t("publication:percent", { percent: number(share.percent, share.decimals) }) });
  };
  const block: Table = {
    ...{ kind: "table", id: idOf(table.key), caption: caption ?? said(words, table.about ?? table.label) },
    columns: [
      { heading: ours(words, heading ?? t("office:results.answer")), isNumber: false },
      { heading: ours(words, t("office:results.counted.answered")), isNumber: true },
      { heading: ours(words, t("publication:share-of", { base: counted })), isNumber: true },
    ],
    rows: rows.map(({ name, count }, index) => [said(words, name), figureCell(words, count === null ? confidential : number(count)), figureCell(words, shares[index] ?? "")]),
    chart: { description, full: base ?? 0, order, bars: rows.map(({ count }) => ({ value: count ?? 0, figure: figureOf(count) })) },
  };
  return [block, ...(table.isSeveral ? [paragraph(ours(words, t("office:results.several")), true)] : [])];
}

const idOf = (key: string) => `table-${key.replace(/[^\w-]/g, (sign) => sign.codePointAt(0)?.toString(16) ?? "")}`;

/** What ends a sentence, and would stand before the colon that follows it in a caption. */
const atItsEnd = /[.:۔]+$/u;

/** The same by a group of those who answered. */
export function crossBlocks(words: Words, table: ShownTable, cross: ShownCross): Block[] {
  const { t, language } = words;
  if (cross.columns.length === 0) return [];
  const cells = cellWords(words);
  const name = (one: { name: ShownTable["label"] }) => said(words, one.name);
  const base = cross.base === null ? confidential : words.number(cross.base);
  const group = name(cross).text;
  return [
    {
      ...{ kind: "table", id: idOf(`${table.key} by ${cross.group}`), chart: null },
      caption: ours(words, t("reports:cross.caption", { what: said({ language }, table.about ?? table.label).text.replace(atItsEnd, ""), group })),
      columns: [
        { heading: ours(words, t("office:results.answer")), isNumber: false },
        ...cross.columns.map((column) => ({ heading: name(column), isNumber: true })),
        { heading: ours(words, t("publication:all")), isNumber: true },
      ],
      rows: [
        ...cross.rows.map((row): Cell[] => [name(row), ...cross.columns.map((column, place) => figureCell(words, cellText(row.counts[place] ?? null, column.count, cells))), figureCell(words, cellText(row.count, cross.base, cells))]),
        [ours(words, t("publication:answered")), ...cross.columns.map(({ count }) => figureCell(words, cellText(count, null, cells))), figureCell(words, base)],
      ],
    },
    paragraph(ours(words, t("publication:cross-base", { base })), true),
  ];
}

/** The rows of themes, those that most spoke of first, each with its codes behind it; what fits nowhere is last. Which figures are hidden decides nothing but the end. */
export function ranked(table: ShownTable, frames: readonly ShownFrame[], words: Words): ShownTable {
  const countOf = new Map(table.rows.map(({ id, count }) => [id, count]));
  const codes = frames.flatMap((frame) => frame.codes).filter(({ id }) => countOf.has(id));
  const families: { codes: typeof codes; count: number; isLast: boolean }[] = [];
  for (const code of codes) {
    if (code.level === "theme") families.push({ codes: [code], count: countOf.get(code.id) ?? -1, isLast: code.kind !== "usual" });
    else families.at(-1)?.codes.push(code);
  }
  families.sort((one, other) => Number(one.isLast) - Number(other.isLast) || other.count - one.count);
  const nameOf = (code: (typeof codes)[number], theme: (typeof codes)[number] | undefined) =>
    theme === undefined || theme === code ? code.name : { [words.language]: words.t("reports:themes.under", { theme: said(words, theme.name).text, code: said(words, code.name).text }) };
  const rows = families.flatMap(({ codes: own }) => own.map((code) => ({ id: code.id, name: nameOf(code, own[0]), count: countOf.get(code.id) ?? null })));
  return { ...table, rows: rows.filter(({ count }) => count !== 0), by: table.by.map((cross) => ({ ...cross, rows: rows.flatMap(({ id, name }) => cross.rows.filter((row) => row.id === id).map((row) => ({ ...row, name }))) })) };
}

/** Everything a report says of one question but what officers wrote. */
export function questionBlocks(words: Words, question: ReportedQuestion, frames: readonly ShownFrame[], quotes: readonly LiveQuote[]): Block[] {
  const { t, number } = words;
  const { closed, three, themes, stances, coded } = question;
  const figure = (count: number | null) => (count === null ? confidential : number(count));
  const heading = (key: string): Block => ({ kind: "heading", level: 3, said: ours(words, t(key)) });
  const own = frames.filter(({ questionIds }) => questionIds.includes(question.id));
  const order = themes && ranked(themes, own, words);
  return [
    ...closed.flatMap((table) => [...tableBlocks(words, table), ...table.by.flatMap((cross) => crossBlocks(words, table, cross))]),
    ...(three
      ? [heading("reports:three.heading"), paragraph(ours(words, t("reports:three.figures", { all: figure(three.all), unique: figure(three.unique), campaign: figure(three.campaign) }))), paragraph(ours(words, t("reports:three.meaning")), true)]
      : []),
    ...(order
      ? [
          heading("reports:themes.heading"),
          ...(coded !== null && themes.base !== null ? [paragraph(ours(words, t(coded < themes.base ? "reports:themes.partly" : "reports:themes.all", { coded: number(coded), all: number(themes.base) })))] : []),
          ...(order.rows.length > 0 ? tableBlocks(words, order, { caption: ours(words, t("reports:themes.caption")), order: "as-given", heading: t("reports:themes.theme") }) : [paragraph(ours(words, t("reports:themes.none")))]),
          ...(order.rows.length > 0 ? [paragraph(ours(words, t("reports:themes.minority")))] : []),
          ...order.by.flatMap((cross) => crossBlocks(words, { ...order, about: null, label: { [words.language]: t("reports:themes.caption") } }, cross)),
        ]
      : []),
    ...(stances ? [heading("reports:stances.heading"), ...tableBlocks(words, stances, { caption: ours(words, t("reports:stances.caption")), order: "as-given" })] : []),
    ...(quotes.length > 0 ? [heading("reports:quotes.heading"), paragraph(ours(words, t("reports:quotes.lead"))), ...quotes.map((quote) => quoteBlock(words, quote))] : []),
    ...(closed.length === 0 && !themes && !three ? [paragraph(ours(words, t("reports:question.nothing")))] : []),
  ];
}

function quoteBlock(words: Words, quote: LiveQuote): Block {
  const { t } = words;
  if (quote.segments === null) return paragraph(ours(words, t("reports:quotes.gone")), true);
  const who = quote.respondentType === null ? t("reports:quotes.somebody") : t(`office:respondent.${quote.respondentType}`);
  return { kind: "quote", segments: quote.segments, language: quote.language, by: quote.name ?? who };
}
