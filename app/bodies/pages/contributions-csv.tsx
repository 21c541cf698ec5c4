// What each partner contributes, as CSV for an inspection: where it sits, and what it promised with whether that was met. [A1.19]
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { textIn } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listContributions, type Obligation } from "../obligations.store.server.ts";
import { mayKeepBodies } from "../policy.ts";

const columns = ["organisation", "sector", "kind", "bodies", "seats", "obligation", "what", "to", "amount", "share", "seniority", "from", "until", "met", "counted"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const { language, now } = args.context;
  const { t } = wordsFor(language);
  const today = dayOf(now);
  const said = (text: Parameters<typeof textIn>[0]) => textIn(text, language).text;
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "organisations.export", subjectKind: "partnership", subjectId: partnership.id });
  return csvDownload(`contributions-${partnership.slug}-${today}.csv`, columns.map((column) => t(`organisations:contributions.${column}`)), runs());

  async function* runs() {
    for await (const { contributions } of everyPage((after) => listContributions(db(), { partnershipId: partnership.id, today, after }))) {
      yield contributions.flatMap(({ organisation, bodies, seats, obligations }) => {
        const own = [said(organisation.name), t(`bodies:sector.${organisation.sector}`), t(`organisations:kind.${organisation.kind}`), bodies.map(said).join("; "), String(seats)];
        return obligations.length === 0 ? [[...own, ...Array<string>(columns.length - own.length).fill("")]] : obligations.map((one) => [...own, ...cellsOf(one)]);
      });
    }
  }

  function cellsOf({ kind, text, bodyName, amountInPence, share, seniority, startsOn, endsOn, isMet, kept }: Obligation): string[] {
    return [
      ...[t(`organisations:obligation-kind.${kind}`), said(text), bodyName ? said(bodyName) : t("organisations:obligations.whole")],
      ...[amountInPence === null ? "" : (amountInPence / 100).toFixed(2), share === null ? "" : `${share}%`, seniority ? t(`bodies:seniority.${seniority}`) : ""],
      ...[startsOn, endsOn ?? "", isMet === null ? "" : t(isMet ? "organisations:obligation.met.yes" : "organisations:obligation.met.no")],
      kept ? t("organisations:obligations.counted", { senior: kept.seniorEnough, of: kept.of }) : "",
    ];
  }
}
