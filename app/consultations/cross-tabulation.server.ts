// The table of one question by another that an address asks for: for the page that shows it and for its files.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/shared/db.server.ts";
import { chooseSides, sidesOf, tabulate } from "./cross-tabulation.ts";
import { countExcluded } from "./exclusions.store.server.ts";
import { findTogether } from "./filtered.store.server.ts";
import { maySeeResults } from "./office-policy.ts";
import { findForOffice } from "./office.server.ts";
import { chosenIn, readResultFilter } from "./result-filter.ts";
import { listVersions } from "./store.server.ts";

export async function findCrossTabulation(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, maySeeResults);
  const sides = sidesOf(await listVersions(db(), consultation.formId));
  const { searchParams } = new URL(args.request.url);
  const { rows, columns, problems } = chooseSides(sides, searchParams.get("rows"), searchParams.get("columns"));
  const { filter, typed, problems: filterProblems } = readResultFilter(searchParams, sides);
  const isWrong = problems.length > 0 || filterProblems.length > 0;
  const found = await findTogether(consultation.id, filter, rows && columns && !isWrong ? { rows, columns } : null, args.context.now);
  return {
    ...{ partnership, consultation, signedIn, sides, filter, typed, problems, filterProblems, isWrong },
    ...{ waits: found.waits, matching: found.matching, all: found.all, chosenFilters: chosenIn(filter, sides) },
    excluded: await countExcluded(db(), consultation.id),
    chosen: { rows: rows?.key ?? "", columns: columns?.key ?? "" },
    /** The table; null where none was asked for, or none can be had. */
    shown: rows && columns && found.groups ? { rows, columns, table: tabulate(found.groups, rows, columns) } : null,
  };
}
