// Leads on to where one signs out of the council's own provider too.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/shared/responses.server.ts";
import { findSignOutOf, identityProvider } from "../oidc.server.ts";
import { signOutPath } from "../paths.ts";

export async function loader({ request, context: { site, now } }: LoaderFunctionArgs) {
  const provider = identityProvider();
  if (!provider) throw notFound();
  // because another site must sign nobody out
  if (request.headers.get("Sec-Fetch-Site") === "cross-site") return redirect(signOutPath);
  return redirect((await findSignOutOf(provider, { site, now })) ?? signOutPath);
}
