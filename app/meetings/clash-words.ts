// What stands in the way of a date, in words.
import { within } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { Clash } from "./meeting-dates.ts";

export function clashText(clash: Clash, words: Words): string {
  const { t, instant, number } = words;
  if (clash.kind === "reserved") return t("meetings:clash.reserved", { name: within(clash.name, words) });
  if (!("with" in clash)) return t(`meetings:clash.${clash.kind}`);
  const values = { body: within(clash.with.bodyName, words), when: instant(clash.with.startsAt) };
  if (clash.kind === "people") return t("meetings:clash.people", { ...values, count: clash.count, number: number(clash.count) });
  return t(`meetings:clash.${clash.kind}`, values);
}
