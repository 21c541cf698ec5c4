import nodemailer from "nodemailer";
import { expect, test } from "vitest";
import { sendingOptions } from "#app/shared/smtp.server.ts";

test.each([
  ["smtp://clerk:open-sesame@mail.example.gov.uk:587", true],
  ["smtp://10.0.0.25", true],
  ["smtp://127.example.org", true],
  ["smtp://localhost:1025", false],
  ["smtp://127.0.0.1:1025", false],
  ["smtp://[::1]:25", false],
])("a letter to %s leaves this machine on an encrypted line alone", (url, requireTLS) => {
  expect(sendingOptions(url)).toMatchObject({ requireTLS });
});

test("whoever runs the server may say that a network in between is as good, in the address itself", () => {
  const { options } = nodemailer.createTransport(sendingOptions("smtp://relay.internal:25?requireTLS=false")) as unknown as { options: object };
  expect(options).toMatchObject({ requireTLS: false, host: "relay.internal" });
});

test("the certificate of a mail server is checked", () => {
  const { options } = nodemailer.createTransport(sendingOptions("smtps://mail.example.gov.uk")) as unknown as { options: { secure: boolean; tls?: object } };
  expect(options.secure).toBe(true);
  expect(options.tls ?? {}).not.toHaveProperty("rejectUnauthorized");
});
