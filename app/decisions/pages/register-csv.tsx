// The register of delegations as CSV, in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { standingOf } from "../delegation.ts";
import { listRegister, type Registered } from "../delegations.store.server.ts";

const columns = ["scope", "limits", "body", "limit", "agreed", "starts", "review", "recalled", "standing", "decisions"] as const;

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { t } = wordsFor(language);
  const today = dayOf(now);
  const said = (text: Text) => textIn(text, language).text;
  return csvDownload(`delegations-${partnership.slug}-${today}.csv`, columns.map((column) => t(`decisions:register.column.${column}`)), runs());

  async function* runs() {
    for await (const { delegations } of everyPage((after) => listRegister(db(), { partnershipId: partnership.id, after, most: 100 }))) yield delegations.map(cellsOf);
  }

  function cellsOf(one: Registered): string[] {
    return [
      ...[said(one.scope), said(one.limits), said(one.body.name), one.limitInPence === null ? "" : (one.limitInPence / 100).toFixed(2)],
      ...[one.decision ? said(one.decision.title) : (one.agreedNote ?? ""), one.startsOn, one.reviewOn, one.endedOn ?? ""],
      ...[t(`decisions:delegation.standing.${standingOf(one, today)}`), String(one.decisions)],
    ];
  }
}
