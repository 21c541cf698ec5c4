// The published results as JSON, in every language at once. docs/public-data.md describes it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { addressesOf } from "#app/consultations/register-json.ts";
import { publishedResultsPath } from "#app/consultations/paths.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { findPublicResults } from "../find.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, results, latest } = await findPublicResults(args);
  const site = siteOfPartnership(partnership);
  const address = addressesOf((language) => site + pathInLanguage(publishedResultsPath(partnership, consultation), language));
  const { number, publishedAt, reason } = latest;
  const given = { consultation: { id: consultation.id, title: consultation.title }, address, version: number, publishedAt: publishedAt.toISOString(), correction: reason };
  return Response.json({ ...given, ...results }, { headers: { ...keepPage(partnership.id, args.context.now), "Access-Control-Allow-Origin": "*" } });
}
