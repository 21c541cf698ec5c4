// A range of figures in words, in the unit of its question.
import { stepsIn } from "#app/forms/quantity.ts";
import { within } from "#app/forms/wording.ts";
import { addDays } from "#app/shared/dates.ts";
import type { Words } from "#app/shared/words.ts";
import type { Band, Figured } from "./bands.ts";

export function bandName(question: Figured, { from, to }: Band, words: Words): string {
  const { t, number, money, date } = words;
  const plain = (steps: number) => {
    if (question.type === "date") return date(dayAt(steps));
    if (question.type === "money") return money(steps);
    return question.type === "number" ? number(steps / stepsIn(question), question.decimals ?? 0) : number(steps);
  };
  const unit = question.type === "number" || question.type === "point-budget" ? question.unit : undefined;
  const withUnit = (text: string) => (unit ? t("forms:quantity", { number: text, unit: within(unit, words) }) : text);
  if (from === null) return withUnit(t(question.type === "date" ? "publication:band.before" : "publication:band.under", { end: plain((to ?? 0) + 1) }));
  if (to === null) return withUnit(t(question.type === "date" ? "publication:band.since" : "publication:band.over", { end: plain(from) }));
  const year = question.type === "date" ? wholeYear(from, to) : null;
  if (year !== null) return year;
  // because a unit is written as of many
  if (from === to && plain(from) === number(1)) return plain(from);
  return withUnit(from === to ? plain(from) : t("office:spread.range", { from: plain(from), to: plain(to) }));
}

function dayAt(steps: number): string {
  return addDays("1970-01-01", steps);
}

/** A year from its first day to its last is told by its number. */
function wholeYear(from: number, to: number): string | null {
  const [year, ...first] = dayAt(from).split("-");
  return year !== undefined && first.join("-") === "01-01" && dayAt(to) === `${year}-12-31` ? year : null;
}
