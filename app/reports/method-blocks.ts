// The method note of a report: what was done, in sentences that are true because they are made from what was written down as it was
// done. [B7, B8 points 2 to 4]
import { sayStep } from "#app/consultations/history.ts";
import { reliabilityOf } from "#app/statistics/agreement.ts";
import { isLanguage, languageNamed, textIn } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { list, ours, paragraph, paragraphsOf, said, type Block, type Cell } from "./blocks.ts";
import { tableBlocks } from "./question-blocks.ts";
import type { ReportShown } from "./shown.ts";

const say = (words: Words, key: string, values?: Record<string, string | number>) => ours(words, words.t(key, values));
const number = (words: Words, count: number): Cell => ({ ...ours(words, words.number(count)), isNumber: true });
const heading = (words: Words, key: string): Block => ({ kind: "heading", level: 3, said: say(words, key) });

/** Dates, languages, publicity and events. */
export function howBlocks(words: Words, { method }: ReportShown): Block[] {
  const { opensAt, closesAt, graceInMinutes, steps, languages, publicity, events } = method;
  const at = (instant: string) => words.instant(new Date(instant));
  const blocks: Block[] = [];
  if (opensAt && closesAt) blocks.push(paragraph(say(words, "reports:how.open", { opens: at(opensAt), closes: at(closesAt) })));
  if (closesAt && graceInMinutes > 0) blocks.push(paragraph(say(words, "reports:how.grace", { at: words.instant(new Date(new Date(closesAt).getTime() + graceInMinutes * 60_000)) })));
  for (const step of steps) blocks.push(paragraph(ours(words, sayStep(step, words))), ...paragraphsOf(words, step.reason ?? undefined));
  blocks.push(paragraph(say(words, "reports:how.languages", { languages: words.list(languages.flatMap((one) => (isLanguage(one) ? [languageNamed(one, words.language)] : []))) })));
  blocks.push(heading(words, "reports:how.publicity"));
  if (publicity.length === 0) blocks.push(paragraph(say(words, "reports:how.no-publicity")));
  else {
    blocks.push({
      ...{ kind: "table", id: "table-publicity", chart: null, caption: say(words, "reports:how.publicity-caption") },
      columns: [
        { heading: say(words, "reports:how.column.channel"), isNumber: false },
        { heading: say(words, "reports:how.column.done"), isNumber: true },
        { heading: say(words, "reports:how.column.reached"), isNumber: true },
      ],
      rows: publicity.map(({ channel, done, reached }) => [ours(words, words.t(`prepare:reach-channel.${channel}`)), number(words, done), number(words, reached)]),
    });
    blocks.push(paragraph(say(words, "reports:how.publicity-hint"), true));
  }
  blocks.push(heading(words, "reports:how.events"));
  if (events.length === 0) blocks.push(paragraph(say(words, "reports:how.no-events")));
  else {
    blocks.push({
      ...{ kind: "table", id: "table-events", chart: null, caption: say(words, "reports:how.events-caption") },
      columns: [
        { heading: say(words, "reports:how.column.event"), isNumber: false },
        { heading: say(words, "reports:how.column.when"), isNumber: false },
        { heading: say(words, "reports:how.column.came"), isNumber: true },
      ],
      rows: events.map(({ title, startsAt, attended, isCancelled }) => [
        said(words, title),
        ours(words, at(startsAt)),
        isCancelled ? { ...say(words, "reports:how.cancelled"), isNumber: true } : attended === null ? { ...say(words, "reports:how.not-counted"), isNumber: true } : number(words, attended),
      ]),
    });
  }
  return blocks;
}

/** Which responses the figures are of, and who sent them. */
export function whoBlocks(words: Words, { set, method, groups }: ReportShown): Block[] {
  const { absences, campaigns } = method;
  const because = (reason: string) => words.t(reason === "withdrawn" ? "analysis:because.withdrawn" : `office:excluded.${reason}`);
  return [
    paragraph(say(words, "reports:who.included", { number: words.number(set.included), set: words.number(set.number), at: words.instant(new Date(set.frozenAt)) })),
    paragraph(ours(words, words.t("publication:no-poll"))),
    paragraph(say(words, set.excluded === 0 ? "reports:who.none-excluded" : "reports:who.excluded", { number: words.number(set.excluded) })),
    ...list(absences.map((one) => say(words, "reports:who.because", { because: because(one.because), number: words.number(one.count) }))),
    ...(campaigns.confirmed > 0 ? [paragraph(say(words, "reports:who.campaigns", { campaigns: words.number(campaigns.confirmed), texts: words.number(campaigns.texts) }))] : []),
    ...groups.flatMap((group) => tableBlocks(words, group)),
  ];
}

/** How the answers were worked with. */
export function methodBlocks(words: Words, { set, method, frames }: ReportShown): Block[] {
  const { sets, design, coded, campaigns, moderation, hidden } = method;
  const count = (value: number) => words.number(value);
  const at = (instant: string) => words.instant(new Date(instant));
  const lines = (items: (Block | null)[]) => items.filter((one) => one !== null);
  const one = (key: string, values?: Record<string, string | number>) => paragraph(say(words, key, values));
  return lines([
    heading(words, "reports:method.sets"),
    one("reports:method.set", { set: count(set.number), at: at(set.frozenAt) }),
    ...sets.flatMap((made): Block[] => [
      one(made.reason === null ? "reports:method.made" : "reports:method.made-because", { set: count(made.number), at: at(made.frozenAt), included: count(made.included), reason: made.reason ?? "" }),
      ...(made.changes ? list(Object.entries(made.changes).flatMap(([kind, many]) => (many > 0 ? [say(words, "reports:method.change", { change: words.t(`analysis:change.${kind}`), number: count(many) })] : []))) : []),
    ]),
    heading(words, "reports:method.coding"),
    ...(coded.texts === 0
      ? [one("reports:method.no-texts")]
      : [
          one("reports:method.texts", { texts: count(coded.texts), coded: count(coded.coded) }),
          ...(coded.coded === 0 ? [one("reports:method.not-coded")] : [one("reports:method.coders", { coders: count(coded.coders) })]),
          ...frames.map(({ name, version, codes }) => one(version === 0 ? "reports:method.frame-draft" : "reports:method.frame", { name: textIn(name, words.language).text, version: count(version), codes: count(codes.filter(({ kind }) => kind === "usual").length) })),
        ]),
    ...(coded.again > 0
      ? [
          one("reports:method.again", { again: count(coded.again), coded: count(coded.read), share: words.share(coded.again, coded.read) }),
          ...coded.agreements.map(({ name, alpha }) => {
            const frame = textIn(name, words.language).text;
            return alpha === null ? one("reports:method.no-alpha", { frame }) : one("reports:method.alpha", { frame, alpha: words.number(alpha, 3), reliability: words.t(`reports:reliability.${reliabilityOf(alpha)}`) });
          }),
          coded.settled > 0 ? one("reports:method.settled", { settled: count(coded.settled) }) : null,
        ]
      : coded.coded > 0
        ? [one("reports:method.once")]
        : []),
    ...(method.helped ? helpedBlocks(words, method.helped) : []),
    heading(words, "reports:method.campaigns"),
    one(campaigns.confirmed > 0 ? "reports:method.campaigns-some" : "reports:method.campaigns-none", { campaigns: count(campaigns.confirmed), texts: count(campaigns.texts) }),
    campaigns.undecided > 0 ? one("reports:method.campaigns-undecided", { number: count(campaigns.undecided) }) : null,
    heading(words, "reports:method.weights"),
    one(design.isSample ? "reports:method.sample" : "reports:method.open"),
    design.isSample ? paragraph({ text: design.drawn, language: "en" }) : null,
    design.isSample && design.population !== null ? one("reports:method.population", { number: count(design.population) }) : null,
    one("reports:method.unweighted"),
    heading(words, "reports:method.moderation"),
    one("reports:method.may-be-published", { number: count(moderation.mayBePublished), other: count(moderation.summaryOnly) }),
    one("reports:method.moderated", { clear: count(moderation.clear), held: count(moderation.held), rejected: count(moderation.rejected), waiting: count(moderation.waiting) }),
    ...(moderation.removed.length === 0
      ? [one("reports:method.nothing-removed")]
      : [one("reports:method.removed"), ...list(moderation.removed.map(({ reason, count: many }) => say(words, "reports:who.because", { because: words.t(`moderation:reason.${reason}`), number: count(many) })))]),
    heading(words, "reports:method.disclosure"),
    one(hidden.figures > 0 ? "reports:method.hidden" : "reports:method.nothing-hidden", { figures: count(hidden.figures) }),
    hidden.tables > 0 ? one("reports:method.left-out", { tables: count(hidden.tables) }) : null,
  ]);
}

/** How many suggestions there were, and that none is a code until a person says so. */
function helpedBlocks(words: Words, { themes, taken, codes, accepted, rejected, outside = [] }: NonNullable<ReportShown["method"]["helped"]>): Block[] {
  const count = (value: number) => words.number(value);
  if (themes === 0 && codes === 0 && outside.length === 0) return [paragraph(say(words, "reports:method.no-suggestions"))];
  return [
    ...(themes > 0 ? [paragraph(say(words, "reports:method.suggested-themes", { themes: count(themes), taken: count(taken) }))] : []),
    ...(codes > 0 ? [paragraph(say(words, "reports:method.suggested-codes", { codes: count(codes), accepted: count(accepted), rejected: count(rejected) }))] : []),
    ...outside.flatMap((one) => [
      paragraph(say(words, "reports:method.outside", { model: one.model, version: one.version, themes: count(one.themes), taken: count(one.taken), suggested: count(one.suggested), accepted: count(one.accepted), rejected: count(one.rejected) })),
      ...(one.isWithdrawn ? [paragraph(say(words, "reports:method.outside-withdrawn"))] : []),
      paragraph(
        one.alpha === null || one.raw === null
          ? say(words, "reports:method.outside-few", { texts: count(one.texts) })
          : say(words, "reports:method.outside-alpha", { texts: count(one.texts), alpha: words.number(one.alpha, 3), raw: words.share(one.raw, 1) }),
      ),
    ]),
  ];
}
