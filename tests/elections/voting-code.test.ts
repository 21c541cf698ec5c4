import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAlphabet, readCode, spellCode } from "#app/elections/voting-code.ts";

const number = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });

test("a code is twelve letters in groups of four, none of which looks like another", () => {
  expect(codeAlphabet).toHaveLength(31);
  fc.assert(fc.property(number, (one) => /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/.test(spellCode(one))));
});

test("whatever its case and however it is grouped, a code reads as itself", () => {
  const typings = [
    (code: string) => code.toLowerCase(),
    (code: string) => code.replaceAll("-", ""),
    (code: string) => ` ${code.replaceAll("-", " – ")} `,
    (code: string) => [...code.replaceAll("-", "")].join(" "),
    (code: string) => code.replace(/[2-9]/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit))),
  ];
  fc.assert(fc.property(number, fc.constantFrom(...typings), (one, typed) => readCode(typed(spellCode(one))) === spellCode(one)));
});

test.each(["", "7KQ2-M4XP", "7KQ2-M4XP-9RTC2", "7KQ2-M4XP-9RT0", "7KQ2-M4XP-9RTI", "7KQ2/M4XP/9RTC"])("“%s” is no code", (typed) => {
  expect(readCode(typed)).toBeNull();
});
