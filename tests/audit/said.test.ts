// Entries of the audit log in words: every action that is written anywhere has them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sayAbout, sayFacts, sayWhat, sayWho, type Known, type LogEntry } from "#app/audit/said.ts";
import { isWorded } from "#app/audit/worded.server.ts";
import { bodyKinds, memberCategories } from "#app/bodies/body.ts";
import { chairKinds } from "#app/bodies/chair.ts";
import { standingStatuses } from "#app/bodies/standing.ts";
import { endReasons, fillingWays } from "#app/bodies/vacancy.ts";
import { changeKinds } from "#app/consultations/consultation-change.ts";
import { stepKinds } from "#app/consultations/life.ts";
import { sayings } from "#app/meetings/attendance.ts";
import { settingsParts } from "#app/partnerships/paths.ts";
import { roles } from "#app/people/role.ts";
import { wordsFor } from "#app/shared/words.server.ts";

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });
}

const words = wordsFor("en");
const partnership = { id: "p1", slug: "marlshire", name: { en: "Marlshire" } };
const known: Known = { names: new Map([["mair", "Mair Rees"]]), holders: new Set(["mair"]), titles: new Map([["c1", { en: "Our strategy" }]]), isWorded };
const entry = (wanted: Partial<LogEntry>): LogEntry => ({
  ...{ id: "1", at: new Date("2026-03-03T10:00:00Z"), partnershipId: "p1", personId: "mair", action: "consultation.open" },
  ...{ subjectKind: "consultation", subjectId: "c1", facts: {} },
  ...wanted,
});

test("every action that is written to the log has words, so that a new one needs them in locales/*/audit.json", () => {
  const literal = /\baction: "([a-z-]+\.[a-z-]+)"/g;
  const written = [...sources("app"), ...sources("prisma/seed")].flatMap((source) => (/recordAudit|AuditEntry|recordDeed|recordImport/.test(source) ? [...source.matchAll(literal)] : [])).map(([, action]) => action!);
  const supplements = changeKinds.map((kind) => `consultation.${kind}`);
  const made = [...stepKinds.map((kind) => `consultation.${kind}`), ...settingsParts.map((part) => `partnership.change-${part}`)];
  const others = ["responses.begin-import", "responses.import", "response.send", "backup.make", "backup.restore"];
  expect(written.length).toBeGreaterThan(15);
  expect([...new Set([...written, ...made, ...supplements, ...others])].filter((action) => !isWorded("action", action))).toEqual([]);
});

test("every fact of what partnerships, bodies, networks, meetings and decisions write to the log has a name in words", () => {
  const written = ["bodies", "networks", "meetings", "decisions", "partnerships"].flatMap((subject) => sources(join("app", subject))).flatMap((source) => [...source.matchAll(/\bfacts: \{ ([^{}]*)/g)]);
  const names = written.flatMap(([, inside = ""]) => inside.split(",").flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []));
  expect(names.length).toBeGreaterThan(25);
  expect([...new Set(names)].filter((name) => !isWorded("fact", name))).toEqual([]);
});

test("what seats, bodies and meetings are told as has words among the facts", () => {
  const values = { reason: endReasons, way: fillingWays, category: memberCategories, status: standingStatuses, kind: [...bodyKinds, ...chairKinds], said: sayings };
  expect(Object.entries(values).flatMap(([name, all]) => all.filter((value) => !isWorded("value", `${name}.${value}`)))).toEqual([]);
});

test("every role that is granted has words among the facts", () => {
  expect(roles.filter((role) => !isWorded("value", `role.${role}`))).toEqual([]);
});

test("who did it is told by name, and by no name once the account was erased", () => {
  expect(sayWho(entry({}), known, words)).toBe("Mair Rees");
  expect(sayWho(entry({ personId: "gone" }), known, words)).toBe("Somebody whose account was erased (gone)");
  expect(sayWho(entry({ personId: null, action: "response.send" }), known, words)).toBe("Whoever sent the response");
  expect(sayWho(entry({ personId: null, action: "backup.make" }), known, words)).toBe("Nobody who was signed in");
});

test("what a later version wrote is told by its name instead of breaking the page", () => {
  expect(sayWhat("ballot.seal", known, words)).toContain("ballot.seal");
  const facts = { ballots: 3, odd: { nested: [1] }, seen: "2026-03-03T10:00:00.000Z" };
  const later = entry({ action: "ballot.seal", subjectKind: "ballot", facts });
  expect(sayAbout(later, known, partnership, words)).toMatchObject({ kind: "ballot", id: "c1", to: null });
  expect(sayFacts(later, known, words)).toHaveLength(3);
});

test("a consultation stands under its title with its page, and a response with that of its consultation", () => {
  const page = "/marlshire/office/consultations/c1";
  expect(sayAbout(entry({}), known, partnership, words)).toEqual({ kind: "Consultation", id: null, name: null, title: { en: "Our strategy" }, to: page });
  const sent = entry({ action: "response.send", subjectKind: "response", subjectId: "r1", facts: { consultationId: "c1", channel: "letter" } });
  expect(sayAbout(sent, known, partnership, words)).toMatchObject({ kind: "Response", id: "r1", to: page });
  expect(sayFacts(sent, known, words)).toEqual([{ name: "channel", label: "How it came", value: "Letter" }]);
});

test("somebody who has a role here stands with their page, and whoever has none or is gone without", () => {
  const about = (subjectId: string) => sayAbout(entry({ action: "person.grant-role", subjectKind: "person", subjectId }), known, partnership, words);
  expect(about("mair")).toMatchObject({ name: "Mair Rees", to: "/marlshire/office/people/mair" });
  expect(about("gone")).toMatchObject({ name: "Somebody whose account was erased (gone)", to: null });
});

test("facts are told in words", () => {
  const told = (facts: LogEntry["facts"]) => sayFacts(entry({ facts }), known, words).map(({ label, value }) => `${label}: ${value}`);
  expect(told({ role: "data-controller", includesBelow: true })).toEqual(["Role: Data controller", "In those below too: Yes"]);
  expect(told({ endedOn: "2026-03-03", reason: "resigned" })).toEqual(["Last day: 3 March 2026", "Why: Resigned"]);
  expect(told({ fileId: null, count: 1200, filter: "failed" })).toEqual(["File: None", "Number: 1,200", "Chosen: Failed"]);
});
