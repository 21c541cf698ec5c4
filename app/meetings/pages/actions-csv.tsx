// What meetings agreed that somebody does, as CSV: those that the list shows, each page of it; who took it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { actionStateOf } from "../action.ts";
import { listEveryAction } from "../actions.store.server.ts";
import { askedActions } from "../asked-actions.server.ts";

const columns = ["what", "who", "due", "state", "done", "note", "body", "met"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn, today, where } = await askedActions(args);
  const { language } = args.context;
  const { t } = wordsFor(language);
  const said = (text: Text) => textIn(text, language).text;
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "meeting.export-actions", subjectKind: "partnership", subjectId: partnership.id });
  return csvDownload(`actions-${partnership.slug}-${today}.csv`, columns.map((column) => t(`actions:csv.${column}`)), runs());

  async function* runs() {
    for await (const { actions } of everyPage((after) => listEveryAction(db(), { ...where, after, most: 1_000 }))) {
      yield actions.map(({ text, owner, dueOn, doneOn, note, meeting }) => [
        ...[said(text), owner, dueOn, t(`actions:state.${actionStateOf({ dueOn, doneOn }, today)}`), doneOn ?? "", said(note)],
        ...[said(meeting.bodyName), dayOf(meeting.startsAt)],
      ]);
    }
  }
}
