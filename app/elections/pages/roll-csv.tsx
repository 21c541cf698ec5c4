// The roll as CSV, for the scrutineer and the returning officer; whether a voter has voted stands in it for a scrutineer, once the ballots are sealed.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { languageNames } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { hasDelegates } from "../delegates.ts";
import { dayOfStep } from "../keeping.ts";
import { officeElectionPath } from "../paths.ts";
import { maySeeWhoVoted, originOf } from "../roll.ts";
import { listVoters } from "../roll.store.server.ts";
import { isSealed } from "../steps.ts";

const columns = ["number", "name", "delegate", "email", "post", "language", "codes", "delivery", "origin", "added", "struck"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, offices, by } = await requireElectionOffice(args, ["scrutineer", "returning-officer"]);
  if (dayOfStep(election.steps, "file-destroyed") !== null) throw redirect(officeElectionPath(partnership, election, "kept"));
  const { t, number } = wordsFor(args.context.language);
  const seesVoted = maySeeWhoVoted({ isSealed: isSealed(election) }, offices);
  await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "roll.export", subjectKind: "election", subjectId: election.id });
  const hasPlaces = hasDelegates(election);
  const shown = columns.flatMap((column) => (column === "delegate" && hasPlaces ? ["delegate", "place"] : [column]));
  const header = [...shown, ...(seesVoted ? ["voted"] : [])].map((column) => t(`roll:table.${column}`));
  return csvDownload(`roll-${election.id}-${dayOf(by.now)}.csv`, header, runs());

  async function* runs() {
    for await (const { voters } of everyPage((after) => listVoters(db(), election, { after: after === null ? null : Number(after), most: 500 }))) {
      yield voters.map(({ letters: [letter], ...voter }) => [
        ...[String(voter.number), voter.name, voter.delegate, ...(hasPlaces ? [String(voter.place ?? "")] : []), voter.email ?? "", voter.post ?? "", languageNames[voter.language], number(voter.issue)],
        ...[letter ? t(`roll:delivery.${letter.delivery}`) : "", t(`roll:origin.${originOf(voter)}`), voter.addedReason ?? "", voter.struckReason ?? ""],
        ...(seesVoted ? [voter.voted === null ? "" : t(`roll:voted.${voter.voted}`)] : []),
      ]);
    }
  }
}
