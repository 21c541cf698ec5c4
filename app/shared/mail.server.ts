// Letters: saved with what they tell, sent by a job until they have gone.
import nodemailer, { type Transporter } from "nodemailer";
import { config } from "./config.server.ts";
import { db, isDemonstration, type Transaction } from "./db.server.ts";
import { addJob } from "./jobs.server.ts";
import { newId } from "./keys.server.ts";
import type { Letter, Sender } from "./letters.ts";

/** Saves a letter to be sent once this transaction has committed. */
export async function saveLetter(transaction: Transaction, sender: Sender, letter: Letter): Promise<void> {
  const id = newId();
  await transaction.letter.create({
    data: {
      id,
      partnershipId: sender.partnershipId,
      kind: letter.kind,
      toAddress: letter.to,
      fromName: sender.name,
      fromAddress: sender.address,
      replyTo: sender.replyTo ?? null,
      language: letter.language,
      subject: letter.subject,
      text: letter.text,
    },
  });
  await addJob(transaction, "send-letter", { letterId: id });
}

let transporter: Transporter | undefined;

function post(): Transporter | null {
  const url = config().smtpUrl;
  if (!url && isDemonstration()) return null; // its outbox is where the letter is read
  if (!url) throw Object.assign(new Error("No mail server is set"), { code: "NO_MAIL_SERVER" });
  transporter ??= nodemailer.createTransport(url);
  return transporter;
}

/** Sends a letter that has not gone yet; throws, without the address, when the mail server does not take it. */
export async function sendLetter(letterId: string, now: Date): Promise<void> {
  const letter = await db().letter.findUnique({ where: { id: letterId } });
  if (!letter || letter.sentAt) return;
  try {
    await post()?.sendMail({
      from: { name: letter.fromName, address: letter.fromAddress },
      to: letter.toAddress,
      ...(letter.replyTo !== null && { replyTo: letter.replyTo }),
      subject: letter.subject,
      text: letter.text,
      // because a second attempt after a lost answer must be seen as the same letter
      messageId: `<${letter.id}@${letter.fromAddress.split("@")[1] ?? "folkmoot"}>`,
      headers: { "Content-Language": letter.language, "Auto-Submitted": "auto-generated" },
    });
  } catch (problem) {
    const code = (problem as { code?: string }).code ?? "unknown";
    const lastProblem = `${code} ${(problem as { responseCode?: number }).responseCode ?? ""}`.trim();
    await db().letter.update({ where: { id: letterId }, data: { attempts: { increment: 1 }, lastProblem } });
    throw new Error(`The letter ${letterId} was not taken: ${lastProblem}`);
  }
  await db().letter.update({
    where: { id: letterId },
    data: {
      sentAt: now,
      attempts: { increment: 1 },
      lastProblem: null,
      ...(isDemonstration() ? {} : { text: "" }),
    },
  });
}
