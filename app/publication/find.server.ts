// What everybody may read of a consultation's results: the version published last, unless it was taken back.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Consultation } from "#app/consultations/consultation.ts";
import { findConsultation } from "#app/consultations/store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { PublishedResults } from "./published-results.ts";
import { findResults, listPublished, type Version } from "./store.server.ts";

export type Public = { partnership: Partnership; consultation: Consultation; versions: Version[]; results: PublishedResults | null };

/** Every version so far, the latest first, and what the latest shows; null where that was taken back. 404 where nothing ever was published. */
export async function findPublic({ params }: Pick<LoaderFunctionArgs, "params">): Promise<Public> {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const versions = await listPublished(db(), consultation.id);
  const [latest] = versions;
  if (!latest) throw notFound();
  return { partnership, consultation, versions, results: latest.withdrawn ? null : await findResults(db(), latest.id) };
}

/** The same for downloads, which are there as long as results are. */
export async function findPublicResults(args: Pick<LoaderFunctionArgs, "params">): Promise<Public & { results: PublishedResults; latest: Version }> {
  const found = await findPublic(args);
  const [latest] = found.versions;
  if (!found.results || !latest) throw notFound();
  return { ...found, results: found.results, latest };
}
