// npm run restore: checks a backup, and restores it into an empty database and data folder.
import { readRestoreArguments, restoreUsage } from "#app/backups/arguments.ts";
import { jobsTable, type Closing, type Head } from "#app/backups/backup.ts";
import { readPassphrase } from "#app/backups/encryption.server.ts";
import { megabytes, weigh } from "#app/backups/make.server.ts";
import { checkBackup } from "#app/backups/read.server.ts";
import { restoreBackup } from "#app/backups/restore.server.ts";
import { placeOf, runCommand, say } from "#app/shared/command.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { migrationsDir, startDatabase } from "#app/shared/prepare.server.ts";

await runCommand(async () => {
  const read = readRestoreArguments(process.argv.slice(2));
  if (!read.ok) throw new PlainError(`${read.problem}\n${restoreUsage}`);
  const { onlyCheck, newSecret, passphraseFile } = read.value;
  const file = placeOf(read.value.file);
  const passphrase = passphraseFile === undefined ? null : await readPassphrase(placeOf(passphraseFile));
  if (onlyCheck) return tell(await checkBackup(file, passphrase), "All of it is as it was written.");
  const database = await startDatabase();
  try {
    const restored = await restoreBackup({ file, passphrase, newSecret, url: database.url, migrationsDir, report: say });
    tell(restored, "Restored, and checked against the backup.");
    const { waitingJobs } = restored;
    if (waitingJobs > 0) say(`${waitingJobs.toLocaleString("en-GB")} letters and other jobs that waited go on when Folkmoot starts.`);
    say("Nobody is signed in any more. See docs/backup.md for what else to look at now.");
  } finally {
    await database.stop();
  }
});

function tell({ head, closing, secrets }: { head: Head; closing: Closing; secrets: readonly unknown[] }, verdict: string) {
  const { files, tables, brokenSeal } = closing;
  say(`${head.name}, made ${head.madeAt} by Folkmoot ${head.version}${head.commit === null ? "" : ` (${head.commit.slice(0, 8)})`}`);
  const { [jobsTable]: waiting, ...ours } = tables;
  const jobs = waiting?.rows ?? 0;
  say(`${(weigh(closing).rows - jobs).toLocaleString("en-GB")} rows in ${Object.keys(ours).length} tables, ${files.count.toLocaleString("en-GB")} files of ${megabytes(files.bytes)}, ${jobs} jobs that waited.`);
  say(secrets.length > 0 ? "The secret is in it." : "The secret is not in it.");
  const wrong = files.missing.length + files.damaged.length;
  if (wrong > 0) say(`${wrong} files were missing or damaged already when it was made.`);
  if (brokenSeal !== null) say(`The audit log had been changed already when it was made: its seal up to entry ${brokenSeal} does not hold.`);
  say(verdict);
}
