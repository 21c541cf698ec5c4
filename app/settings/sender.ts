// Who a partnership's letters come from, as an administrator types it.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, readEmail } from "#app/shared/typed.ts";
import { longest } from "./details.ts";

export type SenderEntries = Record<"sender-name" | "sender-address" | "reply-to", string>;

/** The text is `settings:sender.problem.<code>`. */
export type SenderProblem = {
  field: keyof SenderEntries;
  code: "name-missing" | "name-long" | "address-missing" | "address" | "reply-to";
};

export type SenderSettings = Pick<Partnership, "senderName" | "senderAddress" | "replyTo">;

/** What was typed, addresses in lower case; or what is wrong with it. Answers go to the sender where nothing else is said. */
export function readSender(entries: SenderEntries): Result<SenderSettings, SenderProblem[]> {
  const problems: SenderProblem[] = [];
  const senderName = line(entries["sender-name"]);
  if (senderName === "") problems.push({ field: "sender-name", code: "name-missing" });
  if ([...senderName].length > longest.name) problems.push({ field: "sender-name", code: "name-long" });
  const senderAddress = readEmail(entries["sender-address"])?.toLowerCase();
  if (!senderAddress) {
    problems.push({ field: "sender-address", code: line(entries["sender-address"]) === "" ? "address-missing" : "address" });
  }
  const replyTo = readEmail(entries["reply-to"])?.toLowerCase() ?? null;
  if (!replyTo && line(entries["reply-to"]) !== "") problems.push({ field: "reply-to", code: "reply-to" });
  if (!senderAddress || problems.length > 0) return fail(problems);
  return succeed({ senderName, senderAddress, replyTo: replyTo === senderAddress ? null : replyTo });
}

/** How long the link works by which somebody says that letters may come from their address. */
export const confirmationInDays = 7;

export function confirmationExpiresAt(now: Date): Date {
  return new Date(now.getTime() + confirmationInDays * 86_400_000);
}
