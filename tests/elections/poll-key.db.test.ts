// The key of a poll: where it lies, what is made with it, and that it is gone when it is destroyed.
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { codeHashOf, codeOf, destroyPollKey, makePollKey, markOf, openBallot, pollKey, sealBallot, slotOf, type PollKey } from "#app/elections/poll-key.server.ts";
import { config, readConfig } from "#app/shared/config.server.ts";

const folder = () => config().pollKeysDir;
afterEach(() => rmSync(folder(), { recursive: true, force: true }));

function keyFor(electionId: string): PollKey {
  makePollKey(electionId);
  return pollKey(electionId)!;
}

test("a key is made once, readable by its owner alone, and never twice the same", () => {
  const key = keyFor("poll2");
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(keyFor("poll2")).toBe(key);
  expect(keyFor("poll3")).not.toBe(key);
  expect(statSync(join(folder(), "poll2")).mode & 0o777).toBe(0o600);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder()).sort()).toEqual(["poll2", "poll3"]);
});

test("its folder lies in the data folder, or where the setting says", () => {
  expect(folder()).toBe(join(config().dataDir, "poll-keys"));
  expect(readConfig({ POLL_KEYS_DIR: "/run/poll-keys" }).pollKeysDir).toBe("/run/poll-keys");
});

test("a destroyed key is overwritten, gone with all that was left of it, and destroying it again does no harm", () => {
  const key = keyFor("poll2");
  keyFor("poll3");
  writeFileSync(join(folder(), "poll2.abc"), key);
  // another name of the same file shows what became of its bytes
  const other = join(config().dataDir, "other-name");
  linkSync(join(folder(), "poll2"), other);
  destroyPollKey("poll2");
  expect(readFileSync(other, "latin1")).not.toContain(key);
  rmSync(other);
  expect(pollKey("poll2")).toBeNull();
  expect(readdirSync(folder())).toEqual(["poll3"]);
  destroyPollKey("poll2");
  expect(pollKey("poll3")).not.toBeNull();
});

test("without a folder there is no key and nothing to destroy", () => {
  expect(pollKey("poll2")).toBeNull();
  destroyPollKey("poll2");
  expect(existsSync(folder())).toBe(false);
});

test("a file that was cut short is told by its name and not by what is in it; no id leads elsewhere", () => {
  const key = keyFor("poll2");
  writeFileSync(join(folder(), "poll2"), key.slice(0, 40));
  expect(() => pollKey("poll2")).toThrow(`The file ${join(folder(), "poll2")} does not hold the key of a poll any more`);
  expect(() => pollKey("poll2")).not.toThrow(key.slice(0, 20));
  for (const id of ["../secret", "", "poll2.abc"]) expect(() => pollKey(id)).toThrow("no election's id");
});

test("codes, slots and marks differ by key, voter, issue and what they are for", () => {
  const [first, second] = [keyFor("poll2"), keyFor("poll3")];
  const made = [first, second].flatMap((key) =>
    ["voter2", "voter3"].flatMap((voter) => [codeOf(key, voter, 1), codeOf(key, voter, 2), slotOf(key, voter), markOf(key, voter, "ballot"), markOf(key, voter, "reminded")]),
  );
  expect(new Set(made).size).toBe(made.length);
  expect(codeOf(first, "voter2", 1)).toBe(codeOf(first, "voter2", 1));
  // because joining parts without saying where each ends would make these alike
  expect(codeOf(first, "voter1", 11)).not.toBe(codeOf(first, "voter11", 1));
  expect(codeHashOf(first, codeOf(first, "voter2", 1))).toMatch(/^[0-9a-f]{64}$/);
  expect(codeHashOf(first, "7KQ2-M4XP-9RTC")).not.toBe(codeHashOf(second, "7KQ2-M4XP-9RTC"));
});

test("a ballot opens under its own key in its own place alone, is as long as any other and never written alike", () => {
  const key = keyFor("poll2");
  const place = { electionId: "poll2", slot: slotOf(key, "voter2") };
  const sealed = sealBallot(key, place, "[1,2]");
  expect(openBallot(key, place, sealed)).toBe("[1,2]");
  expect(sealBallot(key, place, "[1,2]")).not.toEqual(sealed);
  expect(sealBallot(key, place, "[]")).toHaveLength(sealed.length);
  expect(openBallot(keyFor("poll3"), place, sealed)).toBeNull();
  expect(openBallot(key, { ...place, slot: slotOf(key, "voter3") }, sealed)).toBeNull();
  expect(openBallot(key, { ...place, electionId: "poll3" }, sealed)).toBeNull();
  for (const at of [0, 15, 40, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    expect(openBallot(key, place, changed)).toBeNull();
  }
  expect(openBallot(key, place, sealed.slice(0, 20))).toBeNull();
  const longest = JSON.stringify({ preferences: Array.from({ length: 200 }, (_, index) => index + 1), code: "7KQ2-M4XP-9RTC" });
  expect(openBallot(key, place, sealBallot(key, place, longest))).toBe(longest);
});
