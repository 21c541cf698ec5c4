// Who sits where as Popolo JSON (https://www.popoloproject.com/specs/): what the public pages say, for other programs.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { popoloOf } from "../popolo.ts";
import { bodyPath } from "../public-paths.ts";
import { knownOf } from "../structure-popolo.ts";
import { readStructure } from "../structure.store.server.ts";

export async function loader({ params, context: { now, language } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const today = dayOf(now);
  const site = siteOfPartnership(partnership);
  const structure = await readStructure(db(), partnership.id, today);
  const known = knownOf(partnership, structure, (body) => site + pathInLanguage(bodyPath(partnership, body), language));
  return Response.json(popoloOf(known, language), { headers: { ...keepPage(partnership.id, now, [endOfDay(today)]), "Access-Control-Allow-Origin": "*" } });
}
