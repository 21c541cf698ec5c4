import { expect, test } from "vitest";
import { readSender } from "#app/settings/sender.ts";

const typed = { "sender-name": "Marlshire Partnership", "sender-address": "hello@marlshire.example", "reply-to": "" };

test("a sender has a name and an address; replies go to another address only where one is given", () => {
  const value = { senderName: "Marlshire Partnership", senderAddress: "hello@marlshire.example", replyTo: null };
  expect(readSender(typed)).toEqual({ ok: true, value });
  expect(readSender({ ...typed, "reply-to": "Hello@Marlshire.example" })).toEqual({ ok: true, value });
  expect(readSender({ ...typed, "reply-to": "Team@Marlshire.example" })).toMatchObject({ value: { replyTo: "team@marlshire.example" } });
});

test("a name cannot carry another header or address into a letter", () => {
  const read = readSender({ ...typed, "sender-name": "Marlshire\r\nBcc: all@example.com" });
  expect(read).toMatchObject({ value: { senderName: "Marlshire Bcc: all@example.com" } });
  expect(readSender({ ...typed, "sender-address": "a@b.example\r\nBcc: c@d.example" }).ok).toBe(false);
  expect(readSender({ ...typed, "reply-to": "a@b.example, c@d.example" }).ok).toBe(false);
});

test("what is missing or wrong is told field by field", () => {
  const read = readSender({ "sender-name": " ", "sender-address": "hello", "reply-to": "@" });
  expect(read).toEqual({
    ok: false,
    problem: [
      { field: "sender-name", code: "name-missing" },
      { field: "sender-address", code: "address" },
      { field: "reply-to", code: "reply-to" },
    ],
  });
});
