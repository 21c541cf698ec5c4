// Those without an e-mail address as CSV, for labels and merged letters on paper: the lines of an address each in a column.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { languageNames } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listToPost } from "../mailings.store.server.ts";

const lines = 6;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayInvite);
  const { t } = wordsFor(args.context.language);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "invitations.export", subjectKind: "consultation", subjectId: consultation.id },
  });
  const addresses = [...Array(lines).keys()].map((line) => t("mailings:post.line", { line: line + 1 }));
  const header = [t("stakeholders:field.name"), t("stakeholders:field.organisation"), ...addresses, t("stakeholders:field.telephone"), t("stakeholders:field.language"), t("mailings:state.posted")];
  return csvDownload(`by-post-${partnership.slug}-${dayOf(args.context.now)}.csv`, header, runs());

  async function* runs() {
    for await (const { people } of everyPage((after) => listToPost(db(), consultation, { after, most: 1_000 }))) {
      yield people.map(({ name, organisation, post, telephone, language, isPosted }) => {
        const parts = (post ?? "").split("\n");
        const cells = [...Array(lines).keys()].map((line) => (line < lines - 1 ? (parts[line] ?? "") : parts.slice(line).join(", ")));
        return [name, organisation, ...cells, telephone ?? "", languageNames[language], isPosted ? t("audit:yes") : ""];
      });
    }
  }
}
