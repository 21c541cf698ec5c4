// Does a name lead to this installation? Asked of the name itself: whoever answers at it has to know what only this
// installation can work out from a word made up for the occasion.
import { lookup, type LookupAddress } from "node:dns";
import { get as getPlain } from "node:http";
import { get as getSecure } from "node:https";
import { BlockList } from "node:net";
import { promisify } from "node:util";
import { siteOf } from "#app/partnerships/domain.ts";
import { config } from "#app/shared/config.server.ts";
import { keyedHash, keyedHashes, newToken } from "#app/shared/keys.server.ts";

/** The words are `settings:domain.check.<answer>`. */
export type DomainAnswer = "reached" | "no-name" | "private" | "no-answer" | "certificate" | "redirect" | "other";

const purpose = "domain check";
const path = "/.well-known/folkmoot-check/";
export const domainCheckRoute = `${path}:token`;

/** What this installation says to a token, or null to what is none. */
export function answerToToken(token: string | undefined): string | null {
  return token && /^[\w-]{43}$/.test(token) ? keyedHash(purpose, token) : null;
}

const privately = new BlockList();
for (const [network, prefix] of [
  ...([["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16]] as const),
  ...([["172.16.0.0", 12], ["192.0.0.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3]] as const),
]) {
  privately.addSubnet(network, prefix, "ipv4");
}
// Of the newer numbers only those given out for the public are asked, and none that stand for an older one.
const publicly = new BlockList();
publicly.addSubnet("2000::", 3, "ipv6");
const standing = new BlockList();
standing.addSubnet("2002::", 16, "ipv6");
standing.addSubnet("2001::", 32, "ipv6");

/** Whether an address of the internet is one that anybody may ask: not this machine, not its network, not reserved. */
export function isPublicAddress({ address, family }: LookupAddress): boolean {
  if (family === 4) return !privately.check(address, "ipv4");
  return publicly.check(address, "ipv6") && !standing.check(address, "ipv6");
}

type Resolve = (host: string) => Promise<LookupAddress[]>;
const resolveAll: Resolve = (host) => promisify(lookup)(host, { all: true });

type CheckOptions = { resolve?: Resolve; mayAskPrivate?: boolean; baseUrl?: string };

const secondsToAnswer = 6;
const longestAnswer = 1000;

/**
 * Asks a name for what only this installation knows, at the scheme and port of the installation, and follows no redirect. The
 * name is resolved once, and only addresses that anybody may ask are asked, unless `mayAskPrivate`.
 */
export async function checkDomain(
  host: string,
  { resolve = resolveAll, mayAskPrivate = config().mayAskPrivate, baseUrl = config().baseUrl }: CheckOptions = {},
): Promise<DomainAnswer> {
  const signal = AbortSignal.timeout(secondsToAnswer * 1000);
  const late = new Promise<null>((done) => signal.addEventListener("abort", () => done(null)));
  const found = await Promise.race([resolve(host).catch(() => []), late]);
  if (found === null || found.length === 0) return "no-name";
  const addresses = mayAskPrivate ? found : found.filter(isPublicAddress);
  if (addresses.length === 0) return "private";
  const token = newToken();
  return ask(new URL(path + token, siteOf(baseUrl, host)), addresses, signal, (said) => keyedHashes(purpose, token).includes(said));
}

function ask(url: URL, addresses: LookupAddress[], signal: AbortSignal, isRight: (said: string) => boolean): Promise<DomainAnswer> {
  return new Promise((resolve) => {
    const options = {
      ...{ agent: false, signal, autoSelectFamily: true },
      headers: { Accept: "text/plain", "User-Agent": "Folkmoot" },
      // because a name asked for twice may lead elsewhere the second time
      lookup: (_host: string, { all }: { all?: boolean }, answer: (...said: [null, string | LookupAddress[], number?]) => void) =>
        all ? answer(null, addresses) : answer(null, addresses[0]!.address, addresses[0]!.family),
    };
    const get = url.protocol === "https:" ? getSecure : getPlain;
    const asking = get(url, options as Parameters<typeof getPlain>[1], (response) => {
      const status = response.statusCode ?? 0;
      const end = (answer: DomainAnswer) => {
        resolve(answer);
        asking.destroy();
      };
      if (status >= 300 && status < 400) return end("redirect");
      let said = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        said += part;
        if (said.length > longestAnswer) end("other");
      });
      response.on("end", () => end(status === 200 && isRight(said.trim()) ? "reached" : "other"));
      response.on("error", () => end("no-answer"));
    });
    asking.on("error", (problem: NodeJS.ErrnoException) => resolve(isAboutCertificate(problem.code) ? "certificate" : "no-answer"));
  });
}

function isAboutCertificate(code: string | undefined): boolean {
  return /CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|EPROTO/.test(code ?? "");
}
