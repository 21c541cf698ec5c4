// What the backup and the restore command are asked to do, read from the words after them.
import { readOptions } from "#app/shared/options.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export type BackupAsked = {
  /** The folder the backup goes to; none means the one in the data folder. */
  to?: string;
  /** How many of our own backups stay in that folder. */
  keep?: number;
  withSecret: boolean;
  passphraseFile?: string;
};

export const backupUsage = `Usage:
  npm run backup -- [--to FOLDER] [--keep NUMBER] [--passphrase-file FILE] [--with-secret]
See docs/backup.md.`;

/** What is asked, or one sentence about what is wrong. */
export function readBackupArguments(words: readonly string[]): Result<BackupAsked, string> {
  const read = readOptions(words, { takes: ["--to", "--keep", "--passphrase-file"], flags: ["--with-secret"] });
  if (!read.ok) return read;
  const { given, others } = read.value;
  if (others.length > 0) return fail(`“${others[0]}” is one word too many; the folder is given with --to.`);
  const [to, keep, passphraseFile] = [given.get("--to"), given.get("--keep"), given.get("--passphrase-file")];
  if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep)) return fail("--keep needs a whole number from 1 to 9999.");
  return succeed({
    withSecret: given.has("--with-secret"),
    ...(to !== undefined && { to }),
    ...(keep !== undefined && { keep: Number(keep) }),
    ...(passphraseFile !== undefined && { passphraseFile }),
  });
}

export type RestoreAsked = { file: string; onlyCheck: boolean; newSecret: boolean; passphraseFile?: string };

export const restoreUsage = `Usage:
  npm run restore -- FILE [--passphrase-file FILE] [--new-secret]
  npm run restore -- FILE --check [--passphrase-file FILE]
See docs/backup.md.`;

/** What is asked, or one sentence about what is wrong. */
export function readRestoreArguments(words: readonly string[]): Result<RestoreAsked, string> {
  const read = readOptions(words, { takes: ["--passphrase-file"], flags: ["--check", "--new-secret"] });
  if (!read.ok) return read;
  const { given, others } = read.value;
  const [file, second] = others;
  if (file === undefined || file === "") return fail("Name the backup to restore.");
  if (second !== undefined) return fail(`Only one backup can be restored; “${second}” is one too many.`);
  const passphraseFile = given.get("--passphrase-file");
  return succeed({
    ...{ file, onlyCheck: given.has("--check"), newSecret: given.has("--new-secret") },
    ...(passphraseFile !== undefined && { passphraseFile }),
  });
}
