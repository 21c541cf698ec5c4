// Proofs, from the database alone, that what people were told is so: what was saved is there as it was typed, what was received
// is there once, and what was counted counts.
import { expect } from "vitest";
import { countUp, rebuildTallies } from "#app/consultations/tallies.store.server.ts";
import { checkForm } from "#app/forms/check.ts";
import type { Entries } from "#app/forms/entries.ts";
import type { HttpRespondent } from "./http-respondent.ts";
import { rowsOf, type Live } from "./live.ts";
import { tallyOfAll } from "./tallies.ts";

type Kept = { reference: string; entries: Entries; contact: Entries | null };

/** Everything that somebody was told is saved, as it stood at this moment. */
export function whatIsSaved(people: readonly HttpRespondent[]): Map<string, Entries> {
  return new Map(people.flatMap(({ reference, saved }) => (reference === null ? [] : [[reference, { ...saved }] as const])));
}

/** Every page that was answered is in its draft, exactly as it was typed. */
export async function expectSaved(told: Map<string, Entries>): Promise<number> {
  const drafts = await rowsOf<Kept>(
    `SELECT draft.reference, draft.entries, contact.entries AS contact FROM "Draft" draft
     LEFT JOIN "DraftContact" contact ON contact."draftId" = draft.id WHERE draft.reference = ANY($1)`,
    [[...told.keys()]],
  );
  const kept = new Map(drafts.map(({ reference, entries, contact }) => [reference, { ...contact, ...entries }]));
  let fields = 0;
  for (const [reference, saved] of told) {
    const there = kept.get(reference);
    if (Object.keys(saved).length > 0) expect(there, `the draft of ${reference}`).toBeDefined();
    for (const [field, typed] of Object.entries(saved)) {
      expect([there?.[field]].flat(), `${field} of ${reference}`).toEqual([typed].flat());
      fields += 1;
    }
  }
  return fields;
}

type Sent = { id: string; reference: string; answers: Record<string, unknown>; personal: Record<string, unknown> | null; email: string | null; revisions: number; entries: number; letters: number };

/** Every response whose receipt was shown is there once, with what was typed; nothing else is. */
export async function expectReceived({ consultationId, definition }: Pick<Live, "consultationId" | "definition">, people: readonly HttpRespondent[]): Promise<number> {
  const rows = await rowsOf<Sent>(
    `SELECT response.id, response.reference, revision.answers, contact.answers AS personal, contact.email,
       (SELECT count(*)::int FROM "ResponseRevision" every WHERE every."responseId" = response.id) AS revisions,
       (SELECT count(*)::int FROM "AuditEntry" entry WHERE entry."subjectId" = response.id AND entry.action = 'response.send') AS entries,
       (SELECT count(*)::int FROM "Letter" letter WHERE letter."toAddress" = contact.email AND letter."partnershipId" = response."partnershipId") AS letters
     FROM "Response" response
     JOIN "ResponseRevision" revision ON revision."responseId" = response.id AND revision.number = response."currentRevision"
     LEFT JOIN "ResponseContact" contact ON contact."responseId" = response.id
     WHERE response."consultationId" = $1`,
    [consultationId],
  );
  const received = people.filter(({ receipt }) => receipt !== null);
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  expect(new Set(received.map(({ receipt }) => receipt)).size, "receipts").toBe(received.length);
  for (const { receipt, typed } of received) {
    const row = byReference.get(receipt!);
    expect(row, `the response of ${receipt}`).toBeDefined();
    const { answers, personal } = checkForm(definition, typed);
    expect(row!.answers).toEqual(answers);
    expect(row!.personal ?? {}).toEqual(personal);
    expect([row!.revisions, row!.entries, row!.letters], `of ${receipt}`).toEqual([1, 1, row!.email === null ? 0 : 1]);
  }
  expect(rows.length, "responses").toBe(received.length);
  return received.length;
}

/** The tallies hold every response once, however they were counted; counted again from nothing they are the same. */
export async function expectCounted({ consultationId, definition }: Pick<Live, "consultationId" | "definition">, people: readonly HttpRespondent[]): Promise<void> {
  const received = people.filter(({ receipt }) => receipt !== null);
  const right = tallyOfAll(definition, received.map(({ typed }) => checkForm(definition, typed).answers));
  const held = () => rowsOf<{ counts: unknown; responses: number }>(`SELECT counts, responses FROM "Tally" WHERE "consultationId" = $1`, [consultationId]);
  await countUp(consultationId, new Date());
  expect(await held()).toEqual([{ counts: right.questions, responses: received.length }]);
  await rebuildTallies(consultationId, new Date());
  expect(await held()).toEqual([{ counts: right.questions, responses: received.length }]);
}
