// Who may see what was raised: the partnership's safeguarding contacts. To anybody else there is nothing at these addresses.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireSignedIn } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isContact } from "./contacts.store.server.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

/** [CA 2014 s.45] Information about somebody at risk goes to those who act on it, and no further. */
export async function requireContact({ params, request, context }: Args): Promise<{ partnership: Partnership; personId: string }> {
  const partnership = await findPartnership(db(), params.partnership);
  const { personId } = await requireSignedIn(request, context.now);
  if (!(await isContact(db(), partnership.id, personId))) throw notFound();
  return { partnership, personId };
}
