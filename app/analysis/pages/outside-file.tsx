// The texts of a question with the codes that people gave them, for a model elsewhere: no name, no address, nothing that is held, and from which set.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { defaultLanguage, textIn } from "#app/shared/languages.ts";
import { fullName } from "../code.ts";
import { listCodes } from "../codeframes.store.server.ts";
import { findOutsidePage } from "../outside.server.ts";
import { listTextsGiven, recordTakenOut } from "../outside.store.server.ts";
import { findSet } from "../sets.store.server.ts";
import { documentParts } from "../theme-finder.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation, set, question, frame, of, signedIn } = await findOutsidePage(args);
  const { frozenAt } = await findSet(db(), consultation, args.params.set);
  const codes = (await listCodes(db(), frame)).filter(({ kind, retiredAt }) => kind !== "uncodable" && retiredAt === null);
  const language = { language: defaultLanguage };
  const writing = {
    question: { number: question.number ?? null, text: within(question.label, language) },
    set: { consultation: within(consultation.title, language), number: set.number, frozen_at: frozenAt.toISOString() },
    codes: codes.map(({ id, definition }) => ({ id, name: fullName(codes, id, defaultLanguage), definition: textIn(definition, defaultLanguage).text })),
  };
  await recordTakenOut(db(), of, signedIn.personId);
  const known = new Set(codes.map(({ id }) => id));
  return downloadOf(`set-${set.number}-${question.id}-themefinder.json`, "application/json; charset=utf-8", bytesOf(documentParts(writing, inUse(listTextsGiven(db(), of), known))));
}

/** Codes that went out of use, or say that nothing can be coded, are no themes of the file. */
async function* inUse(runs: ReturnType<typeof listTextsGiven>, known: ReadonlySet<string>): ReturnType<typeof listTextsGiven> {
  for await (const texts of runs) yield texts.map((text) => ({ ...text, given: text.given.filter(({ codeId }) => known.has(codeId)) }));
}

async function* bytesOf(parts: AsyncIterable<string>) {
  for await (const part of parts) yield Buffer.from(part);
}
