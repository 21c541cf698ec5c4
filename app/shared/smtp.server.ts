// The mail server: how it is spoken to, and what became of one letter that was handed to it. What a letter says is not kept here.
import nodemailer from "nodemailer";
import { isDemonstration } from "./db.server.ts";
import type { Letter, Sender } from "./letters.ts";
import { readSendingProblem, type SendingProblem } from "./sending.ts";

/** How many letters a process sends at a time; the job runner does more jobs than that at once, so none waits behind them. */
export const lanes = 4;

/** The whole of one sending, so that a server that answers ever so slowly ends it well before `sendingLasts`. */
export const longestSending = 120_000;

/** A letter with the id of its row: a second attempt after a lost answer must be seen as the same letter. */
export type HandedLetter = { id: string; from: Pick<Sender, "name" | "address" | "replyTo"> } & Pick<Letter, "to" | "language" | "subject" | "text"> & { unsubscribeUrl?: string | null };

export type MailServer = {
  /** Hands a letter over; null where the server took it. */
  hand(letter: HandedLetter): Promise<SendingProblem | null>;
  /** Hangs up once the letters in hand are taken, or now. */
  close(how?: { force: true }): void;
};

/** The mail server of an address. Without one the demonstration's letters count as taken, and nobody else's do. */
export function mailServerAt(smtpUrl: string | undefined): MailServer {
  const transporter = smtpUrl === undefined ? null : nodemailer.createTransport(sendingOptions(smtpUrl));
  return {
    async hand(letter) {
      try {
        if (transporter) await transporter.sendMail(messageOf(letter));
        else if (!isDemonstration()) throw Object.assign(new Error("No mail server is set"), { code: "NO_MAIL_SERVER" });
        return null;
      } catch (thrown) {
        return readSendingProblem(thrown);
      }
    },
    close: (how) => transporter?.close(how),
  };
}

/**
 * How the mail server of an address is spoken to. What the address itself says (smtp://…?socketTimeout=5000) comes before these.
 * Letters hold what signs people in: nothing is said to another machine before the line is encrypted and its certificate found
 * right, unless the address says `?requireTLS=false`.
 */
export function sendingOptions(url: string) {
  const { hostname, searchParams: query } = new URL(url);
  const own = (name: string, value: number | boolean) => (query.has(name) ? {} : { [name]: value });
  return {
    url,
    pool: true as const,
    ...own("requireTLS", !isThisMachine(hostname)),
    ...own("maxConnections", lanes),
    ...own("maxMessages", 100),
    ...own("maxRequeues", 1), // which the library does only while not a byte of the letter has gone
    ...own("idleTimeout", 10_000),
    ...own("connectionTimeout", 10_000),
    ...own("greetingTimeout", 15_000),
    ...own("socketTimeout", 45_000),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function messageOf({ id, from, to, language, subject, text, unsubscribeUrl = null }: HandedLetter) {
  const unsubscribing = unsubscribeUrl === null ? {} : { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
  return {
    from: { name: from.name, address: from.address },
    to: { name: "", address: to },
    ...(from.replyTo && { replyTo: { name: "", address: from.replyTo } }),
    ...{ subject, text },
    messageId: `<${id}@${from.address.split("@")[1] ?? "folkmoot"}>`,
    headers: { "Content-Language": language, "Auto-Submitted": "auto-generated", ...unsubscribing },
    signal: AbortSignal.timeout(longestSending),
  };
}
