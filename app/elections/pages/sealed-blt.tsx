// The sealed ballot file whole, for the returning officer and the scrutineers, who count it again outside the system. [COUNTING 4.6]
import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { ballotFile } from "../ballot-file.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { textDownload } from "../published.server.ts";
import { findSealedContest } from "../sealing.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, by } = await requireElectionOffice(args, ["returning-officer", "scrutineer"]);
  if (election.ballotHash === null) throw notFound();
  await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "election.export-ballots", subjectKind: "election", subjectId: election.id });
  return textDownload(`sealed-${election.id}.blt`, "text/plain", ballotFile(await findSealedContest(db(), election), election.ballotSalt));
}
