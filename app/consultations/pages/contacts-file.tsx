// The names and addresses of those who answered, as a file, for the data controller who has just said what for.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { workbookDownload } from "#app/shared/workbook.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { contactRows, findContactsRequest } from "../contacts-export.store.server.ts";
import { exportedPartsOf } from "../contacts-request.ts";
import { countReceivedBy } from "../counts.store.server.ts";
import { contactsPath } from "../export-paths.ts";
import { mayExportContacts } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { exportSheets } from "../responses-download.server.ts";
import { exportColumns } from "../responses-export.ts";
import { aboutContacts } from "../responses-workbook.ts";
import { listVersions } from "../store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now: madeAt } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayExportContacts);
  const asked = await findContactsRequest(db(), consultation, signedIn.personId, madeAt);
  if (!asked) throw redirect(contactsPath(partnership, consultation));
  const versions = await listVersions(db(), consultation.formId);
  const count = await countReceivedBy(db(), consultation.id);
  const { purpose, format, withAnswers } = asked;
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "contacts.export", subjectKind: "consultation", subjectId: consultation.id },
    facts: { count, purpose, format, withAnswers },
  });
  const words = wordsFor(language);
  const parts = exportedPartsOf(asked);
  const rows = contactRows(consultation, versions, asked);
  const name = `contacts-${consultation.id}`;
  if (format === "csv") return csvDownload(`${name}.csv`, exportColumns(versions, parts).map(({ heading }) => heading), rows);
  const said = { title: within(consultation.title, words), partnership: within(partnership.name, words), madeAt };
  return workbookDownload(`${name}.xlsx`, {
    ...{ title: words.t("office:contacts.title", { title: said.title }), creator: said.partnership, language, madeAt },
    sheets: exportSheets(versions, { parts, rows, about: (written) => aboutContacts({ ...said, by: signedIn.name, asked, written }, words) }, words),
  });
}
