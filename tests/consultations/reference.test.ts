import fc from "fast-check";
import { expect, test } from "vitest";
import { hasLookalike, readReference } from "#app/consultations/reference.ts";

test("a reference is understood however it is written down", () => {
  for (const typed of ["7KQ2-M4XP-9RTC", "7kq2m4xp9rtc", " 7kq2 m4xp 9rtc ", "7KQ2–M4XP—9RTC", "7kq2.m4xp.9rtc", "７KQ２-M4XP-9RTC"]) {
    expect(readReference(typed), typed).toBe("7KQ2-M4XP-9RTC");
  }
});

test("a reference typed in the digits of Urdu is understood", () => {
  expect(readReference("۷kq۲-m۴xp-۹rtc")).toBe("7KQ2-M4XP-9RTC");
});

test("the whole link of a letter may be pasted", () => {
  const link = "https://council.example/cy/marlshire/consultations/abc/respond/return?key=7KQ2-M4XP-9RTC";
  expect(readReference(link)).toBe("7KQ2-M4XP-9RTC");
});

test("what cannot be a reference opens nothing", () => {
  for (const typed of ["", "7KQ2-M4XP", "7KQ2-M4XP-9RTC-9", "0KQ2-M4XP-9RTC", "LKQ2-M4XP-9RTC"]) {
    expect(readReference(typed), typed).toBeNull();
  }
});

test("a figure or letter that no reference has, because it looks like another, can be told", () => {
  expect(hasLookalike("7KQ2-M4XP-9RT0")).toBe(true);
  expect(hasLookalike("oKQ2-M4XP-9RTC")).toBe(true);
  expect(hasLookalike("7KQ2-M4XP-9RT")).toBe(false);
});

test("nothing typed makes reading a reference throw, and what is read is always a reference", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (typed) => {
      const read = readReference(typed);
      return read === null || /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/.test(read);
    }),
  );
});
