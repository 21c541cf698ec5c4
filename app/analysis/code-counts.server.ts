// The counts of codes that an address asks for: for the page that shows them and for their file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import { fullName } from "./code.ts";
import type { CodeRow } from "./code-counts.ts";
import { listCodeframes, listCodes } from "./codeframes.store.server.ts";
import { countCodes } from "./codings.store.server.ts";
import { findLabels } from "./question-labels.server.ts";
import { findSet } from "./sets.store.server.ts";

/** The codeframe and the question of the address, or the first codeframe with all its questions; none where there is no codeframe. */
export async function findCodeCounts(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayCode);
  const set = await findSet(db(), consultation, args.params.set);
  const [frames, labels] = await Promise.all([listCodeframes(db(), consultation), findLabels(db(), consultation)]);
  const { searchParams } = new URL(args.request.url);
  const frame = frames.find(({ id }) => id === searchParams.get("codeframe")) ?? frames[0];
  const named = (id: string) => within(labels[id] ?? {}, { language });
  const found = { partnership, consultation, signedIn, set, frames: frames.map(({ id, name }) => ({ value: id, label: within(name, { language }) })) };
  if (!frame) return { ...found, counted: null };
  const questionId = frame.questionIds.find((id) => id === searchParams.get("question")) ?? null;
  const codes = await listCodes(db(), frame);
  const counts = await countCodes(db(), questionId === null ? frame : { ...frame, questionIds: [questionId] }, codes, set.id);
  const rows = codes
    .filter(({ id, retiredAt }) => retiredAt === null || counts.byCode.has(id))
    .map(({ id, level }): CodeRow & { level: string; own: string } => ({ id, level, code: fullName(codes, id, language), own: within(codes.find((code) => code.id === id)!.name, { language }), ...counts.figuresOf(id) }));
  return {
    ...found,
    counted: {
      frame: { id: frame.id, name: within(frame.name, { language }), version: frame.version },
      ...{ questionId, question: questionId && named(questionId), questions: frame.questionIds.map((id) => ({ value: id, label: named(id) })) },
      ...{ rows, base: counts.base, coded: counts.figuresOf("") },
      other: counts.byCode.get(codes.find(({ kind }) => kind === "other")?.id ?? "") ?? 0,
    },
  };
}
