// Somebody is done with coding a text, or not after all: one press, and the next of their texts is there.
import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { mayCode } from "#app/consultations/office-policy.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden, notFound } from "#app/shared/responses.server.ts";
import { markDone } from "../coding-tasks.store.server.ts";
import { readingPath, workPath } from "../paths.ts";
import { findOrder } from "../reading-order.store.server.ts";
import { findQuestionToRead } from "../reading.server.ts";
import { readingAt } from "../reading.ts";
import { listTexts } from "../texts.store.server.ts";

// because the page that it is pressed on wakes, and asks without loading a document; nothing is drawn here
export const handle = { hydrates: true };

/** Whoever comes here by the address is shown the text. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, question, reading } = await findQuestionToRead(args);
  return redirect(readingAt(readingPath(partnership, consultation, question.id, args.params.text), reading));
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, set, question, of, reading, signedIn, roles } = await findQuestionToRead(args);
  if (!mayCode(roles)) throw forbidden();
  const [text] = await listTexts(db(), set.id, [args.params.text ?? ""]);
  if (text?.questionId !== question.id) throw notFound();
  const isDone = (await readForm(args.request)).get("deed") !== "not-done";
  const by = { personId: signedIn.personId, now };
  const may = await inTransaction((transaction) => markDone(transaction, consultation, text, { ...by, isDone }));
  const at = (id: string, more: Record<string, string> = {}) => readingAt(readingPath(partnership, consultation, question.id, id), reading, more);
  if (!may || !isDone) return redirect(at(text.id, { coded: may ? "not-done" : "not-yours" }));
  const order = await findOrder(db(), of, question.id, reading, by);
  const { place, isIn } = order.find(text.id);
  const next = order.at(isIn ? place + 1 : place);
  if (next !== null) return redirect(at(next));
  const first = reading.mark === "mine" ? order.at(0) : null;
  if (first !== null) return redirect(at(first));
  // because their work is a page that does not wake, which only a document leads to
  return reading.mark === "mine" ? redirectDocument(`${workPath(partnership, consultation)}?done=all`) : redirect(at(text.id, { coded: "done" }));
}
