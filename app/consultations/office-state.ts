// What an officer is told of a consultation's state, with its dates, in one or two sentences.
import type { Words } from "#app/shared/words.ts";
import { graceEndsAt, stateOf, type Consultation } from "./consultation.ts";
import { untilText } from "./until.ts";

/** Instants in words: these sentences are also shown where no dates can be formatted. */
export function describeState(consultation: Consultation, now: Date, words: Pick<Words, "t" | "date" | "instant">): string {
  const { t, instant } = words;
  const { opensAt, closesAt, frozenAt } = consultation;
  const closes = closesAt ? untilText(words, closesAt) : "";
  switch (stateOf(consultation, now)) {
    case "unpublished":
      return t("office:says.unpublished");
    case "scheduled":
      return opensAt ? t("office:says.scheduled", { at: instant(opensAt) }) : t("office:says.scheduled-undated");
    case "open":
      return closesAt ? t("office:says.open", { at: closes }) : t("office:says.open-undated");
    case "grace":
      return t("office:says.grace", { at: closes, until: untilText(words, graceEndsAt(consultation) ?? now) });
    case "closed":
      return frozenAt ? t("office:says.frozen", { at: closes, frozen: instant(frozenAt) }) : t("office:says.closed", { at: closes });
  }
}
