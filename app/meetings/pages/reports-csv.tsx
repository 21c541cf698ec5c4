// Reports back as CSV: of all bodies, of one, or of one meeting.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { textIn } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { reportBackDueOn } from "../minutes.ts";
import { mayKeepMeetings } from "../policy.ts";
import { reportChoices } from "../report-back.ts";
import { listReports } from "../reports.store.server.ts";

const columns = ["body", "day", "who", "organisation", "state", "due", "sent", "reminded", "language", "text"] as const;
/** How many are read at once. */
const aRun = 1000;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { language, now } = args.context;
  const { t } = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const which = reportChoices.find((one) => one === query.get("which")) ?? "owed";
  const bodyId = (await listBodies(db(), partnership.id)).find(({ slug }) => slug === query.get("body"))?.id;
  const wanted = { partnershipId: partnership.id, bodyId, meetingId: query.get("meeting") ?? undefined, which, now };
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "reports-back.export", subjectKind: "partnership", subjectId: partnership.id });
  return csvDownload(`reports-back-${partnership.slug}-${dayOf(now)}.csv`, columns.map((column) => t(`meetings:reports.csv-column.${column}`)), runs());

  async function* runs() {
    for await (const { reports } of everyPage((after) => listReports(db(), { ...wanted, after, most: aRun }))) {
      yield reports.map(({ body, startsAt, name, organisation, holder, state, givenAt, remindedAt, language: written, text }) => [
        ...[textIn(body.name, language).text, dayOf(startsAt), name, textIn(organisation ?? holder, language).text, t(`meetings:report-state.${state}`)],
        ...[reportBackDueOn({ startsAt, body }), givenAt ? dayOf(givenAt) : "", remindedAt ? dayOf(remindedAt) : "", written ?? "", text ?? ""],
      ]);
    }
  }
}
