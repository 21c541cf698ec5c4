import fc from "fast-check";
import { expect, test } from "vitest";
import type { Coding } from "#app/analysis/coding.ts";
import { nobodyReads, seenOf, sightOf, type Readers } from "#app/analysis/reading-pass.ts";

const done = new Date("2026-11-20T10:00:00Z");
const reader = (coderId: string, isDone = false) => ({ coderId, doneAt: isDone ? done : null });
const coding = (coderId: string, pass: Coding["pass"]) => ({ coderId, pass }) as Coding;

test("what nobody was given anybody codes, in the first reading", () => {
  expect(sightOf(nobodyReads, "ruth")).toEqual({ pass: "first", sees: "first", isDone: false });
});

test("what was given to somebody is theirs to code, and others look on", () => {
  const readers = { ...nobodyReads, first: reader("ruth") };
  expect(sightOf(readers, "ruth").pass).toBe("first");
  expect(sightOf(readers, "tom")).toEqual({ pass: null, sees: "first", isDone: false });
});

test("neither of the two can change a text that both are done with, or that is settled", () => {
  const both: Readers = { first: reader("ruth", true), second: reader("tom", true), isSettled: false };
  for (const who of ["ruth", "tom"]) expect(sightOf(both, who).pass).toBeNull();
  expect(sightOf(both, "tom").sees).toBe("second");
  for (const who of ["ruth", "tom", "ann"]) expect(sightOf({ ...both, isSettled: true }, who)).toMatchObject({ pass: null, sees: "agreed" });
  expect(sightOf({ ...both, second: reader("tom") }, "ruth").pass).toBe("first");
});

test("whatever was done by whom, before it is settled neither reader sees a code of the other", () => {
  const someone = fc.option(fc.record({ coderId: fc.constantFrom("ruth", "tom"), doneAt: fc.constantFrom(null, done) }), { nil: null });
  const codings = fc.array(fc.record({ coderId: fc.constantFrom("ruth", "tom", "ann"), pass: fc.constantFrom("first", "second") }));
  fc.assert(
    fc.property(someone, fc.constantFrom(null, done), codings, (first, doneAt, all) => {
      const second = { coderId: first?.coderId === "tom" ? "ruth" : "tom", doneAt };
      const readers: Readers = { first, second, isSettled: false };
      const shown = (who: string) => seenOf(all as Coding[], sightOf(readers, who), who);
      expect(shown(second.coderId).filter((one) => one.coderId !== second.coderId || one.pass !== "second")).toEqual([]);
      for (const who of ["ruth", "tom", "ann"].filter((one) => one !== second.coderId)) expect(shown(who).filter(({ pass }) => pass === "second")).toEqual([]);
    }),
  );
});

test("once it is settled everybody sees what was agreed and nothing else", () => {
  const readers: Readers = { first: reader("ruth", true), second: reader("tom", true), isSettled: true };
  const all = [coding("ruth", "first"), coding("tom", "second"), coding("ann", "agreed")];
  for (const who of ["ruth", "tom", "ann"]) expect(seenOf(all, sightOf(readers, who), who)).toEqual([all[2]]);
});
