// A candidate's photograph, for themselves before everybody may see it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { notFound, tooMany } from "#app/shared/responses.server.ts";
import { findPublicElection } from "../elections.store.server.ts";
import { findByCandidateLink } from "../nominations.store.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (!(await isWithinLimit("election link", context.address, 120, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const nomination = await findByCandidateLink(db(), election, new URL(request.url).searchParams.get("key") ?? "");
  if (!nomination?.photoId) throw notFound();
  return fileAnswer(request, await findFileBehindGuard(db(), partnership.id, nomination.photoId), { small: true, isForAll: false });
}
