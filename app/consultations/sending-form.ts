// The form that every consultation asks before sending: who answers, how to reach them, and how it may be published.
import type { CheckedForm } from "#app/forms/check.ts";
import type { FormDefinition, Option, Question, QuestionOf, Section } from "#app/forms/definition.ts";
import { entryOf, type Entries } from "#app/forms/entries.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import {
  isRespondentType,
  permissions,
  respondentTypes,
  speakingForOthers,
  type Permission,
  type RespondentType,
  type SaidOfOneself,
} from "./response.ts";

/** Says a text of ours in every language. */
export type Say = (key: string) => Text;

const idOf = (type: RespondentType): string => type.replaceAll("_", "-");

function readType(id: string | undefined): RespondentType | null {
  const type = id?.replaceAll("-", "_");
  return isRespondentType(type) ? type : null;
}

/**
 * The form, as it is asked after these entries: only who gave a name may have it published, and who answers for others is
 * asked in their words.
 */
export function sendingForm(say: Say, entries: Entries): FormDefinition {
  const made = forms.get(say) ?? new Map<string, FormDefinition>();
  forms.set(say, made);
  const kind = `${isForOthers(entries)} ${hasName(entries)}`;
  const form = made.get(kind) ?? makeForm(say, entries);
  made.set(kind, form);
  return form;
}

// because every page before sending asks for it several times, and there are only four
const forms = new WeakMap<Say, Map<string, FormDefinition>>();

function makeForm(say: Say, entries: Entries): FormDefinition {
  return {
    languages: [...languages],
    sections: [
      {
        id: "about-you",
        heading: say("consultations:sending.about-you"),
        layout: "one-page",
        questions: [
          {
            id: "as",
            type: "one-choice",
            required: true,
            label: say("consultations:sending.as.label"),
            options: respondentTypes.map((type) => ({ id: idOf(type), label: say(`consultations:sending.as.${type}`) })),
          },
          { id: "name", type: "name", label: say("consultations:sending.name.label"), hint: say("consultations:sending.name.hint") },
          {
            id: "email",
            type: "email",
            label: say("consultations:sending.email.label"),
            hint: say("consultations:sending.email.hint"),
          },
        ],
      },
      organisationSection(say),
      {
        id: "permission",
        heading: say("consultations:sending.permission.heading"),
        layout: "one-page",
        questions: [permissionQuestion(say, entries), ...confidentialityQuestions(say)],
      },
    ],
  };
}

function organisationSection(say: Say): Section {
  return {
    id: "organisation",
    heading: say("consultations:sending.organisation.heading"),
    layout: "one-page",
    showWhen: { question: "as", isAnyOf: speakingForOthers.map(idOf) },
    questions: [
      {
        id: "organisation-name",
        type: "short-text",
        required: true,
        label: say("consultations:sending.organisation.name"),
      },
      {
        id: "members-represented",
        type: "short-text",
        label: say("consultations:sending.organisation.members"),
        hint: say("consultations:sending.organisation.members-hint"),
      },
      {
        id: "how-views-gathered",
        type: "long-text",
        maxWords: 500,
        label: say("consultations:sending.organisation.how"),
        hint: say("consultations:sending.organisation.how-hint"),
      },
    ],
  };
}

function permissionQuestion(say: Say, entries: Entries): QuestionOf<"one-choice"> {
  const speaker = isForOthers(entries) ? "organisation" : "person";
  const offered = permissions.filter((permission) => permission !== "named" || hasName(entries));
  return {
    id: "publish",
    type: "one-choice",
    required: true,
    label: say("consultations:sending.permission.label"),
    ...(!hasName(entries) && { hint: say("consultations:sending.permission.no-name") }),
    options: offered.map((permission) => ({
      id: permission,
      label: say(`consultations:sending.permission.${speaker}.${permission}`),
      hint: say(`consultations:sending.permission.explained.${permission}`),
    })),
  };
}

function confidentialityQuestions(say: Say): Question[] {
  const options: Option[] = [
    { id: "no", label: say("consultations:sending.confidential.no") },
    { id: "yes", label: say("consultations:sending.confidential.yes") },
  ];
  return [
    {
      id: "confidential",
      type: "one-choice",
      label: say("consultations:sending.confidential.label"),
      hint: say("consultations:sending.confidential.hint"),
      options,
    },
    {
      id: "confidentiality-reason",
      type: "long-text",
      required: true,
      maxWords: 500,
      showWhen: { question: "confidential", is: "yes" },
      label: say("consultations:sending.confidential.reason"),
      hint: say("consultations:sending.confidential.reason-hint"),
    },
  ];
}

/** Whether somebody answers for an organisation rather than for themselves. */
export function isForOthers(entries: Entries): boolean {
  const type = readType(entryOf(entries, "as"));
  return type !== null && speakingForOthers.includes(type);
}

function hasName(entries: Entries): boolean {
  return entryOf(entries, isForOthers(entries) ? "organisation-name" : "name").trim() !== "";
}

/**
 * The entries as the pages show them: an organisation is published by name unless it says otherwise, and an address given
 * for the way back need not be given again.
 */
export function withUsualChoices({ sending, email }: { sending: Entries; email: string | null }): Entries {
  const usual: Entries = {};
  if (isForOthers(sending) && hasName(sending)) usual.publish = ["named"];
  if (email !== null) usual.email = [email];
  return { ...usual, ...sending };
}

/** What a form without errors says. Undefined while something needed is missing. */
export function readSaid(checked: CheckedForm): SaidOfOneself | undefined {
  const { answers, personal } = checked;
  const choice = (id: string) => (answers[id] as { option: string } | undefined)?.option;
  const text = (id: string) => answers[id] as string | undefined;
  const respondentType = readType(choice("as"));
  const permission = permissions.find((one): one is Permission => one === choice("publish"));
  if (checked.errors.length > 0 || !respondentType || !permission) return undefined;
  const [organisation, members, how] = [text("organisation-name"), text("members-represented"), text("how-views-gathered")];
  return {
    respondentType,
    permission,
    organisation:
      organisation === undefined
        ? null
        : {
            name: organisation,
            ...(members !== undefined && { membersRepresented: members }),
            ...(how !== undefined && { howViewsGathered: how }),
          },
    name: (personal.name as string | undefined) ?? null,
    email: (personal.email as string | undefined) ?? null,
    confidentialityRequested: choice("confidential") === "yes",
    confidentialityReason: text("confidentiality-reason") ?? null,
  };
}

/** What would be typed to say this, so that it can be changed on the same pages. */
export function entriesOfSaid(said: SaidOfOneself): Entries {
  const typed: Record<string, string | null | undefined> = {
    as: idOf(said.respondentType),
    "organisation-name": said.organisation?.name,
    "members-represented": said.organisation?.membersRepresented,
    "how-views-gathered": said.organisation?.howViewsGathered,
    name: said.name,
    email: said.email,
    publish: said.permission,
    confidential: said.confidentialityRequested ? "yes" : "no",
    "confidentiality-reason": said.confidentialityReason,
  };
  const entries: Entries = {};
  for (const [field, text] of Object.entries(typed)) if (text) entries[field] = [text];
  return entries;
}
