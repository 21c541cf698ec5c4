// The sealed ballot file whole, for the returning officer and the scrutineers, who count it again outside the system. [COUNTING 4.6]
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { ballotFile } from "../ballot-file.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dayOfStep } from "../keeping.ts";
import { officeElectionPath } from "../paths.ts";
import { textDownload } from "../published.server.ts";
import { findSealedContest } from "../sealing.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, by } = await requireElectionOffice(args, ["returning-officer", "scrutineer"]);
  if (election.ballotHash === null) throw notFound();
  // because a page that says when they were destroyed tells more than an error
  if (dayOfStep(election.steps, "file-destroyed") !== null) throw redirect(officeElectionPath(partnership, election, "kept"));
  await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "election.export-ballots", subjectKind: "election", subjectId: election.id });
  return textDownload(`sealed-${election.id}.blt`, "text/plain", ballotFile(await findSealedContest(db(), election), election.ballotSalt));
}
