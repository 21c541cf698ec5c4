// The roll of a network as CSV, with what each member is today and whether it votes; it can be brought in again.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isPublicBody } from "#app/bodies/sector.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { languageNames, textIn } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { DelegateHead } from "../delegate.ts";
import { whyNoVote } from "../member.ts";
import { listMembers } from "../members.store.server.ts";
import { findNetwork } from "../networks.store.server.ts";
import { mayKeepNetworks } from "../policy.ts";
import { rollColumns, type RollColumn } from "../roll-file.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const { language, now } = args.context;
  const { t } = wordsFor(language);
  const today = dayOf(now);
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "network-members.export", subjectKind: "network", subjectId: network.id });
  const header = [...rollColumns.map((column) => t(`networks:roll.column.${column}`)), t("networks:members.state"), t("networks:member.vote")];
  return csvDownload(`roll-${network.slug}-${today}.csv`, header, runs());

  async function* runs() {
    for await (const { members } of everyPage((after) => listMembers(db(), network, { after, most: 200, today }))) {
      yield members.map(({ organisation, state, ...member }) => {
        const parts = network.constituencies.filter(({ id }) => member.constituencies.includes(id)).map(({ name }) => textIn(name, language).text);
        const said: Partial<Record<RollColumn, string | null>> = {
          ...{ organisation: textIn(organisation.name, language).text, charityNumber: organisation.charityNumber, companyNumber: organisation.companyNumber, website: organisation.website },
          ...{ joinedOn: member.joinedOn, confirmedOn: member.confirmedOn, constituencies: parts.join("; ") },
          ...cellsOf("delegate", member.delegate),
          ...cellsOf("deputy", member.deputy),
        };
        const why = whyNoVote({ dates: member, closedOn: organisation.closedOn, isPublicBody: isPublicBody(organisation.sector), hasDelegate: member.delegate !== null }, network, today);
        return [...rollColumns.map((column) => said[column] ?? ""), t(`networks:state.${state}`), why === null ? t("networks:member.votes") : t(`networks:no-vote.${why}`)];
      });
    }
  }
}

function cellsOf(role: "delegate" | "deputy", head: DelegateHead | null): Partial<Record<RollColumn, string | null>> {
  if (head === null) return {};
  return { [`${role}-name`]: head.name, [`${role}-email`]: head.email, [`${role}-telephone`]: head.telephone, [`${role}-post`]: head.post, [`${role}-language`]: languageNames[head.language] };
}
