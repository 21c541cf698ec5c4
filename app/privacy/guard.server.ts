// Who may come in to where personal data is looked after, and what every page about a request starts from.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { mayKeepPersonalData } from "#app/people/keeping-policy.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findRequest, type PrivacyRequest } from "./requests.store.server.ts";

export type Keeper = { partnership: Partnership; by: string; words: Words; now: Date };

/** The partnership of the address and whoever looks after personal data there. */
export async function requireKeeper(args: LoaderFunctionArgs): Promise<Keeper> {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepPersonalData);
  return { partnership, by: signedIn.personId, words: wordsFor(args.context.language), now: args.context.now };
}

/** The same with the request of the address, or 404. */
export async function requireRequest(args: LoaderFunctionArgs): Promise<Keeper & { request: PrivacyRequest }> {
  const keeper = await requireKeeper(args);
  return { ...keeper, request: await findRequest(db(), keeper.partnership.id, args.params.request) };
}

/** Writes down that somebody saw or took personal data. */
export async function recordSight({ partnership, by }: Keeper, action: string, about: { requestId: string } | null, facts: Record<string, string | number | boolean> = {}): Promise<void> {
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: by, action, facts },
    ...(about === null ? { subjectKind: "partnership", subjectId: partnership.id } : { subjectKind: "privacy-request", subjectId: about.requestId }),
  });
}
