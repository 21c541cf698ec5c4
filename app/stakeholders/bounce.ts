// A letter that did not arrive: whether its address is wrong or it was only this time, and what messages that came back say of it.
// Sources: RFC 3463 (codes), RFC 3464 (messages that come back).

export type BounceKind = "hard" | "soft";

/** So many that did not arrive this time are as good as a wrong address. */
export const softIsHardAfter = 3;

/**
 * What a mail server's code means: 5.1.x and 5.2.1 say that there is no such address, or that it is closed; without such a code so
 * do 550, 551 and 553. Everything else may be different the next time: a full mailbox, a letter that was taken for advertising.
 */
function bounceKind(status: string | null, reply: string | null = null): BounceKind {
  if (status !== null) return /^5\.1\.|^5\.2\.1$/.test(status) ? "hard" : "soft";
  return reply !== null && ["550", "551", "553"].includes(reply) ? "hard" : "soft";
}

/** The same of a problem as it is kept with a letter: "EENVELOPE 550 5.1.1". */
export function bounceOfProblem(problem: string | null): { kind: BounceKind; status: string | null } {
  const [, reply = null, status = null] = /^\S+(?: (\d{3}))?(?: (\S+))?$/.exec(problem ?? "") ?? [];
  return { kind: bounceKind(status, reply), status: status ?? reply };
}

/** What one message that came back says of one recipient. */
export type ReturnedLetter = {
  /** Lower case; those it was sent to first, where it was sent on. */
  addresses: string[];
  /** The Message-ID of the letter, without its brackets. */
  letterId: string | null;
  kind: BounceKind;
  status: string | null;
};

const deliveryStatus = /^content-type:\s*message\/delivery-status/im;
const header = (name: string, text: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(text)?.[1]?.trim();

function addressIn(field: string | undefined): string | undefined {
  return /([^\s<>;]+@[^\s<>;]+)/.exec(field ?? "")?.[1]?.toLowerCase();
}

/** Messages as a mail program saves them, one or many after another; each with where it began. */
function partMessages(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/^(?=From \S+ .*\d{4}\s*$)/m)
    .filter((part) => part.trim() !== "");
}

/** The groups of fields between the beginning of the report and its end: the first is about the message, each further one about a recipient. */
function groupsOf(message: string): string[] {
  const begins = deliveryStatus.exec(message);
  if (!begins) return [];
  const rest = message.slice(begins.index);
  const fields = rest.slice(rest.indexOf("\n\n") + 2).split(/^--\S/m)[0] ?? "";
  return fields.replace(/\n[ \t]+/g, " ").split(/\n\s*\n/).filter((group) => group.trim() !== "");
}

/**
 * Everything that messages which came back say of letters that did not arrive; what only says that a letter is late is nothing,
 * and so is what is no such message.
 */
export function readReturned(text: string): { messages: number; returned: ReturnedLetter[] } {
  const messages = partMessages(text);
  const returned = messages.flatMap((message): ReturnedLetter[] => {
    const groups = groupsOf(message).filter((group) => /^(final|original)-recipient:/im.test(group));
    // the letter's own Message-ID stands after the report, that of the message that came back before it
    const after = groups.length === 0 ? "" : message.slice(deliveryStatus.exec(message)!.index);
    const letterId = /^message-id:\s*<([^<>\s]+)>/im.exec(after.replace(/\n[ \t]+/g, " "))?.[1] ?? null;
    return groups.flatMap((group) => {
      if ((header("action", group) ?? "failed").toLowerCase() !== "failed") return [];
      const addresses = [header("original-recipient", group), header("final-recipient", group)].map(addressIn).filter((one) => one !== undefined);
      const status = /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(header("status", group) ?? "")?.[1] ?? null;
      return addresses.length === 0 ? [] : [{ addresses: [...new Set(addresses)], letterId, kind: bounceKind(status), status }];
    });
  });
  return { messages: messages.length, returned };
}
