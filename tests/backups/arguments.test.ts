import { expect, test } from "vitest";
import { readBackupArguments, readRestoreArguments } from "#app/backups/arguments.ts";

const words = (line: string) => line.split(" ").filter((word) => word !== "");
const backup = (line: string) => {
  const read = readBackupArguments(words(line));
  return read.ok ? read.value : read.problem;
};
const restore = (line: string) => {
  const read = readRestoreArguments(words(line));
  return read.ok ? read.value : read.problem;
};

test("a backup needs nothing said, and then leaves the secret out and takes no other away", () => {
  expect(backup("")).toEqual({ withSecret: false });
  expect(backup("--to /mnt/b --keep=14 --with-secret --passphrase-file p")).toEqual({ to: "/mnt/b", keep: 14, withSecret: true, passphraseFile: "p" });
});

test.each([
  ["/mnt/b", "“/mnt/b” is one word too many; the folder is given with --to."],
  ["--keep 0", "--keep needs a whole number from 1 to 9999."],
  ["--keep -1", "--keep needs a whole number from 1 to 9999."],
  ["--keep", "--keep needs a value after it."],
  ["--everything", "There is no option --everything here."],
])("of a backup, “%s” is answered: %s", (line, problem) => {
  expect(backup(line)).toBe(problem);
});

test("a restore needs its file, and only restores without the old secret when told that it is lost", () => {
  expect(restore("b.tar.gz")).toEqual({ file: "b.tar.gz", onlyCheck: false, newSecret: false });
  expect(restore("--check b.tar.gz --passphrase-file p")).toEqual({ file: "b.tar.gz", onlyCheck: true, newSecret: false, passphraseFile: "p" });
  expect(restore("")).toBe("Name the backup to restore.");
  expect(restore("a b")).toBe("Only one backup can be restored; “b” is one too many.");
});
