import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenAt, issuesInWords, linesOf } from "#app/shared/file-issues.ts";

test("each part of a file is on the line on which it begins, and what is missing on the line of what it is missing from", () => {
  const lineOf = linesOf('{\n  "a": [1,\n    {"b\\"]": null,\n     "c": "x\\n"}],\n "d": -1.5e3 }');
  const ways = [[], ["a"], ["a", 0], ["a", 1], ["a", 1, 'b"]'], ["a", 1, "c"], ["d"], ["a", 1, "none"], ["a", 9, "z"], ["none"]];
  expect(ways.map(lineOf)).toEqual([1, 2, 2, 3, 3, 4, 5, 3, 2, 1]);
});

test("whatever JSON it is, every part of it is found, each where a line is broken before it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 1);
      const lineOf = linesOf(text);
      const look = (part: unknown, path: (string | number)[]): void => {
        const line = text.split("\n")[lineOf(path)! - 1]!;
        const name = path.at(-1);
        if (typeof name === "string") expect(line.trim().startsWith(JSON.stringify(name))).toBe(true);
        if (typeof part === "object" && part !== null) for (const [key, below] of Object.entries(part)) look(below, [...path, Array.isArray(part) ? Number(key) : key]);
      };
      look(JSON.parse(text), []);
    }),
  );
});

test("what is wrong is told in the order of the file, and not more of it than one reads", () => {
  const lineOf = linesOf('{"list":\n["a",\n"b"]}');
  const issues = [{ path: ["list", 1], wrong: "it is wrong" }, { path: ["list", 0], wrong: "it is not right" }];
  expect(issuesInWords(issues, lineOf)).toBe("  Line 2, list[0]: it is not right\n  Line 3, list[1]: it is wrong");
  expect(issuesInWords([{ path: [], wrong: "it is missing" }], () => null)).toBe("  the file: it is missing");
  expect(issuesInWords(Array.from({ length: 40 }, () => issues[0]!), lineOf).split("\n").at(-1)).toBe("  and 10 more");
});

test("a text that is no JSON is told with the line on which it breaks", () => {
  expect(brokenAt("  ", "x")).toBe("it is empty");
  expect(brokenAt("{\n1", "Unexpected token 1 in JSON at position 2")).toBe("Unexpected token 1 in JSON at position 2 (line 2)");
  expect(brokenAt("{\n\n", "Unexpected end of JSON input")).toBe("Unexpected end of JSON input (line 3)");
  expect(brokenAt("{\n1", "Expected a name at position 2 (line 2 column 1)")).toBe("Expected a name at position 2 (line 2 column 1)");
});
