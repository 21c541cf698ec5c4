// A codeframe: what the own words of a consultation are sorted by, for one of its questions or several.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line } from "#app/shared/typed.ts";
import type { CodeTexts } from "./code.ts";

/** What a codeframe is called, and the questions whose answers are coded with it. */
export type FrameDetails = { name: Text; questionIds: string[] };

export type Codeframe = FrameDetails & {
  id: string;
  consultationId: string;
  partnershipId: string;
  /** The newest of its versions that was published; 0 before the first. */
  version: number;
};

/** More are not kept apart by anybody; a consultation has a handful. */
export const mostFrames = 50;

/** Characters of its name in one language. */
export const longestName = 120;

export const frameUnits: readonly Unit[] = [...languages.map((language) => [`name-${language}`]), ["question"]];

/** The field is an input's name; the text is `codeframe:problem.<code>`. */
export type FrameProblem = { field: string; code: "frame-name-missing" | "too-long" | "question-missing"; most?: number };

/** What was typed, tidied; or what is wrong with it. `asked` are the questions that are answered in own words. */
export function readFrame(entries: Entries, asked: readonly string[]): Result<FrameDetails, FrameProblem[]> {
  const name = readText("name", entries, line);
  const chosen = (entries.question ?? "").split(" ");
  const questionIds = asked.filter((id) => chosen.includes(id));
  const problems: FrameProblem[] = tooLong("name", name, longestName).map((field) => ({ field, code: "too-long", most: longestName }));
  if (name[defaultLanguage] === undefined) problems.unshift({ field: `name-${defaultLanguage}`, code: "frame-name-missing" });
  if (questionIds.length === 0) problems.push({ field: "question", code: "question-missing" });
  return problems.length > 0 ? fail(problems) : succeed({ name, questionIds });
}

/** A codeframe as it would be typed, to be changed; a new one where there is none. */
export function frameAsTyped(frame: FrameDetails | null): Entries {
  return { ...textAsTyped("name", frame?.name ?? {}), question: frame?.questionIds.join(" ") ?? "" };
}

const plainly = { include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false };

/** The two codes that every codeframe begins with and keeps. */
export const alwaysThere: readonly { kind: "other" | "uncodable"; texts: CodeTexts }[] = [
  {
    kind: "other",
    texts: {
      ...plainly,
      name: { en: "Other", cy: "Arall", ur: "دیگر" },
      definition: {
        en: "Says something to the question that no other code holds.",
        cy: "Yn dweud rhywbeth am y cwestiwn nad yw’n perthyn i god arall.",
        ur: "سوال کے بارے میں کوئی ایسی بات جو کسی اور کوڈ میں نہیں آتی۔",
      },
    },
  },
  {
    kind: "uncodable",
    texts: {
      ...plainly,
      name: { en: "Cannot be coded", cy: "Ni ellir ei godio", ur: "کوڈ نہیں ہو سکتا" },
      definition: {
        en: "Cannot be read or understood, or has nothing to do with the question.",
        cy: "Ni ellir ei ddarllen na’i ddeall, neu nid yw’n ymwneud â’r cwestiwn.",
        ur: "پڑھا یا سمجھا نہیں جا سکتا، یا سوال سے کوئی تعلق نہیں رکھتا۔",
      },
    },
  },
];
