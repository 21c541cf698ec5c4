import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kindName } from "#app/people/kept-letters.ts";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)letters\.ts$/.test(file.replaceAll("\\", "/")))
  .map((file) => [file.replaceAll("\\", "/").split("/")[0]!, readFileSync(`app/${file}`, "utf8")] as const);

test("every letter there is has words for what it is", () => {
  const kinds = sources.flatMap(([subject, source]) => [
    ...[...source.matchAll(/kind: "([a-z-]+\/[a-z-]+)"/g)].map(([, kind = ""]) => kind),
    ...[...source.matchAll(/return letter\("([a-z-]+)"/g)].map(([, name]) => `${subject}/${name}`),
  ]);
  expect(kinds.length).toBeGreaterThan(5);
  expect(kinds.filter((kind) => kindName(kind) === "other")).toEqual([]);
  expect(kindName("of/yesterday")).toBe("other");
});
