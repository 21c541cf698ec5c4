// The reserved places that the sealed ballot file is counted under, for the same people.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { writeCon } from "#app/counting/con.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { findContest } from "../counts.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dayOfStep } from "../keeping.ts";
import { officeElectionPath } from "../paths.ts";
import { textDownload } from "../published.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election } = await requireElectionOffice(args, ["returning-officer", "scrutineer"]);
  if (election.ballotHash === null || election.reserves.length === 0) throw notFound();
  // because a page that says when they were destroyed tells more than an error
  if (dayOfStep(election.steps, "file-destroyed") !== null) throw redirect(officeElectionPath(partnership, election, "kept"));
  const { terms } = await findContest(db(), election);
  return textDownload(`sealed-${election.id}.con`, "text/plain", writeCon(terms.reserved));
}
