// What administrators are told of each role is what the policies say.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listDuties, sentences } from "#app/home/duties.ts";
import { roles } from "#app/people/role.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const policies = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /policy\.ts$/.test(file))
  .map((file) => readFileSync(`app/${file}`, "utf8"));

test("every sentence over roles in any policy is told", () => {
  const told = readFileSync("app/home/duties.ts", "utf8");
  const all = policies.flatMap((source) => [...source.matchAll(/export function (may\w+)\(roles: readonly (?:Role|string)\[\]/g)].map(([, name]) => name!));
  expect(all.length).toBeGreaterThan(9);
  expect(all.filter((name) => !new RegExp(`\\b${name}\\b[^,]*[,)}]`).test(told.split("export const sentences")[1]!))).toEqual([]);
});

test("a role is told what holds for whoever has it alone, and each role is told", () => {
  const of = new Map(listDuties().map(({ role, duties }) => [role, duties]));
  expect([...of.keys()]).toEqual([...roles]);
  expect(of.get("administrator")).toEqual(sentences.map(({ name }) => name).filter((name) => name !== "publish-equality" && name !== "export-contacts"));
  expect(of.get("analyst")).toEqual(["see-office", "enter-responses", "exclude-responses", "see-results", "read-answers", "analyse", "code", "lead-coding", "export-responses", "freeze", "draft-report", "write-replies", "see-publication", "prepare-results", "see-report", "write-report", "raise-safeguarding"]);
  expect(of.get("representative")).toEqual([]);
});

test.each(languages)("every sentence has words in %s", (language) => {
  const { t } = wordsFor(language);
  for (const { name } of sentences) expect(t(`roles:duty.${name}`)).not.toBe("");
});
