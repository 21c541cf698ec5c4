// How a code and a ballot travel from one page of voting to the next: encrypted, in a cookie of a few hours or a hidden field, never in an
// address. Nothing of it is written down.
import { z } from "zod";
import { readCookie, writeCookie } from "#app/shared/cookie.server.ts";
import { seal, unseal } from "#app/shared/keys.server.ts";

const hours = 3;
const nameOf = (electionId: string) => `vote-${electionId}`;

/** The code that this device entered for an election within the last hours, or null. */
export function readVotingCookie(request: Request, electionId: string, now: Date): string | null {
  const held = readCookie(request.headers.get("Cookie"), nameOf(electionId));
  const opened = held && unseal("voting cookie", electionId, held);
  const [code = "", until = ""] = opened ? opened.text.split(" ") : [];
  return code !== "" && Number(until) > now.getTime() ? code : null;
}

/** The Set-Cookie header that remembers a code for a few hours. */
export function votingCookie(electionId: string, code: string, now: Date): { "Set-Cookie": string } {
  const sealed = seal("voting cookie", electionId, `${code} ${now.getTime() + hours * 3_600_000}`);
  return { "Set-Cookie": writeCookie(nameOf(electionId), sealed, hours * 3600) };
}

export function forgetVoting(electionId: string): { "Set-Cookie": string } {
  return { "Set-Cookie": writeCookie(nameOf(electionId), "", 0) };
}

/** A ballot that was read and is about to be checked and cast, with its tracking code, so that a second press casts the same again. */
const pendingSchema = z.object({ code: z.string(), preferences: z.array(z.number().int().positive()), tracking: z.string() });
export type Pending = z.infer<typeof pendingSchema>;

export function sealPending(electionId: string, pending: Pending): string {
  return seal("ballot to check", electionId, JSON.stringify(pending));
}

/** Null where no page of ours made it. */
export function openPending(electionId: string, sealed: string): Pending | null {
  const opened = unseal("ballot to check", electionId, sealed);
  return opened && pendingSchema.parse(JSON.parse(opened.text));
}
