// What is asked of a nomination and of the candidate, as forms of the question model, and what is understood of the answers.
import type { AnswerError } from "#app/forms/answer.ts";
import { answerFor } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition, type Question, type QuestionOf } from "#app/forms/definition.ts";
import type { Entries } from "#app/forms/entries.ts";
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage } from "#app/shared/typed.ts";
import type { ElectionHead, Reserve } from "./election.ts";
import { partsAsked, type SupportPart } from "./nomination.ts";

/** Changes with what is asked, and is kept with the answers. */
export const formVersion = 1;

export const mostPhotoBytes = 2_000_000;
/** In characters, besides the words that are counted. */
export const longest = { statement: 10_000, other: 2_000, organisation: 200, alt: 300 } as const;

/** A text of ours in every language: `candidates:form.<name>`. */
export type Say = (name: string) => Text;
/** A member of the network that may be chosen, by its id, with the id of its organisation. */
export type Choosable = { id: string; organisationId: string; name: Text };

type Asks = Pick<ElectionHead, "supporters" | "statementWords">;

const formOf = (sections: { id: string; heading: Text; intro?: Text; questions: Question[] }[]): FormDefinition => ({
  languages: [...languages],
  sections: sections.map((section) => ({ ...section, layout: "one-page" })),
});

export function statementField(language: Language): string {
  return `statement-${language}`;
}

/** What a candidate says for everybody to read, and what voters are to know. */
function wordsQuestions({ statementWords }: Pick<Asks, "statementWords">, say: Say): Question[] {
  return languages.map((language) => ({ id: statementField(language), type: "long-text", label: say(`statement-${language}`), maxWords: statementWords }));
}

function otherQuestions(say: Say): Question[] {
  return [
    { id: "photo", type: "file", label: say("photo"), hint: say("photo-hint"), kinds: ["image"], maxBytes: mostPhotoBytes },
    { id: "photo-alt", type: "short-text", label: say("photo-alt"), hint: say("photo-alt-hint"), maxLength: longest.alt },
    { id: "conflicts", type: "long-text", label: say("conflicts"), hint: say("conflicts-hint"), maxLength: longest.other },
    { id: "service", type: "long-text", label: say("service"), hint: say("service-hint"), maxLength: longest.other },
  ];
}

/** The form by which somebody is nominated, by themselves or by another. */
export function nominationDefinition(asks: Asks, members: readonly Choosable[], say: Say): FormDefinition {
  const choices = (of: "id" | "organisationId") => members.map((one) => ({ id: one[of], label: one.name }));
  const parts = partsAsked(asks.supporters);
  const supporters: Question[] = parts.map((part) => ({ id: part, type: "one-choice", label: say(part), required: true, options: choices("id") }));
  return formOf([
    {
      ...{ id: "who", heading: say("who") },
      questions: [
        { id: "by", type: "one-choice", label: say("by"), required: true, options: (["self", "other"] as const).map((id) => ({ id, label: say(`by-${id}`) })) },
        { id: "name", type: "name", label: say("name"), hint: say("name-hint"), required: true },
        { id: "organisation", type: "one-choice", label: say("organisation"), hint: say("organisation-hint"), options: choices("organisationId") },
        { id: "organisation-other", type: "short-text", label: say("organisation-other"), hint: say("organisation-other-hint"), maxLength: longest.organisation },
        { id: "email", type: "email", label: say("email"), hint: say("email-hint"), required: true },
        { id: "telephone", type: "telephone", label: say("telephone"), hint: say("telephone-hint") },
      ],
    },
    ...(parts.length === 0 ? [] : [{ id: "supporters", heading: say("supporters"), intro: say("supporters-intro"), questions: supporters }]),
    { id: "statement", heading: say("statement"), intro: say("statement-intro"), questions: wordsQuestions(asks, say) },
    { id: "besides", heading: say("besides"), questions: otherQuestions(say) },
  ]);
}

const groupField = (reserve: Pick<Reserve, "id">) => `group-${reserve.id}`;
const noGroup = "no-group";

/** What candidates themselves say, and may change: only they can say that they may be elected, and to which group they belong. */
export function ownDefinition(asks: Pick<Asks, "statementWords"> & { reserves: readonly Reserve[] }, isConsenting: boolean, say: Say): FormDefinition {
  const groups: Question[] = asks.reserves.map((reserve) => ({
    ...{ id: groupField(reserve), type: "one-choice", label: reserve.name },
    options: [...reserve.groups.map(({ id, name }) => ({ id, label: name })), { id: noGroup, label: say("no-group"), divider: true }],
  }));
  const agreeing: Question = { id: "group-consent", type: "several-choices", label: say("group-consent"), options: [{ id: "yes", label: say("group-consent-yes") }] };
  const eligible: Question = { id: "eligible", type: "several-choices", label: say("eligible"), required: true, options: [{ id: "yes", label: say("eligible-yes") }] };
  return formOf([
    ...(isConsenting ? [{ id: "declaring", heading: say("declaring"), questions: [eligible] }] : []),
    { id: "statement", heading: say("statement"), intro: say("statement-intro"), questions: wordsQuestions(asks, say) },
    { id: "besides", heading: say("besides"), questions: otherQuestions(say) },
    ...(groups.length === 0 ? [] : [{ id: "groups", heading: say("groups"), intro: say("groups-intro"), questions: [...groups, agreeing] }]),
  ]);
}

export type CandidateWords = { statement: Text; conflicts: string; service: string; photoAlt: string };

export type NominationHead = CandidateWords & {
  by: "self" | "other";
  name: string;
  organisationId: string | null;
  organisation: string;
  /** Lower case. */
  email: string;
  telephone: string | null;
  supporters: { part: SupportPart; memberId: string }[];
};

export type OwnHead = CandidateWords & { groups: Record<string, string> };

/** What the question model cannot tell by itself; the words are `candidates:problem.<code>`. */
export type OwnProblem = { field: string; code: "same-supporter" | "organisation-twice" };
export type Refusal = { errors: AnswerError[]; problems: OwnProblem[] };

type Read = { answers: Record<string, unknown>; errors: AnswerError[]; textOf: (id: string) => string; chosen: (id: string) => string | null };

function read(definition: FormDefinition, entries: Entries): Read {
  const checked = checkForm(definition, entries);
  const answers = { ...checked.answers, ...checked.personal };
  const all = new Map(questionsOf(definition).map((question) => [question.id, question]));
  return {
    ...{ answers, errors: [...checked.errors] },
    textOf: (id) => (typeof answers[id] === "string" ? answers[id] : ""),
    chosen: (id) => answerFor(all.get(id) as QuestionOf<"one-choice">, checked.answers)?.option ?? null,
  };
}

const missing = (field: string): AnswerError => ({ questionId: field, field, code: "answer-missing", values: {} });

/** Reads what is for everybody, adding to the errors what is wrong with it besides. */
function readWords({ textOf, errors }: Read, hasPhoto: boolean): CandidateWords {
  const statement: Text = {};
  for (const language of languages) {
    const field = statementField(language);
    const said = passage(textOf(field));
    if ([...said].length > longest.statement) errors.push({ questionId: field, field, code: "too-many-characters", values: { count: longest.statement, used: [...said].length } });
    else if (said !== "") statement[language] = said;
  }
  const isAbout = ({ field }: AnswerError) => languages.some((language) => statementField(language) === field);
  if (Object.keys(statement).length === 0 && !errors.some(isAbout)) errors.push(missing(statementField(languages[0])));
  const photoAlt = line(textOf("photo-alt"));
  // [WCAG 2.2 SC 1.1.1] a picture is said in words too
  if (hasPhoto && photoAlt === "" && !errors.some(({ field }) => field === "photo-alt")) errors.push(missing("photo-alt"));
  return { statement, conflicts: passage(textOf("conflicts")), service: passage(textOf("service")), photoAlt };
}

const inFormOrder = (definition: FormDefinition, errors: readonly AnswerError[]): AnswerError[] => {
  const order = questionsOf(definition).map(({ id }) => id);
  return errors.toSorted((one, other) => order.indexOf(one.questionId) - order.indexOf(other.questionId));
};

/** What was typed, or all that is wrong with it. `hasPhoto`: one was sent with it, or before. */
export function readNomination(definition: FormDefinition, entries: Entries, { supporters }: Pick<Asks, "supporters">, hasPhoto: boolean): Result<NominationHead, Refusal> {
  const form = read(definition, entries);
  const words = readWords(form, hasPhoto);
  const problems: OwnProblem[] = [];
  const [organisationId, organisation] = [form.chosen("organisation"), line(form.textOf("organisation-other"))];
  if (organisationId !== null && organisation !== "") problems.push({ field: "organisation-other", code: "organisation-twice" });
  const chosen = partsAsked(supporters).flatMap((part) => {
    const memberId = form.chosen(part);
    return memberId === null ? [] : [{ part, memberId }];
  });
  // [D3] a proposer and a seconder are two
  if (new Set(chosen.map(({ memberId }) => memberId)).size < chosen.length) problems.push({ field: "seconder", code: "same-supporter" });
  if (form.errors.length + problems.length > 0) return fail({ errors: inFormOrder(definition, form.errors), problems });
  return succeed({
    ...{ ...words, by: form.chosen("by") === "self" ? "self" : "other", name: line(form.textOf("name")), organisationId, organisation },
    ...{ email: form.textOf("email").toLowerCase(), telephone: form.textOf("telephone") || null, supporters: chosen },
  });
}

/** The same of what candidates say themselves. A group counts only with consent to its use. [UK GDPR Art 9(2)(a)] */
export function readOwn(definition: FormDefinition, entries: Entries, { reserves }: { reserves: readonly Reserve[] }, hasPhoto: boolean): Result<OwnHead, Refusal> {
  const form = read(definition, entries);
  const words = readWords(form, hasPhoto);
  const groups = Object.fromEntries(
    reserves.flatMap((reserve) => {
      const group = form.chosen(groupField(reserve));
      return group === null || group === noGroup ? [] : [[reserve.id, group]];
    }),
  );
  if (Object.keys(groups).length > 0 && form.answers["group-consent"] === undefined) {
    form.errors.push({ questionId: "group-consent", field: "group-consent", code: "choices-missing", values: {} });
  }
  if (form.errors.length > 0) return fail({ errors: inFormOrder(definition, form.errors), problems: [] });
  return succeed({ ...words, groups });
}

type Kept = { statement: Text; conflicts: string; service: string; photoAlt: Text; groups: Record<string, string> };

/** What a candidate said, as it would be typed, to be changed. */
export function ownAsTyped({ statement, conflicts, service, photoAlt, groups }: Kept, reserves: readonly Reserve[]): Entries {
  const typed: Record<string, string> = { conflicts, service, "photo-alt": Object.values(photoAlt)[0] ?? "" };
  for (const language of languages) typed[statementField(language)] = statement[language] ?? "";
  for (const reserve of reserves) typed[groupField(reserve)] = groups[reserve.id] ?? "";
  if (Object.keys(groups).length > 0) typed["group-consent"] = "yes";
  return Object.fromEntries(Object.entries(typed).flatMap(([field, value]) => (value === "" ? [] : [[field, [value]]])));
}
