// What every page about one code starts from: whether whoever asks may code, the codeframe, its codes and the code.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { PlacedCode } from "./code.ts";
import type { Codeframe } from "./codeframe.ts";
import { findCodeframe, listCodes } from "./codeframes.store.server.ts";
import { codeAmong } from "./codes.store.server.ts";

export type ForFrame = ForOffice & { frame: Codeframe; codes: PlacedCode[] };

export async function findFramePage(args: LoaderFunctionArgs): Promise<ForFrame> {
  const found = await findForOffice(args, mayCode);
  const frame = await findCodeframe(db(), found.consultation, args.params.codeframe);
  return { ...found, frame, codes: await listCodes(db(), frame) };
}

/** The same with the code of the address, which is in use and not one of those that every codeframe has; or 404. */
export async function findCodePage(args: LoaderFunctionArgs): Promise<ForFrame & { code: PlacedCode }> {
  const found = await findFramePage(args);
  const code = codeAmong(found.codes, args.params.code);
  if (code.kind !== "usual" || code.retiredAt !== null) throw notFound();
  return { ...found, code };
}
