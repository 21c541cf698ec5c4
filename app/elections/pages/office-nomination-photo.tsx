// A candidate's photograph, for those who run the election, before everybody may see it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { findNomination } from "../nominations.store.server.ts";
import { keepsNominations } from "../rooms.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election } = await requireElectionOffice(args, keepsNominations);
  const { photoId } = await findNomination(db(), election, args.params.nomination);
  if (photoId === null) throw notFound();
  return fileAnswer(args.request, await findFileBehindGuard(db(), partnership.id, photoId), { small: true, isForAll: false });
}
