// npm run setup: the first partnership and its administrator on an empty database, or a new link for an administrator.
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import {
  decideSetup,
  readSetupAnswer,
  readSetupArguments,
  setupQuestions,
  setupUsage,
  type SetupAnswers,
} from "#app/people/first-partnership.ts";
import { handLink, saveFirstPartnership, type HandedLink } from "#app/people/first-partnership.store.server.ts";
import { signInLinkPath } from "#app/people/paths.ts";
import { handedLinkExpiresAt } from "#app/people/sign-in.ts";
import { runCommand, say } from "#app/shared/command.server.ts";
import { config } from "#app/shared/config.server.ts";
import { closeDatabase, db, isDemonstration } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { secretFile } from "#app/shared/secrets.server.ts";
import { openTerminal } from "#app/shared/terminal.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";

await runCommand(async () => {
  if (process.argv.includes("--help")) return say(setupUsage);
  const read = readSetupArguments(process.argv.slice(2), process.env);
  if (!read.ok) throw new PlainError(`${read.problem}\n${setupUsage}`);
  const asked = read.value;
  const database = await openPreparedDatabase();
  try {
    if (asked.what === "link") return await giveLink(asked.email);
    await requireEmpty();
    await setUp(asked.isDecided ? decided(asked.given) : await askFor(asked.given));
  } finally {
    await closeDatabase();
    await database.stop();
  }
});

async function requireEmpty() {
  const [first] = await listPartnerships(db());
  if (!first) return;
  throw new PlainError(
    isDemonstration()
      ? "This database holds the demonstration, and nothing was changed: set FOLKMOOT_DATA_DIR to a new folder, or DATABASE_URL to the council's own database."
      : `This database has a partnership already (${partnershipPath(first)}), and nothing was changed. For an administrator who has lost the way in: npm run setup -- --link EMAIL`,
  );
}

function decided(given: SetupAnswers): SetupAnswers {
  const answers = decideSetup(given);
  if (!answers.ok) throw new PlainError(["Nothing was set up:", ...answers.problem.map((problem) => `  ${problem}`)].join("\n"));
  return answers.value;
}

/** Asks what is not given, each until it is answered rightly, and whether all is right. */
async function askFor(given: SetupAnswers): Promise<SetupAnswers> {
  const terminal = openTerminal();
  const ask = async (prompt: string) => {
    const line = await terminal.ask(prompt);
    if (line === null) throw new PlainError("\nNothing was set up: not everything was answered.");
    return line;
  };
  try {
    say("This sets up your partnership and its first administrator. Nothing is saved before the end.\n");
    const answers: SetupAnswers = {};
    for (const question of setupQuestions) {
      let typed = given[question.field];
      for (;;) {
        const suggested = question.suggest?.(answers);
        const left = suggested ? ` [${suggested}]` : question.optional ? " [none]" : "";
        typed ??= await ask(`${question.asks}${left}\n> `);
        const read = readSetupAnswer(question, typed, answers);
        if (read.ok) {
          if (read.value !== undefined) answers[question.field] = read.value;
          break;
        }
        say(`${read.problem}\n`);
        typed = undefined;
      }
    }
    say(["", ...Object.entries(answers).map(([field, answer]) => `  ${field.padEnd(24)}${answer}`), ""].join("\n"));
    for (;;) {
      const answer = (await ask("Is this right? yes or no\n> ")).trim().toLowerCase();
      if (answer === "yes" || answer === "y") return answers;
      if (answer === "no" || answer === "n") throw new PlainError("Nothing was set up.");
    }
  } finally {
    terminal.close();
  }
}

async function setUp(answers: SetupAnswers) {
  const now = new Date();
  const saved = await saveFirstPartnership(answers, now);
  if (!saved.ok) throw new PlainError("Somebody else has set up a partnership in this database meanwhile; nothing was changed.");
  const { slug } = saved.value;
  say(`${answers.name} is set up. Its pages are at ${config().baseUrl}${partnershipPath({ slug })}`);
  sayLink(saved.value, now);
  if (!config().secret) say(`The secret lies in ${secretFile()}. Keep a copy of it apart from the backups of the database.`);
  if (!config().smtpUrl) say("Letters wait until SMTP_URL names a mail server.");
}

async function giveLink(email: string) {
  const now = new Date();
  const handed = await handLink(email, now);
  if (!handed) throw new PlainError(`Nobody with the address ${email} is an administrator here.`);
  sayLink(handed, now);
}

function sayLink({ administrator, slug, token }: HandedLink, now: Date) {
  const { language } = administrator;
  const path = pathInLanguage(signInLinkPath(token, officePath({ slug })), language);
  const until = wordsFor("en").instant(handedLinkExpiresAt(now));
  say(`\n${administrator.name} signs in with this link. It opens once, until ${until}; whoever has it can sign in, so hand it over with care.`);
  say(`\n  ${config().baseUrl}${path}\n`);
  if (config().baseUrl.startsWith("http://localhost")) say(`It begins with ${config().baseUrl}, because BASE_URL does not say where people reach the server.`);
}
