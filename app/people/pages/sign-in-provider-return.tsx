// Where the council's own provider sends people back to: signs in whoever it says they are, or leads to what went wrong.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { inTransaction } from "#app/shared/db.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath, pathInLanguage } from "#app/shared/local-path.ts";
import { notFound, tooMany } from "#app/shared/responses.server.ts";
import { findPersonOfIdentity } from "../identities.store.server.ts";
import { provedAtOf, verifiedEmailOf, type ProviderProblem } from "../identity.ts";
import { identityProvider, returnFromProvider } from "../oidc.server.ts";
import { signInProviderPath } from "../paths.ts";
import { findTry, forgetTry } from "../provider-try.server.ts";
import { signIn } from "../session.server.ts";

export async function loader({ request, context: { language, site, address, now } }: LoaderFunctionArgs) {
  const provider = identityProvider();
  if (!provider) throw notFound();
  if (!(await isWithinLimit("return from a provider", address, 60, 900))) throw tooMany();
  const query = new URL(request.url).searchParams;
  const state = query.get("state");
  const tried = findTry(request, state, now);
  const to = localPath(tried?.to);
  // because the provider knows one address, without a language, whatever language one left in
  const inLanguage = (path: string) => (language === defaultLanguage ? pathInLanguage(path, tried?.language ?? language) : path);
  const forgotten: [string, string][] = tried ? [["Set-Cookie", forgetTry(tried.state)]] : [];
  const leadTo = (path: string, headers: [string, string][] = []) => redirect(inLanguage(path), { headers: [...forgotten, ...headers] });
  const tell = (problem: ProviderProblem) => leadTo(signInProviderPath({ to, problem }));
  if (!tried) return tell("stale");
  const returned = await returnFromProvider(provider, { site, query, tried, now });
  if (!returned.ok) return tell(returned.problem);
  const { iss: issuer, sub: subject } = returned.value;
  const email = verifiedEmailOf(returned.value, provider.trustsEmail);
  const signedIn = await inTransaction(async (transaction) => {
    const personId = await findPersonOfIdentity(transaction, { issuer, subject }, { email, now });
    // because what the provider asks for counts as both factors
    const provedAt = provedAtOf(returned.value, tried, now);
    return personId === null ? null : signIn(transaction, request, { personId, by: "provider", to, isSecondFactorGiven: true, provedAt, now });
  });
  if (!signedIn) return tell("no-account");
  return leadTo(signedIn.to, [["Set-Cookie", signedIn.cookie]]);
}
