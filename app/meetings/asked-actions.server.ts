// Which actions a list or its file is asked for, by whoever keeps meetings.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { line } from "#app/shared/typed.ts";
import { actionFilters } from "./action.ts";
import { mayKeepMeetings } from "./policy.ts";

export async function askedActions(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const query = new URL(args.request.url).searchParams;
  const bodies = await listBodies(db(), partnership.id);
  const body = bodies.find(({ slug }) => slug === query.get("body")) ?? null;
  const filter = actionFilters.find((one) => one === query.get("state")) ?? "open";
  const [owner, today] = [line(query.get("owner") ?? ""), dayOf(args.context.now)];
  return { partnership, signedIn, bodies, body, filter, owner, today, where: { partnershipId: partnership.id, filter, bodyId: body?.id ?? null, owner, today } };
}
