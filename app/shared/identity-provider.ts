// The council's own provider of sign-in (OpenID Connect): what is set about it, and what must hold of that.

export type ProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button on the sign-in page names it. */
  name: string;
  /** How surely it must know people: any of these values of `acr`; none asks nothing. */
  requiredAcr: string[];
  /** By what means: any of these values of `amr`; none asks nothing. */
  requiredAmr: string[];
  /** Whether an address it tells without a word on whether it is verified counts as verified. */
  trustsEmail: boolean;
};

/** The words of a list parted by spaces or commas. */
export function readWordList(given: string): string[] {
  return given.split(/[\s,]+/).filter(Boolean);
}

const nearby = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Over https, unless it is on this machine. Not one of Microsoft's that anybody's organisation shares: there whoever makes an
 * organisation of their own gives its people what addresses they like.
 */
export function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, pathname } = new URL(issuer);
  if (/^\/(common|organizations|consumers)(\/|$)/i.test(pathname)) return false;
  return protocol === "https:" || (protocol === "http:" && nearby.includes(hostname));
}

type Given = Partial<Record<`OIDC_${string}`, unknown>>;

/** What is missing of it, or given without an issuer, in a sentence; null where nothing is wrong. */
export function findFaultOfProvider(given: Given): string | null {
  if (given.OIDC_ISSUER === undefined) {
    const without = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"].find((name) => given[name as keyof Given] !== undefined);
    return without === undefined ? null : `The setting ${without} is given and OIDC_ISSUER is not: sign-in by a provider needs both.`;
  }
  const missing = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"].find((name) => given[name as keyof Given] === undefined);
  return missing === undefined ? null : `The setting ${missing} is missing: sign-in by the provider that OIDC_ISSUER names needs it.`;
}
