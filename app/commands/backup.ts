// npm run backup: one file with the whole database and every uploaded file, made while the server runs.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { backupUsage, readBackupArguments } from "#app/backups/arguments.ts";
import { readPassphrase } from "#app/backups/encryption.server.ts";
import { makeBackup, megabytes, weigh } from "#app/backups/make.server.ts";
import { thisProduct } from "#app/backups/product.server.ts";
import { placeOf, runCommand, say } from "#app/shared/command.server.ts";
import { config } from "#app/shared/config.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { embeddedDatabaseDir, startDatabase } from "#app/shared/prepare.server.ts";

await runCommand(async () => {
  const read = readBackupArguments(process.argv.slice(2));
  if (!read.ok) throw new PlainError(`${read.problem}\n${backupUsage}`);
  const { to, keep = null, withSecret, passphraseFile } = read.value;
  const passphrase = passphraseFile === undefined ? null : await readPassphrase(placeOf(passphraseFile));
  if (!config().databaseUrl && !existsSync(embeddedDatabaseDir())) {
    throw new PlainError(`There is nothing to back up: no database is in ${config().dataDir} yet.`);
  }
  const database = await startDatabase();
  try {
    const folder = to === undefined ? join(config().dataDir, "backups") : placeOf(to);
    const made = await makeBackup({
      ...{ url: database.url, folder, keep, withSecret, passphrase, product: thisProduct(), now: new Date(), report: say },
    });
    const { files, brokenSeal } = made.closing;
    const { rows, isWhole } = weigh(made.closing);
    say(`Made: ${made.path}`);
    say(`${rows.toLocaleString("en-GB")} rows and ${files.count.toLocaleString("en-GB")} files in ${megabytes(made.bytes)}${passphrase === null ? "" : ", encrypted"}.`);
    if (!withSecret) say("The secret is not in it: keep a copy of that elsewhere. See docs/backup.md.");
    if (to === undefined) say("It lies on the same disk as what it is a copy of: take it elsewhere.");
    if (isWhole) return;
    process.exitCode = 2;
    const wrong = [...files.missing.map((key) => `missing: ${key}`), ...files.damaged.map((key) => `not as it was saved: ${key}`)];
    for (const line of wrong.slice(0, 20)) process.stderr.write(`  ${line}\n`);
    if (wrong.length > 0) process.stderr.write(`The backup is made, but ${wrong.length} files that the database names are missing or not as they were saved.\n`);
    if (brokenSeal !== null) {
      process.stderr.write(`The backup is made, but the audit log has been changed: its seal up to entry ${brokenSeal} does not hold.\n`);
    }
  } finally {
    await database.stop();
  }
});
