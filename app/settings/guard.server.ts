// Who may come in to a partnership's settings.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { mayChangeSettings } from "#app/partnerships/policy.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import type { SignedIn } from "#app/people/role.ts";

type Args = Pick<LoaderFunctionArgs & ActionFunctionArgs, "params" | "request" | "context">;

/** The partnership of the address and the administrator who is asking. */
export async function requireAdministrator(args: Args): Promise<{ partnership: Partnership; signedIn: SignedIn; personId: string }> {
  const { partnership, signedIn } = await requireWhoMay(args, mayChangeSettings);
  return { partnership, signedIn, personId: signedIn.personId };
}
