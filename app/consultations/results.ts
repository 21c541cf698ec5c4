// The results of a consultation's questions as its tallies have them: for each, whom it was asked of, who answered, and what
// a chart of it shows. Figures are of those who answered; they say nothing about anybody else.
import {
  agreementLevels,
  optionsOf,
  yesNoUnsure,
  type AgreementLevel,
  type Option,
  type Question,
  type YesNoUnsure,
} from "#app/forms/question.ts";
import type { FormDefinition, Section } from "#app/forms/definition.ts";
import { emptyTally, mergeTallies, tallyFor, type QuestionTally, type Tally } from "#app/forms/tally.ts";
import type { Text } from "#app/shared/languages.ts";
import { spreadOf, type Spread } from "./spread.ts";

export type CountedVersion = { number: number; definition: FormDefinition; tally: Tally };

export type BarName = { text: Text } | { agreement: AgreementLevel } | { yesNo: YesNoUnsure } | { rating: number; label?: Text };

export type Chart = {
  /** The line of a matrix that it is about, and that line's id. */
  about?: Text;
  line?: string;
  order: "longest-first" | "as-given";
  /** What each bar's count is of: those who answered, those who chose a level, those who answered the line, all points given. */
  of: "answered" | "levels" | "line" | "points" | "first-place";
  base: number;
  bars: { id: string; name: BarName; count: number }[];
  /** Ranking: how many gave each option each place; who ranked others only is under none. */
  places?: { id: string; counts: number[] }[];
};

export type QuestionResult = {
  /** As the newest version that asked it words it. */
  question: Question;
  section: { id: string; heading: Text };
  /** Whether the newest version still asks it. */
  isAsked: boolean;
  /** The versions that asked it. */
  versions: number[];
  asked: number;
  answered: number;
  charts: Chart[];
  /** Of figures that people gave; null of anything else. */
  spread: Spread | null;
};

/** One result for each question any version asked, in the newest version's order, then those it no longer asks. */
export function resultsOf(versions: readonly CountedVersion[]): QuestionResult[] {
  const tally = versions.reduce((all, version) => mergeTallies(all, version.tally), emptyTally());
  const newest = Math.max(...versions.map(({ number }) => number));
  return everyQuestion(versions).map(({ question, section, asked }) => {
    const counts = tallyFor(tally, question.id);
    return {
      ...{ question, section: { id: section.id, heading: section.heading } },
      isAsked: asked.some(({ number }) => number === newest),
      versions: asked.map(({ number }) => number).reverse(),
      asked: counts.asked,
      answered: counts.answered,
      charts: counts.answered === 0 ? [] : chartsOf(asked.map((version) => version.question), counts),
      spread: spreadOf(counts.values),
    };
  });
}

type Version = Pick<CountedVersion, "number" | "definition">;
type Asked = { question: Question; section: Section; asked: { number: number; question: Question }[] };

/** Every question that is not a statement, in the newest version's order, then those it no longer asks, with the versions of it. */
function everyQuestion(versions: readonly Version[]): Asked[] {
  const found = new Map<string, Asked>();
  for (const { number, definition } of [...versions].sort((a, b) => b.number - a.number)) {
    for (const section of definition.sections) {
      for (const question of section.questions) {
        if (question.type === "statement") continue;
        const known = found.get(question.id);
        if (known) known.asked.push({ number, question });
        else found.set(question.id, { question, section, asked: [{ number, question }] });
      }
    }
  }
  return [...found.values()];
}

/** What each question offers to choose from, as charts of nothing yet, with the question as each version asked it. */
export function chartsOffered(versions: readonly Version[]): { question: Question; asked: Question[]; charts: Chart[] }[] {
  return everyQuestion(versions).map(({ question, asked }) => ({
    ...{ question, asked: asked.map((version) => version.question) },
    charts: chartsOf(asked.map((version) => version.question), { asked: 0, answered: 0 }),
  }));
}

// The options of every version, the newest version's first; an id never changes its meaning.
function everyOption(asked: readonly Question[], of: (question: Question) => Option[] = optionsOf): Option[] {
  const options = new Map(asked.flatMap(of).reverse().map((option) => [option.id, option]));
  const order = [...new Set(asked.flatMap(of).map(({ id }) => id))];
  return order.flatMap((id) => options.get(id) ?? []);
}

const columnsOf = (question: Question) => (question.type === "matrix" ? question.columns : []);
const total = (counts: Record<string, number> | undefined) => Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);

function chartsOf(asked: readonly Question[], { answered, counts, table, sums }: QuestionTally): Chart[] {
  const [question] = asked;
  const bars = (names: readonly (readonly [id: string, name: BarName])[], from = counts) =>
    names.map(([id, name]) => ({ id, name, count: from?.[id] ?? 0 }));
  const byOption = (options: readonly Option[], from = counts) =>
    bars(options.map(({ id, label }) => [id, { text: label }] as const), from);
  switch (question?.type) {
    case "one-choice":
    case "several-choices":
      return [{ order: "longest-first", of: "answered", base: answered, bars: byOption(everyOption(asked)) }];
    case "yes-no-unsure":
      return [{ order: "as-given", of: "answered", base: answered, bars: bars(yesNoUnsure.map((yesNo) => [yesNo, { yesNo }])) }];
    case "agreement": {
      const levels = agreementLevels.map((agreement) => [agreement, { agreement }] as const);
      return [{ order: "as-given", of: "levels", base: total(counts), bars: bars(levels) }];
    }
    case "rating": {
      const highest = Math.max(...asked.map((one) => (one.type === "rating" ? one.highest : 0)));
      const label = (rating: number) => (rating === 1 ? question.lowLabel : rating === question.highest ? question.highLabel : undefined);
      const ratings = Array.from({ length: highest }, (_, index) => {
        const [rating, said] = [index + 1, label(index + 1)];
        return [String(rating), { rating, ...(said && { label: said }) }] as const;
      });
      return [{ order: "as-given", of: "answered", base: answered, bars: bars(ratings) }];
    }
    case "ranking": {
      const options = everyOption(asked);
      const places = options.map(({ id }) => ({ id, counts: options.map((_, index) => table?.[id]?.[String(index + 1)] ?? 0) }));
      const first = Object.fromEntries(places.map(({ id, counts: given }) => [id, given[0] ?? 0]));
      return [{ order: "longest-first", of: "first-place", base: answered, bars: byOption(options, first), places }];
    }
    case "point-budget":
      return [{ order: "longest-first", of: "points", base: total(sums), bars: byOption(everyOption(asked), sums) }];
    case "matrix":
      return everyOption(asked).map((row) => ({
        about: row.label,
        line: row.id,
        order: "as-given",
        of: "line",
        base: total(table?.[row.id]),
        bars: byOption(everyOption(asked, columnsOf), table?.[row.id] ?? {}),
      }));
    default:
      return [];
  }
}

const mostOnAPage = 40;

/** A page of results after the question of that id; the first where there is no such question. */
export function pageOfResults(
  results: readonly QuestionResult[],
  after: string | null,
): { results: QuestionResult[]; nextAfter: string | null } {
  const start = results.findIndex(({ question }) => question.id === after) + 1;
  const page = results.slice(start, start + mostOnAPage);
  return { results: page, nextAfter: start + mostOnAPage < results.length ? (page.at(-1)?.question.id ?? null) : null };
}
