// Setting up an installation: what is asked for its first partnership and administrator, and what is wrong with an answer.
import { isPartnershipSlug, tiers } from "#app/partnerships/partnership.ts";
import { isLanguage, languages, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, plain, readEmail, readTelephone } from "#app/shared/typed.ts";

const setupFields = [
  ...(["name", "name-cy", "name-ur", "slug", "tier", "sender-name", "sender-address"] as const),
  ...(["telephone", "email", "post", "administrator-name", "administrator-email", "administrator-language"] as const),
] as const;
export type SetupField = (typeof setupFields)[number];
/** What has been answered so far; a field left empty is not in it. */
export type SetupAnswers = Partial<Record<SetupField, string>>;

export type SetupQuestion = {
  field: SetupField;
  asks: string;
  /** Left empty, it is what `suggest` gives; an optional one may stay empty. */
  optional?: boolean;
  suggest?: (answers: SetupAnswers) => string | undefined;
  /** The answer as it is kept, or a sentence about what is wrong with it. */
  read: (typed: string) => Result<string, string>;
};

const longestName = 120;

function readName(typed: string): Result<string, string> {
  const name = line(typed);
  if (name === "") return fail("It needs a name.");
  return name.length > longestName ? fail(`A name has at most ${longestName} characters; this one has ${name.length}.`) : succeed(name);
}

function readAddress(typed: string): Result<string, string> {
  const email = readEmail(typed);
  return email ? succeed(email.toLowerCase()) : fail("That is not an e-mail address; it looks like name@council.gov.uk.");
}

function readSlug(typed: string): Result<string, string> {
  const slug = plain(typed).toLowerCase();
  if (slug.length < 2 || slug.length > 40) return fail("It has two to forty characters.");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return fail("It is made of the letters a to z, digits, and single hyphens between them.");
  return isPartnershipSlug(slug) ? succeed(slug) : fail(`“${slug}” is taken by pages of Folkmoot itself; choose another.`);
}

function readTier(typed: string): Result<string, string> {
  const tier = plain(typed).toLowerCase();
  return tiers.some((one) => one === tier) ? succeed(tier) : fail(`Answer with one of these words: ${tiers.join(", ")}.`);
}

function readNumber(typed: string): Result<string, string> {
  const number = readTelephone(typed);
  return number ? succeed(number) : fail("That is not a telephone number; it looks like 01632 960100.");
}

function readPost(typed: string): Result<string, string> {
  const post = line(typed);
  return post.length > 300 ? fail("A postal address has at most 300 characters.") : succeed(post);
}

function readLanguage(typed: string): Result<string, string> {
  const language = plain(typed).toLowerCase();
  return isLanguage(language) ? succeed(language) : fail(`Answer with one of these: ${languages.join(", ")}.`);
}

/** The name in small letters with hyphens, where that can be an address. */
export function suggestSlug(name: string): string | undefined {
  const plainLetters = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plainLetters.replace(/\b(the|partnership|council)\b/g, " ").replace(/[^a-z0-9]+/g, " ").trim();
  const slug = words.replaceAll(" ", "-").slice(0, 40).replace(/-+$/, "");
  return isPartnershipSlug(slug) ? slug : undefined;
}

/** In the order in which they are asked. */
export const setupQuestions: readonly SetupQuestion[] = [
  { field: "name", asks: "What is the partnership called, in English?", read: readName },
  { field: "name-cy", asks: "And in Welsh?", optional: true, read: readName },
  { field: "name-ur", asks: "And in Urdu?", optional: true, read: readName },
  {
    field: "slug",
    asks: "Which word stands for it in addresses, after the /? It cannot be changed later.",
    suggest: ({ name }) => (name === undefined ? undefined : suggestSlug(name)),
    read: readSlug,
  },
  { field: "tier", asks: `What kind of area is it for? One of: ${tiers.join(", ")}.`, read: readTier },
  { field: "sender-name", asks: "Who do its letters by e-mail come from?", suggest: ({ name }) => name, read: readName },
  { field: "sender-address", asks: "From which e-mail address?", read: readAddress },
  { field: "telephone", asks: "At which telephone number do residents reach you?", optional: true, read: readNumber },
  { field: "email", asks: "At which e-mail address do residents reach you?", optional: true, suggest: (answers) => answers["sender-address"], read: readAddress },
  { field: "post", asks: "At which postal address, on one line?", optional: true, read: readPost },
  { field: "administrator-name", asks: "What is the first administrator called?", read: readName },
  { field: "administrator-email", asks: "What is the administrator's e-mail address? They sign in with it.", read: readAddress },
  { field: "administrator-language", asks: `Which language do they read? One of: ${languages.join(", ")}.`, suggest: () => "en", read: readLanguage },
];

/** Reads an answer to a question, with what is suggested for one left empty; undefined is an optional one left empty. */
export function readSetupAnswer(question: SetupQuestion, typed: string, answers: SetupAnswers): Result<string | undefined, string> {
  const given = line(typed) === "" ? question.suggest?.(answers) : typed;
  if (given !== undefined) return question.read(given);
  return question.optional ? succeed(undefined) : fail("This one is needed.");
}

export type SetupAsked =
  | { what: "partnership"; given: SetupAnswers; isDecided: boolean }
  | { what: "link"; email: string };

export const setupUsage = `Usage:
  npm run setup                              asks for the first partnership and its administrator
  npm run setup -- --yes --name NAME …       takes the answers as options, and asks nothing
  npm run setup -- --link EMAIL              a new one-time link for an administrator
Options: ${setupFields.map((field) => `--${field}`).join(" ")}
Each may also be an environment variable: ${variableOf("name")}, ${variableOf("administrator-email")} and so on.`;

/** The environment variable that answers a question. */
export function variableOf(field: SetupField): string {
  return `FOLKMOOT_SETUP_${field.replaceAll("-", "_").toUpperCase()}`;
}

/** What is asked by the words after the command and by the environment, each answer as it was typed; or what is wrong. */
export function readSetupArguments(words: readonly string[], environment: Record<string, string | undefined>): Result<SetupAsked, string> {
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const [name = "", inline] = (words[at] ?? "").split(/=(.*)/s);
    const field = name.replace(/^--/, "");
    if (name === "--yes" && inline === undefined) options.set("yes", "yes");
    else if (!name.startsWith("--") || !(field === "link" || setupFields.some((one) => one === field))) return fail(`There is no option ${name}.`);
    else if (options.has(field)) return fail(`${name} is given twice.`);
    else {
      const value = inline ?? words[++at];
      if (value === undefined || (inline === undefined && value.startsWith("--"))) return fail(`${name} needs a value after it.`);
      options.set(field, value);
    }
  }
  const link = options.get("link");
  if (link !== undefined) {
    if (options.size > 1) return fail("--link stands alone.");
    const email = readAddress(link);
    return email.ok ? succeed({ what: "link", email: email.value }) : fail(`--link: ${email.problem}`);
  }
  const given: SetupAnswers = {};
  for (const field of setupFields) {
    const value = options.get(field) ?? environment[variableOf(field)];
    if (value !== undefined) given[field] = value;
  }
  return succeed({ what: "partnership", given, isDecided: options.has("yes") });
}

/** All answers from what was given alone; else every sentence about what is wrong or missing. */
export function decideSetup(given: SetupAnswers): Result<SetupAnswers, string[]> {
  const answers: SetupAnswers = {};
  const problems: string[] = [];
  for (const question of setupQuestions) {
    const read = readSetupAnswer(question, given[question.field] ?? "", answers);
    if (!read.ok) problems.push(`--${question.field}: ${read.problem}`);
    else if (read.value !== undefined) answers[question.field] = read.value;
  }
  return problems.length > 0 ? fail(problems) : succeed(answers);
}

/** The language of the first administrator. */
export function languageOf(answers: SetupAnswers): Language {
  const language = answers["administrator-language"];
  return isLanguage(language) ? language : "en";
}
