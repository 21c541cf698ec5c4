import fc from "fast-check";
import { matchRoutes } from "react-router-dom";
import { expect, it } from "vitest";
import { makeUrlTable } from "#app/shared/url-table.ts";
import remixConfig from "../../remix.config.js";

const lines: { id: string; path: string; index?: boolean }[] = [];
remixConfig.routes!((define) => {
  define((path, file, options) => void lines.push({ id: file, path: path ?? "", ...(typeof options === "object" && options.index && { index: true }) }));
  return {};
}) as unknown;

const words = [...new Set(lines.flatMap(({ path }) => path.split("/")).filter((one) => one !== "" && !/[:*]/.test(one)))];
const segment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, fc.constantFrom("marlshire", "abc123", "a%20b", "%D8%A2", "x.csv", "Sign-In", "OFFICE"));
const routes = lines.map(({ id, path, index }) => ({ id, path, ...(index ? { index: true as const } : {}) }));

it("finds the same page, with the same names, as Remix does for any address of the table's own words", () => {
  const find = makeUrlTable(lines);
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 7 }), (segments) => {
      const path = `/${segments.join("/")}`;
      const [theirs] = matchRoutes(routes, path) ?? [];
      const ours = find(path);
      if (theirs?.route.path === "*") expect(ours).toBeNull();
      else expect([ours?.id, ours?.params]).toEqual([theirs?.route.id, JSON.parse(JSON.stringify(theirs?.params))]);
    }),
    { numRuns: 2000 },
  );
});

it("leaves to Remix what has more slashes than it needs", () => {
  const find = makeUrlTable(lines);
  expect(find("/sign-in/")).toBeNull();
  expect(find("//")).toBeNull();
});
