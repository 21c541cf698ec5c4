// A letter on its way: its state, what the mail server's refusal means for it, and when it is tried again.
// docs/decisions/0011.

export type LetterState = "waiting" | "sending" | "sent" | "failed" | "given-up";

export type LetterTimes = {
  sentAt: Date | null;
  failedAt: Date | null;
  givenUpAt: Date | null;
  sendingAt: Date | null;
  nextAttemptAt: Date | null;
};

/** "failed" is past trying; a letter whose last attempt failed and that will be tried again is waiting. */
export function letterState(letter: LetterTimes, now: Date): LetterState {
  if (letter.sentAt) return "sent";
  if (letter.givenUpAt) return "given-up";
  if (letter.failedAt) return "failed";
  return letter.sendingAt && letter.nextAttemptAt && letter.nextAttemptAt > now ? "sending" : "waiting";
}

/** What is told of a failed attempt: codes only, because the server's own words quote the address. */
export type SendingProblem = { code: string; responseCode: number | null; enhancedCode: string | null; command: string | null };

/** Reads what the mail library throws. */
export function readSendingProblem(thrown: unknown): SendingProblem {
  const { code, originalCode, responseCode, response, command } = (thrown ?? {}) as Record<string, unknown>;
  const named = [originalCode, code].find((one) => typeof one === "string" && /^[A-Z][A-Z0-9_]{1,39}$/.test(one));
  const [, enhancedCode = null] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(typeof response === "string" ? response : "") ?? [];
  return {
    code: typeof named === "string" ? named : "UNKNOWN",
    responseCode: Number.isInteger(responseCode) ? (responseCode as number) : null,
    enhancedCode,
    command: typeof command === "string" ? command : null,
  };
}

/** As it is kept with the letter: "ECONNREFUSED", "EENVELOPE 550 5.1.1". */
export function writeSendingProblem({ code, responseCode, enhancedCode }: SendingProblem): string {
  return [code, responseCode, enhancedCode].filter((part) => part !== null).join(" ");
}

/** "refused": this letter, for good. "later": this letter, for now. "away": the server takes no letter at the moment. */
export type Verdict = "refused" | "later" | "away";

const aboutTheLetter = ["EENVELOPE", "EMESSAGE"];

/**
 * What a problem means. A 5xx to the recipient or to the text is the server's last word on this letter [RFC 5321, 4.2.1];
 * to the sender, or to us as its client, it is something an administrator mends, and no letter's fault.
 */
export function verdictOn({ code, responseCode, command }: SendingProblem): Verdict {
  if (!aboutTheLetter.includes(code) || responseCode === 421) return "away";
  if (responseCode === null) return "refused"; // what no mail server would take was not sent to one
  const isAboutSender = command === "MAIL FROM";
  if (responseCode < 500) return isAboutSender ? "away" : "later";
  return isAboutSender || responseCode === 503 ? "later" : "refused"; // 503: the session was out of step, not the letter
}

const minute = 60_000;

/** How long a letter waits after so many attempts: up to an hour for its own sake, never over five minutes for the server's. */
export function waitAfter(verdict: "later" | "away", attempts: number): number {
  return verdict === "away" ? Math.min(attempts, 5) * minute : Math.min(2 ** (attempts - 1), 60) * minute;
}

/** How long a letter is tried: five days, as other mail is [RFC 5321, 4.5.4.1]. */
export const triedFor = 5 * 24 * 60 * minute;

/** How long a process may be sending one letter before it counts as never begun. */
export const sendingLasts = 10 * minute;

/** An address that its owner knows and others do not learn: "b…@example.org". */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "…" : `${[...address][0]}…${address.slice(at)}`;
}

/** Whether a kept problem is one letter's own, and not the mail server's with all of them. */
export function isAboutTheLetter(lastProblem: string): boolean {
  return aboutTheLetter.some((code) => lastProblem === code || lastProblem.startsWith(`${code} `));
}

const problemsByCode: Record<string, string> = {
  NO_MAIL_SERVER: "no-server",
  ECONNREFUSED: "closed",
  ...{ EDNS: "unknown-name", ENOTFOUND: "unknown-name", EAI_AGAIN: "unknown-name" },
  ...{ EHOSTUNREACH: "unreachable", ENETUNREACH: "unreachable" },
  ...{ ETIMEDOUT: "slow", EABORT: "slow" },
  ...{ ECONNECTION: "broke-off", ECONNRESET: "broke-off", EPIPE: "broke-off", ESOCKET: "broke-off" },
  ...{ EAUTH: "password", ENOAUTH: "password", ETLS: "not-secure", EPROTOCOL: "not-understood" },
};

/** The words for a kept problem: `letters:problem.<name>`. */
export function problemName(lastProblem: string): string {
  const [, code = "", reply = "", enhanced = ""] = /^(\S+)(?: (\d{3}))?(?: (\S+))?$/.exec(lastProblem) ?? [];
  if (/^\d\.2\.2$/.test(enhanced) || reply === "552" || reply === "452") return "full";
  if (/^5\.1\./.test(enhanced) || ["550", "551", "553"].includes(reply)) return "no-such-address";
  const named = problemsByCode[code] ?? (/CERT|TLS|SSL|SELF_SIGNED|LEAF_SIGNATURE/.test(code) ? "not-secure" : undefined);
  if (named) return named;
  if (reply.startsWith("4")) return "later";
  if (reply.startsWith("5")) return "refused";
  return aboutTheLetter.includes(code) ? "no-address" : "unknown";
}
