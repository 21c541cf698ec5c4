// How far coders agree on one codeframe of a set, as its page and its file both show it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findSampleDrawn, listDoubleReadings, versionsOf } from "./agreement.store.server.ts";
import type { SampleDrawn } from "./agreement.ts";
import { between, compare, pairsOf, type Comparison } from "./code-agreement.ts";
import type { PlacedCode } from "./code.ts";
import type { Codeframe } from "./codeframe.ts";
import { findCodeframe, listCodes } from "./codeframes.store.server.ts";
import type { Asked } from "./coded-questions.ts";
import { findWorked, type Worked } from "./coders.server.ts";

export type Agreed = Worked & {
  frame: Codeframe;
  codes: PlacedCode[];
  /** The questions of the codeframe, and the one whose texts alone are compared. */
  asked: Asked[];
  questionId: string | null;
  comparison: Comparison;
  versions: { from: number; to: number } | null;
  sample: SampleDrawn;
  /** The pairs who have read the same texts, and the one that alone is compared. */
  pairs: { key: string; names: [string, string]; texts: number }[];
  pair: string | null;
};

/** Of the codeframe of the address: of all its questions and readings, or of those that were chosen. */
export async function findAgreement(args: LoaderFunctionArgs): Promise<Agreed> {
  const found = await findWorked(args, mayAnalyse);
  const { consultation, set, questions } = found;
  const frame = await findCodeframe(db(), consultation, args.params.codeframe);
  const search = new URL(args.request.url).searchParams;
  const questionId = frame.questionIds.find((id) => id === search.get("question")) ?? null;
  const codes = await listCodes(db(), frame);
  const readings = await listDoubleReadings(db(), { setId: set.id, frame, questionId });
  const of = pairsOf(readings);
  const chosen = of.find(({ one, other }) => `${one} ${other}` === search.get("pair"));
  const compared = chosen ? between(readings, [chosen.one, chosen.other]) : readings;
  const names = await listNames(db(), of.flatMap(({ one, other }) => [one, other]));
  const nameOf = (id: string) => names.get(id) ?? wordsFor(args.context.language).t("reading:somebody");
  return {
    ...found,
    ...{ frame, codes, questionId, asked: questions.filter(({ id }) => frame.questionIds.includes(id)) },
    comparison: compare(compared, codes),
    versions: versionsOf(readings),
    sample: await findSampleDrawn(db(), consultation, { setId: set.id, questionIds: questionId === null ? frame.questionIds : [questionId] }),
    pairs: of.map(({ one, other, texts }) => ({ key: `${one} ${other}`, names: [nameOf(one), nameOf(other)], texts })),
    pair: chosen ? `${chosen.one} ${chosen.other}` : null,
  };
}
