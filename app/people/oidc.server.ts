// The council's own provider of sign-in (OpenID Connect, authorization code with PKCE). The only file that knows openid-client.
import * as client from "openid-client";
import { config } from "#app/shared/config.server.ts";
import type { ProviderSettings } from "#app/shared/identity-provider.ts";
import { newToken } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { logConcern } from "#app/shared/log.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { clockToleranceInSeconds, isFromTheFuture, isSureEnough, longestProofInSeconds, problemOf, type Claims, type ProviderProblem } from "./identity.ts";
import { providerReturnPath, signOutPath } from "./paths.ts";
import type { ProviderTry } from "./provider-try.server.ts";

const secondsToAnswer = 6;
const keptForMs = 3_600_000;

let known: { issuer: string; at: number; metadata: Promise<client.ServerMetadata> } | undefined;

/** What the provider says of itself, asked once an hour; a provider that did not answer is asked again. */
async function metadataOf(provider: ProviderSettings, now: Date): Promise<client.ServerMetadata> {
  if (known?.issuer === provider.issuer && now.getTime() - known.at < keptForMs) return known.metadata;
  const execute = isPlain(provider) ? [client.allowInsecureRequests] : [];
  const asked = client.discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, { timeout: secondsToAnswer, execute });
  const metadata = asked.then((configuration) => configuration.serverMetadata());
  known = { issuer: provider.issuer, at: now.getTime(), metadata };
  metadata.catch(() => (known = undefined));
  return metadata;
}

function isPlain({ issuer }: ProviderSettings): boolean {
  return issuer.startsWith("http://");
}

/** Ourselves as the provider knows us; it is `now` for whatever is dated. */
async function configurationFor(provider: ProviderSettings, now: Date): Promise<client.Configuration> {
  const metadata = await metadataOf(provider, now);
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const prove = methods.includes("client_secret_basic") ? client.ClientSecretBasic : client.ClientSecretPost;
  const configuration = new client.Configuration(
    metadata,
    provider.clientId,
    {
      [client.clockSkew]: Math.round((now.getTime() - Date.now()) / 1000),
      [client.clockTolerance]: clockToleranceInSeconds,
    },
    prove(provider.clientSecret),
  );
  configuration.timeout = secondsToAnswer;
  // because what it says is then believed by its signature, whoever answered
  client.enableNonRepudiationChecks(configuration);
  if (isPlain(provider)) client.allowInsecureRequests(configuration);
  return configuration;
}

/** Runs what asks the provider; a fault is told to those who run the server and comes back as a problem. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, ProviderProblem>> {
  try {
    return succeed(await work());
  } catch (thrown) {
    const { name, code, error, cause } = thrown as { name?: string; code?: string; error?: string; cause?: { status?: number } };
    const problem = problemOf({ name, code, error, status: cause?.status });
    const word = (value: unknown) => (typeof value === "string" && /^[\w.-]{1,60}$/.test(value) ? value : null);
    logConcern("sign-in-provider", { problem, name: word(name), code: word(code), error: word(error) });
    return fail(problem);
  }
}

const returnAddress = (site: string) => site + providerReturnPath;

export type Begun = { location: string; tried: Omit<ProviderTry, "startedAt"> };

/** Where to send somebody who wants to sign in at the provider, and what has to be remembered until they are back. */
export function beginAtProvider(
  provider: ProviderSettings,
  { site, to, again = false, language, now }: { site: string; to: string | null; again?: boolean; language: Language; now: Date },
): Promise<Result<Begun, ProviderProblem>> {
  return attempt(async () => {
    const configuration = await configurationFor(provider, now);
    const [state, nonce, verifier] = [newToken(), newToken(), client.randomPKCECodeVerifier()];
    const location = client.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: returnAddress(site), scope: "openid email", state, nonce, ui_locales: language === "en" ? "en" : `${language} en` },
      ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256" },
      // because it has to say when somebody proved who they are only where that is limited [OpenID Connect Core 3.1.2.1]
      ...(again ? { prompt: "login", max_age: "0" } : { max_age: String(longestProofInSeconds) }),
      ...(provider.requiredAcr.length > 0 && { acr_values: provider.requiredAcr.join(" ") }),
    });
    return { location: location.href, tried: { state, nonce, verifier, to, language, again } };
  });
}

/** Who has come back from the provider, given the query they came back with. */
export async function returnFromProvider(
  provider: ProviderSettings,
  { site, query, tried, now }: { site: string; query: URLSearchParams; tried: ProviderTry; now: Date },
): Promise<Result<Claims, ProviderProblem>> {
  const asked = await attempt(async () => {
    const configuration = await configurationFor(provider, now);
    const address = new URL(returnAddress(site));
    address.search = query.toString();
    const { state, nonce, verifier } = tried;
    const tokens = await client.authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier });
    const claims: Claims | undefined = tokens.claims();
    if (!claims) throw new Error("The provider sent no ID token");
    if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims;
    const { email, email_verified } = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...claims, email, email_verified };
  });
  if (!asked.ok) return asked;
  if (isFromTheFuture(asked.value, now)) return fail("clock");
  return isSureEnough(asked.value, provider) ? asked : fail("factor");
}

/** Where one signs out of the provider too; null where it offers no such place or does not answer. */
export async function findSignOutOf(provider: ProviderSettings, { site, now }: { site: string; now: Date }): Promise<string | null> {
  const asked = await attempt(async () => {
    const configuration = await configurationFor(provider, now);
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: site + signOutPath }).href;
  });
  return asked.ok ? asked.value : null;
}

/** The council's own provider, where one is set. */
export function identityProvider(): ProviderSettings | undefined {
  return config().identityProvider;
}
