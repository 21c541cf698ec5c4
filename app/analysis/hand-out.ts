// What a lead says to hand out texts to coders: which questions, to whom in which parts, how many; or of a second reading how large a sample.
import { passage } from "#app/shared/typed.ts";
import { usualSample, type Share } from "./sample.ts";

/** A coder's parts are typed into an input of this name. */
export const partsField = (coderId: string) => `parts-${coderId}`;

/** The field is an input's id; the words are `work:problem.<code>`. */
export type HandOutProblem = {
  field: string;
  code: "question-missing" | "parts-wrong" | "coder-missing" | "most-wrong" | "share-wrong" | "least-wrong" | "reason-missing" | "reason-too-long" | "nothing-left" | "nobody-else" | "enough";
};

/** The greatest number of parts one coder has, and characters of a reason. */
const mostParts = 1000;
export const longestSampleReason = 500;

type Typed = Record<string, string>;

const wholeNumber = (typed: string, most: number): number | null => (/^\d{1,6}$/.test(typed) && Number(typed) <= most ? Number(typed) : null);

/** Who gets how many parts; a blank or a nought is nobody. */
function readShares(typed: Typed, coderIds: readonly string[]): { shares: Share[]; problems: HandOutProblem[] } {
  const problems: HandOutProblem[] = [];
  const shares = coderIds.flatMap((coderId): Share[] => {
    const said = (typed[partsField(coderId)] ?? "").trim();
    const parts = said === "" ? 0 : wholeNumber(said, mostParts);
    if (parts === null) problems.push({ field: partsField(coderId), code: "parts-wrong" });
    return parts ? [{ coderId, parts }] : [];
  });
  if (shares.length === 0 && problems.length === 0) problems.push({ field: partsField(coderIds[0] ?? ""), code: "coder-missing" });
  return { shares, problems };
}

export type HandOutAsked = { questionIds: string[]; shares: Share[]; most: number | null };

/** Whose texts are handed out to whom; `most` is null where all of them are. */
export function readHandOut(typed: Typed, asked: { questionIds: readonly string[]; coderIds: readonly string[] }): { asked: HandOutAsked; problems: HandOutProblem[] } {
  const { shares, problems } = readShares(typed, asked.coderIds);
  const chosen = (typed.question ?? "").split(" ");
  const questionIds = asked.questionIds.filter((id) => chosen.includes(id));
  const said = (typed.most ?? "").trim();
  const most = said === "" ? null : wholeNumber(said, 999_999);
  const wrong: HandOutProblem[] = said !== "" && !most ? [{ field: "most", code: "most-wrong" }] : [];
  return { asked: { questionIds, shares, most }, problems: [...(questionIds.length === 0 ? [{ field: "question", code: "question-missing" } as const] : []), ...problems, ...wrong] };
}

export type SampleAsked = { shares: Share[]; share: number; least: number; reason: string | null };

/** How large a sample is read a second time and by whom; any but the usual needs a reason. */
export function readSample(typed: Typed, { coderIds }: { coderIds: readonly string[] }): { asked: SampleAsked; problems: HandOutProblem[] } {
  const { shares, problems } = readShares(typed, coderIds);
  const share = wholeNumber((typed.share ?? "").trim(), 100);
  const least = wholeNumber((typed.least ?? "").trim(), 999_999);
  const reason = passage(typed.reason ?? "");
  const isUsual = share === usualSample.share && least === usualSample.least;
  if (share === null) problems.push({ field: "share", code: "share-wrong" });
  if (least === null || (least === 0 && share === 0)) problems.push({ field: "least", code: "least-wrong" });
  if (problems.length === 0 && !isUsual && reason === "") problems.push({ field: "reason", code: "reason-missing" });
  if (reason.length > longestSampleReason) problems.push({ field: "reason", code: "reason-too-long" });
  return { asked: { shares, share: share ?? usualSample.share, least: least ?? usualSample.least, reason: isUsual || reason === "" ? null : reason }, problems };
}

/** What was typed into a form, the boxes that were ticked under one name as one value. */
export function typedIn(form: URLSearchParams): Typed {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(" ")]));
}
