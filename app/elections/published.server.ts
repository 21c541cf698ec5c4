// What may be read of a declared election: its sheet, and the files for a recount.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCon } from "#app/counting/con.ts";
import type { Published } from "#app/counting/path-ballots.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { ballotFile } from "./ballot-file.ts";
import { findContest, findCount, findDeclaration, listStanders, orderOfLots } from "./counts.store.server.ts";
import { findPublicElection, type Election } from "./elections.store.server.ts";
import { findPublishedFiles } from "./keeping.store.server.ts";
import { orderOf, type Order } from "./order-only.ts";
import { publishedContest } from "./publishing.ts";

export type PublishedCount = {
  partnership: Partnership;
  election: Election;
  /** The whole sheet; null where only the order is told. */
  sheet: Sheet | null;
  order: Order;
  kind: Published;
  /** The ballots as far as they are published, and the reserved places they are counted under, as files; null where there are none. */
  ballots: string | null;
  reserves: string | null;
  /** Candidates in the order in which lots fall. */
  lots: readonly number[];
};

/** The count of the address as everybody may have it, or 404: there is none before it is declared. */
export async function requirePublishedCount({ params }: Pick<LoaderFunctionArgs, "params">): Promise<PublishedCount> {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const count = (await findDeclaration(db(), election)) ? await findCount(db(), election) : null;
  if (!count) throw notFound();
  const lots = await orderOfLots(election, (await listStanders(db(), election)).length);
  const published = (await findPublishedFiles(db(), election)) ?? (await writePublished(election, count.sheet));
  return { partnership, election, sheet: published.kind === "order" ? null : count.sheet, order: orderOf(count.sheet), lots, ...published };
}

async function writePublished(election: Election, sheet: Sheet): Promise<Pick<PublishedCount, "kind" | "ballots" | "reserves">> {
  const { contest, terms } = await findContest(db(), election);
  const { kind, contest: published } = publishedContest(election, contest, sheet);
  return { kind, ballots: published && ballotFile(published, null), reserves: published && terms.reserved.length > 0 ? writeCon(terms.reserved) : null };
}

/** A small text file as a download; the name is of ASCII letters. */
export function textDownload(name: string, type: string, text: string): Response {
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Disposition": `attachment; filename="${name}"` } });
}
