// A list of stakeholders as CSV, streamed, under headings that bring it in again; who took it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findList } from "../lists.store.server.ts";
import { everybody } from "../paths.ts";
import { stakeholderAsTyped, stakeholderFields } from "../stakeholder.ts";
import { listStakeholders } from "../stakeholders.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayInvite);
  const list = args.params.list === everybody ? null : await findList(db(), partnership.id, args.params.list);
  const { t } = wordsFor(args.context.language);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "stakeholders.export" },
    ...(list ? { subjectKind: "stakeholder-list", subjectId: list.id } : { subjectKind: "partnership", subjectId: partnership.id }),
  });
  const header = [...stakeholderFields.map((field) => t(`stakeholders:field.${field}`)), t("stakeholders:csv.stopped")];
  return csvDownload(`stakeholders-${partnership.slug}-${dayOf(args.context.now)}.csv`, header, runs());

  async function* runs() {
    const pages = everyPage((after) => listStakeholders(db(), { partnershipId: partnership.id, listId: list?.id ?? null, after, most: 1_000 }));
    for await (const { stakeholders } of pages) {
      yield stakeholders.map((one) => {
        const typed = stakeholderAsTyped(one);
        return [...stakeholderFields.map((field) => typed[field] ?? ""), one.stopped ? t(`stakeholders:stopped.${one.stopped}`) : ""];
      });
    }
  }
}
