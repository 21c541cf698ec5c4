// An entry of the audit log in words: who, what, about what, and the facts that were written with it.
import { isChannel } from "#app/consultations/channel.ts";
import { officeConsultationPath } from "#app/consultations/office-paths.ts";
import { settingsPath } from "#app/partnerships/paths.ts";
import { isLetterFilter } from "#app/people/kept-letters.ts";
import { officePersonPath } from "#app/people/paths.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";

export type LogEntry = {
  id: string;
  at: Date;
  partnershipId: string | null;
  personId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  facts: Record<string, unknown>;
};

/** What there are words for: actions, kinds of subject, names of facts, and values as "fact.value". */
export type Worded = (part: "action" | "kind" | "fact" | "value", name: string) => boolean;

export type Known = {
  /** Of people by id. */
  names: ReadonlyMap<string, string>;
  /** The ids of those who have a role in the partnership now, and so a page. */
  holders: ReadonlySet<string>;
  /** Of consultations by id. */
  titles: ReadonlyMap<string, Text>;
  isWorded: Worded;
};

function nameOf(id: string, { names }: Pick<Known, "names">, { t }: Words): string {
  return names.get(id) || t("audit:who.erased", { id });
}

/** The name of whoever did it, as it is now. */
export function sayWho({ personId, action }: LogEntry, known: Known, words: Words): string {
  if (personId !== null) return nameOf(personId, known, words);
  return words.t(action.startsWith("response.") ? "audit:who.respondent" : "audit:who.nobody");
}

/** An action of a later version, for which this one has no words, is told by its name. */
export function sayWhat(action: string, { isWorded }: Pick<Known, "isWorded">, { t }: Words): string {
  return isWorded("action", action) ? t(`audit:action.${action}`) : t("audit:unknown-action", { action });
}

/** A kind of thing, and its name or else its id; what is the page of it, or of what it belongs to. */
export type Said = { kind: string; id: string | null; name: string | null; title: Text | null; to: string | null };

export function sayAbout(entry: LogEntry, known: Known, partnership: { id: string; slug: string; name: Text }, words: Words): Said {
  const { subjectKind, subjectId, facts } = entry;
  const said: Said = {
    kind: known.isWorded("kind", subjectKind) ? words.t(`audit:kind.${subjectKind}`) : subjectKind,
    ...{ id: subjectId, name: null, title: null, to: null },
  };
  if (subjectKind === "person") {
    const to = known.holders.has(subjectId) ? officePersonPath(partnership, subjectId) : null;
    return { ...said, id: null, name: nameOf(subjectId, known, words), to };
  }
  if (subjectKind === "partnership" && subjectId === partnership.id)
    return { ...said, id: null, title: partnership.name, to: settingsPath(partnership) };
  const consultationId = subjectKind === "consultation" ? subjectId : facts.consultationId;
  const title = typeof consultationId === "string" ? known.titles.get(consultationId) : undefined;
  if (typeof consultationId !== "string" || !title) return said;
  const to = officeConsultationPath(partnership, { id: consultationId });
  return { ...said, id: subjectKind === "consultation" ? null : subjectId, title, to };
}

export type SaidFact = { name: string; label: string; value: string };

/** The facts in words as far as there are any; the consultation that stands under its title is left out. */
export function sayFacts({ facts }: LogEntry, known: Known, words: Words): SaidFact[] {
  return Object.entries(facts)
    .filter(([name, value]) => !(name === "consultationId" && known.titles.has(String(value))))
    .map(([name, value]) => ({
      name,
      label: known.isWorded("fact", name) ? words.t(`audit:fact.${name}`) : name,
      value: valueOf(name, value, known, words),
    }));
}

function valueOf(name: string, value: unknown, { isWorded }: Known, { t, number, instant, date }: Words): string {
  if (value === null) return t("audit:none");
  if (typeof value === "boolean") return t(value ? "audit:yes" : "audit:no");
  if (typeof value === "number") return number(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return instant(new Date(value));
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return date(value);
  if (name === "filter" && isLetterFilter(value)) return t(`letters:filter.${value}`);
  if (name === "channel" && isChannel(value)) return t(`consultations:channel.${value}`);
  return isWorded("value", `${name}.${value}`) ? t(`audit:value.${name}.${value}`) : value;
}
