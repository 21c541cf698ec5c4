// What an officer is told of a consultation's state, with its dates, in one or two sentences.
import type { Words } from "#app/shared/words.ts";
import { graceEndsAt, stateOf, type Life } from "./life.ts";
import { untilText } from "./until.ts";

/** Instants in words: these sentences are also shown where no dates can be formatted. */
export function describeState(consultation: Life, now: Date, words: Pick<Words, "t" | "date" | "instant">): string {
  const { t, instant } = words;
  const { opensAt, closesAt, pausedUntil } = consultation;
  const at = closesAt ? untilText(words, closesAt) : "";
  const state = stateOf(consultation, now);
  switch (state) {
    case "scheduled":
      return opensAt ? t("life:says.scheduled", { at: instant(opensAt) }) : t("life:says.scheduled-undated");
    case "open":
      return closesAt ? t("life:says.open", { at }) : t("life:says.open-undated");
    case "paused":
      return pausedUntil ? t("life:says.paused", { until: instant(pausedUntil) }) : t("life:says.paused-undated");
    case "grace":
      return t("life:says.grace", { at, until: untilText(words, graceEndsAt(consultation) ?? now) });
    case "analysis":
      return t("life:says.analysis", { at, frozen: instant(consultation.frozenAt ?? now) });
    default:
      return t(`life:says.${state}`, { at });
  }
}
