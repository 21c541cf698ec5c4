// Settings: secrets from files, and what is wrong said without them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "#app/shared/config.server.ts";

const folder = mkdtempSync(join(tmpdir(), "folkmoot-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(text: string): string {
  const path = join(folder, "credential");
  writeFileSync(path, text);
  return path;
}

const secret = "a-secret-of-more-than-32-characters";
const older = "an-older-one-of-more-than-32-characters";

test("what holds a secret may lie in a file, with or without a new line at its end", () => {
  expect(readConfig({ DATABASE_URL_FILE: fileWith("postgresql://clerk:open-sesame@db/folkmoot\n") }).databaseUrl).toBe("postgresql://clerk:open-sesame@db/folkmoot");
  expect(readConfig({ SMTP_URL_FILE: fileWith("smtps://clerk:open-sesame@mail") }).smtpUrl).toBe("smtps://clerk:open-sesame@mail");
  expect(readConfig({ FOLKMOOT_SECRET_FILE: fileWith(`${secret}\n`) }).secret).toBe(secret);
});

test("several older secrets are given one a line; none is no fault", () => {
  expect(readConfig({ FOLKMOOT_SECRET_BEFORE: `${secret}\n${older}\n` }).secretsBefore).toEqual([secret, older]);
  expect(readConfig({ FOLKMOOT_SECRET_BEFORE_FILE: fileWith("\n") }).secretsBefore).toEqual([]);
  expect(readConfig({}).secretsBefore).toEqual([]);
});

test("given both ways, missing or empty, a file is named in one sentence", () => {
  expect(() => readConfig({ SMTP_URL: "smtp://mail", SMTP_URL_FILE: "x" })).toThrow("Both SMTP_URL and SMTP_URL_FILE are set: take one of them away.");
  expect(() => readConfig({ SMTP_URL_FILE: join(folder, "none") })).toThrow(`The file ${join(folder, "none")}, which SMTP_URL_FILE names, is not there.`);
  expect(() => readConfig({ SMTP_URL_FILE: folder })).toThrow(`The file ${folder}, which SMTP_URL_FILE names, cannot be read.`);
  expect(() => readConfig({ SMTP_URL_FILE: fileWith(" \n") })).toThrow("is empty.");
});

test.each([
  ["DATABASE_URL", "mysql://clerk:open-sesame@db/folkmoot"],
  ["SMTP_URL", "http://clerk:open-sesame@mail"],
  ["SMTP_URL", "smtp://clerk:open-sesame@mail:port"],
  ["FOLKMOOT_SECRET", "open-sesame"],
  ["FOLKMOOT_SECRET_BEFORE", `${secret}\nopen-sesame`],
])("a secret in %s that is not right is not repeated in what is said, nor kept with it", (name, value) => {
  for (const settings of [{ [name]: value }, { [`${name}_FILE`]: fileWith(value) }]) {
    let problem: unknown;
    try {
      readConfig(settings);
    } catch (caught) {
      problem = caught;
    }
    expect(String(problem)).toMatch(new RegExp(`^PlainError: The setting ${name} is not right: .+\\.$`));
    expect(`${String((problem as Error).stack)} ${JSON.stringify(problem, Object.getOwnPropertyNames(problem))}`).not.toMatch(/open-sesame|more-than-32/);
  }
});
