// npm run secrets: says where the secrets lie, makes a new one, and retires the ones before it. docs/running.md
import { keepDiversity } from "#app/bodies/diversity.store.server.ts";
import { draftCookieSeconds } from "#app/consultations/draft-cookie.server.ts";
import { moveEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { moveAuthenticators } from "#app/people/authenticators.store.server.ts";
import { runCommand, say } from "#app/shared/command.server.ts";
import { config } from "#app/shared/config.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { closeDatabase, inTransaction } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { forgetSecretsBefore, isSeenByAll, knownSecrets, makeNewSecret, secretFile, secretsReplaced } from "#app/shared/secrets.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const usage = `Usage:
  npm run secrets                       where the secret lies and which older ones are still valid
  npm run secrets -- new                makes a new one; the one before goes on opening what it made
  npm run secrets -- retire [--now]     ends the older ones`;

const day = (instant: Date) => wordsFor("en").date(dayOf(instant));

await runCommand(async () => {
  const [what, ...rest] = process.argv.slice(2);
  const now = new Date();
  if (what === undefined) return tell();
  if (what === "new" && rest.length === 0) return makeNew(now);
  if (what === "retire" && rest.every((word) => word === "--now")) return retire(now, rest.length > 0);
  throw new PlainError(usage);
});

/** From then on no device still holds a draft's cookie that an older secret signed. */
function nobodyLosesFrom(replacedAt: Date): Date {
  return new Date(replacedAt.getTime() + draftCookieSeconds * 1000);
}

function tell() {
  knownSecrets();
  const { secret, secretsBefore } = config();
  if (secret) say("The secret is the setting FOLKMOOT_SECRET.");
  else say(`The secret lies in ${secretFile()}, for the user who runs Folkmoot alone. Keep a copy of it apart from the backups of the database.`);
  for (const { replacedAt } of secret ? [] : secretsReplaced()) {
    say(`One before it, replaced on ${day(replacedAt)}, still opens what it made. From ${day(nobodyLosesFrom(replacedAt))} nobody loses anything when it is retired.`);
  }
  if (secretsBefore.length > 0) say(`Older ones in FOLKMOOT_SECRET_BEFORE that still open what they made: ${secretsBefore.length}.`);
}

function makeNew(now: Date) {
  if (config().secret) {
    throw new PlainError(
      "The secret is the setting FOLKMOOT_SECRET, which this command cannot change: draw a new one (openssl rand -hex 32), set FOLKMOOT_SECRET to it and FOLKMOOT_SECRET_BEFORE to the one before, and start every Folkmoot process again.",
    );
  }
  makeNewSecret(now);
  say(`There is a new secret in ${secretFile()}. What runs takes it up within seconds; the one before goes on opening what it made.`);
  say(`From ${day(nobodyLosesFrom(now))} nobody loses anything when the one before is retired: npm run secrets -- retire`);
  say("If the one before is known to somebody who must not know it, retire it now: npm run secrets -- retire --now");
}

async function retire(now: Date, atOnce: boolean) {
  const replaced = config().secret ? [] : secretsReplaced();
  if (knownSecrets().length === 1) return say("There is no older secret.");
  if (!isSeenByAll(replaced, now)) throw new PlainError("The new secret was made a moment ago: wait until what runs has taken it up, half a minute at most.");
  const [last] = replaced;
  if (last && !atOnce && now < nobodyLosesFrom(last.replacedAt)) {
    throw new PlainError(
      `The secret was replaced on ${day(last.replacedAt)}. Until ${day(nobodyLosesFrom(last.replacedAt))} there are devices that would forget the response begun on them, which its reference still opens. To retire the older ones all the same: npm run secrets -- retire --now`,
    );
  }
  const database = await openPreparedDatabase();
  try {
    const moved = await moveEqualityAnswers();
    const ofThoseWhoSit = await inTransaction((transaction) => keepDiversity(transaction, dayOf(now)));
    say(`Equality answers moved to the new key: ${moved + ofThoseWhoSit}.`);
    say(`Apps for one-time codes encrypted under the new key: ${await moveAuthenticators()}.`);
  } finally {
    await closeDatabase();
    await database.stop();
  }
  forgetSecretsBefore();
  if (config().secretsBefore.length === 0) return say("The older secrets are gone: what they made opens nothing any more.");
  say("Now take FOLKMOOT_SECRET_BEFORE out of the settings and start every Folkmoot process again.");
}
