// What happened to a consultation in words: its steps, and what followed from its dates by itself.
import type { Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { isOver, stateOf, type Life, type StepKind } from "./life.ts";
import { untilText } from "./until.ts";

/** A step as it was written down. */
export type Step = {
  id: string;
  kind: StepKind;
  personId: string | null;
  /** Null for nobody who was signed in, and for an account that is gone. */
  name: string | null;
  at: Date;
  /** Why, for everybody to read. */
  reason: Text | null;
  note: string | null;
  facts: Record<string, string | number | boolean | null>;
};

/** Instants in words: these are also shown where no dates can be formatted. */
export type Happening = { id: string; at: Date; when: string; what: string; who: string; reason: Text | null; note: string | null };

type Say = Pick<Words, "t" | "date" | "instant" | "number">;

function dateIn(facts: Step["facts"], name: string): Date | undefined {
  const written = facts[name];
  return typeof written === "string" ? new Date(written) : undefined;
}

/** What a step did, with its dates: "Will be open from … until …". */
export function sayStep({ kind, facts }: Pick<Step, "kind" | "facts">, words: Say): string {
  const { t, instant } = words;
  const [opensAt, closesAt, closedAt, until] = ["opensAt", "closesAt", "closedAt", "until"].map((name) => dateIn(facts, name));
  if (kind === "schedule" && opensAt && closesAt) return t("life:step.schedule-dated", { at: instant(opensAt), until: untilText(words, closesAt) });
  if (kind === "extend" && closesAt && closedAt) {
    const values = { until: untilText(words, closesAt), was: untilText(words, closedAt) };
    const decisionOn = facts["decisionOn"];
    return typeof decisionOn === "string" ? t("life:step.extend-decided", { ...values, date: words.date(decisionOn) }) : t("life:step.extend-dated", values);
  }
  if (kind === "close" && closedAt) return t("life:step.close-dated", { was: untilText(words, closedAt) });
  if (kind === "pause" && until) return t("life:step.pause-dated", { until: instant(until) });
  if (kind === "sign-off" && typeof facts["test"] === "string") return t(`life:step.sign-off-${facts["test"]}`);
  const version = facts["version"];
  return t(`life:step.${kind}`, typeof version === "number" ? { version: words.number(version) } : {});
}

function sayWho({ personId, name }: Pick<Step, "personId" | "name">, { t }: Say): string {
  if (name !== null) return name;
  return t(personId === null ? "life:history.nobody" : "life:history.gone");
}

/** The steps, and its opening, closing and going on by their dates, the latest first. */
export function historyOf(life: Life, steps: readonly Step[], now: Date, words: Say): Happening[] {
  const taken = steps.map((step) => ({ ...step, when: words.instant(step.at), what: sayStep(step, words), who: sayWho(step, words) }));
  const byItself = (id: string, at: Date | null): Happening[] => {
    const isStep = steps.some((step) => at && step.at.getTime() === at.getTime());
    if (!life.publishedAt || !at || at > now || isStep) return [];
    return [{ id, at, when: words.instant(at), what: words.t(`life:step.${id}`), who: words.t("life:history.by-itself"), reason: null, note: null }];
  };
  const dated = [
    ...byItself("opened", life.opensAt),
    ...byItself("went-on", life.pausedUntil),
    ...(isOver(stateOf(life, now)) ? byItself("closed", life.closesAt) : []),
  ];
  const all = [...taken.map(({ id, at, when, what, who, reason, note }) => ({ id, at, when, what, who, reason, note })), ...dated];
  // a sort keeps the order of what happened at the same instant
  return all.sort((one, other) => other.at.getTime() - one.at.getTime());
}

const mostOnAPage = 20;

/** A page of them, beginning after the one named; from the latest where that is none of them. */
export function pageOfHistory(happenings: readonly Happening[], after: string | null): { shown: Happening[]; isFirst: boolean; nextAfter: string | null } {
  const from = happenings.findIndex(({ id }) => id === after) + 1;
  const shown = happenings.slice(from, from + mostOnAPage);
  return { shown, isFirst: from === 0, nextAfter: from + shown.length < happenings.length ? (shown.at(-1)?.id ?? null) : null };
}
