// The table of a set that an address asks for: for the page that shows it and for its file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sidesOf } from "#app/consultations/cross-tabulation.ts";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { chosenIn, isFiltered, partOf, readResultFilter, type ResultFilter } from "#app/consultations/result-filter.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { db, type Database } from "#app/shared/db.server.ts";
import { sha256 } from "#app/shared/keys.server.ts";
import { placesIn, readCampaignView, type CampaignView } from "./campaign.ts";
import { findCampaignPlaces } from "./campaigns.store.server.ts";
import { findDesign } from "./design.store.server.ts";
import { listMargins } from "./margins.store.server.ts";
import { representationOf } from "./representation.ts";
import { findSetColumns } from "./set-columns.store.server.ts";
import { oneWayOf, setTableOf, type Shown } from "./set-table.ts";
import { findSet } from "./sets.store.server.ts";

/** The words are `tables:problem.<code>`. */
export type TableProblem = { side: "rows" | "columns"; code: "rows-missing" | "same" };

export async function findSetTable(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayAnalyse);
  const set = await findSet(db(), consultation, args.params.set);
  const sides = sidesOf(await listVersions(db(), consultation.formId));
  const { searchParams } = new URL(args.request.url);
  const [rows, columns] = ["rows", "columns"].map((name) => sides.find(({ key }) => key === searchParams.get(name)) ?? null);
  const { filter, typed, problems: filterProblems } = readResultFilter(searchParams, sides);
  const problems: TableProblem[] = [];
  if (!rows && (searchParams.has("rows") || columns)) problems.push({ side: "rows", code: "rows-missing" });
  if (rows && rows === columns) problems.push({ side: "columns", code: "same" });
  const isWrong = problems.length > 0 || filterProblems.length > 0;
  const held = await findSetColumns(db(), set.id);
  const part = partOf(isWrong ? { said: [], from: null, to: null } : filter);
  const campaignAt = await findCampaignPlaces(db(), set.id);
  const view = campaignAt.size === 0 ? "all" : readCampaignView(searchParams);
  const answers = [rows, columns].flatMap((side) => (side ? [held.under(side.key).codes] : []));
  const places = placesIn(view, held.placesOf(part), campaignAt, (place) => answers.every((codes) => (codes[place] ?? 0) > 0));
  let shown: Shown | null = null;
  if (rows && !isWrong) {
    shown = columns
      ? { rows, columns, two: setTableOf(held.togetherAt(places, rows.key, columns.key), rows, columns) }
      : { rows, columns: null, one: oneWayOf(held.countAt(places, rows.key), places.length, rows) };
  }
  const tested = shown && "two" in shown && shown.two.association ? await markTested(db(), set.id, partnership.id, tableKey(shown, filter, view), args.context.now) : 0;
  const margin = (await listMargins(db(), consultation)).find(({ side }) => side === rows?.key);
  return {
    ...{ partnership, consultation, signedIn, set, sides, filter, typed, problems, filterProblems, isWrong, shown, tested },
    ...{ matching: places.length, all: held.responses, chosenFilters: chosenIn(filter, sides) },
    campaigns: { view, confirmed: new Set(campaignAt.values()).size, responses: campaignAt.size },
    chosen: { rows: rows?.key ?? "", columns: columns?.key ?? "" },
    design: await findDesign(db(), consultation),
    represented: rows && shown && margin && !isFiltered(filter) ? { margin, of: representationOf(held.countAt(places, rows.key), places.length, rows, margin) } : null,
  };
}

/** The same whichever of the two stands down the side. */
function tableKey({ rows, columns }: Shown, { said, from, to }: ResultFilter, view: CampaignView): string {
  const chosen = said.map(({ key, value }) => `${key}:${value}`).sort();
  return sha256(JSON.stringify([[rows.key, columns?.key ?? ""].sort(), chosen, from, to, ...(view === "all" ? [] : [view])]));
}

/** Writes down that a table was tested, once; how many of the set were. */
async function markTested(on: Database, setId: string, partnershipId: string, table: string, testedAt: Date): Promise<number> {
  await on.testedTable.createMany({ data: [{ setId, partnershipId, table, testedAt }], skipDuplicates: true });
  return on.testedTable.count({ where: { setId } });
}
