// What the pages about models outside start from: the set, the question and one codeframe that serves it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/shared/responses.server.ts";
import type { Codeframe } from "./codeframe.ts";
import type { Outside } from "./outside.store.server.ts";
import { findQuestionPage } from "./suggesting.server.ts";

type ForOutside = Awaited<ReturnType<typeof findQuestionPage>> & { frame: Codeframe; of: Outside };

export async function findOutsidePage(args: LoaderFunctionArgs): Promise<ForOutside> {
  const found = await findQuestionPage(args);
  const frame = found.frames.find(({ id }) => id === args.params.codeframe);
  if (!frame) throw notFound();
  return { ...found, frame, of: { consultation: found.consultation, set: found.set, questionId: found.question.id, frame } };
}
