// Every table is either said to hold nothing about anybody, or belongs to one place where personal data is looked after.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { impersonalTables, safeguardingTables, readRef, readSearch, writeRef } from "#app/privacy/holding.ts";
import { holdings } from "#app/privacy/holdings.server.ts";

test("every table is told to be personal or not, so that a new one is not forgotten: enter it in privacy/holding.ts or in a holding", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name!);
  const told = [...impersonalTables, ...safeguardingTables, ...holdings.flatMap(({ tables }) => tables)];
  expect(new Set(told).size).toBe(told.length);
  expect([...told].sort()).toEqual([...models].sort());
});

test("somebody is looked for by an address, a reference or three letters of a name", () => {
  expect(readSearch(" Mair@People.example ")).toEqual({ by: "email", email: "mair@people.example" });
  expect(readSearch("7kq2 m4xp 9rtc")).toEqual({ by: "reference", reference: "7KQ2-M4XP-9RTC" });
  expect(readSearch("KQPT-MXPW-RTCB")).toEqual({ by: "reference", reference: "KQPT-MXPW-RTCB" });
  expect(readSearch("Siân Parry")).toEqual({ by: "name", name: "Siân Parry" });
  expect(readSearch("Ab")).toBeNull();
  expect(readSearch("  ")).toBeNull();
});

test("a thing is named by its kind and id, and by nothing else", () => {
  const ref = { kind: "response", id: "abcdefgh23456789" } as const;
  expect(readRef(writeRef(ref))).toEqual(ref);
  for (const other of [undefined, "", "response", "secret:abc", "response:../x", "response:"]) expect(readRef(other)).toBeNull();
});
