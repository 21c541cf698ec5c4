import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecoveryCode } from "#app/people/recovery-code.ts";
import { newReference } from "#app/shared/keys.server.ts";

test.each(["7KQ2-M4XP-9RTC", "7kq2m4xp9rtc", " 7kq2 m4xp 9rtc\n", "7KQ2–M4XP–9RTC", "⁦7KQ2-M4XP-9RTC⁩", "７KQ2-M4XP-9RTC"])("%j is the code 7KQ2-M4XP-9RTC", (typed) => {
  expect(readRecoveryCode(typed)).toBe("7KQ2-M4XP-9RTC");
});

test.each(["", "7KQ2-M4XP-9RT", "7KQ2-M4XP-9RTC-2", "123456"])("%j cannot be a recovery code", (typed) => {
  expect(readRecoveryCode(typed)).toBeUndefined();
});

test("a code is read as it is shown, and whatever is typed", () => {
  for (let time = 0; time < 50; time += 1) {
    const code = newReference();
    expect(readRecoveryCode(code.toLowerCase())).toBe(code);
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void readRecoveryCode(typed)));
});
