// The working copy of a form: every edit is written down, undone in turn, and met by whoever edits at the same time.
import { expect, test } from "vitest";
import { findForm, findSince, findUndoable, findWorkingCopy, listEdits, saveEdit, undoOrRedo } from "#app/design/edits.store.server.ts";
import type { Edit } from "#app/design/edit.ts";
import { questionPart } from "#app/design/parts.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { publishConsultation } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildPerson, type BuiltConsultation } from "#tests/support/factories.ts";

const now = new Date("2026-03-03T10:00:00Z");

async function start() {
  const consultation = await buildConsultation({ publishedAt: null });
  const { id: personId } = await buildPerson({ role: "editor", partnership: consultation.partnership });
  const save = (edit: Edit) => inTransaction((transaction) => saveEdit(transaction, { consultation, personId, now }, edit));
  const back = (which: "undo" | "redo", number: number) => inTransaction((transaction) => undoOrRedo(transaction, { consultation, personId, now }, which, number));
  return { consultation, personId, save, back };
}

const copyOf = async (consultation: BuiltConsultation) => (await findWorkingCopy(db(), consultation))!;
const idsOf = async (consultation: BuiltConsultation) => questionsOf((await copyOf(consultation)).definition).map(({ id }) => id);
const add = (label: string): Edit => ({ kind: "add-question", section: "priorities", after: "first", question: { type: "long-text", label: { en: label } } });

test("edits are written down with who did what, in the log too, and undone and done again one by one", async () => {
  const { consultation, personId, save, back } = await start();
  const before = (await copyOf(consultation)).definition;
  await save(add("Parks"));
  await save({ kind: "remove-question", question: "bus" });
  expect(await idsOf(consultation)).toEqual(["first", "parks", "agree"]);
  const { versionId } = await copyOf(consultation);
  expect(await back("undo", 1)).toBeNull();
  expect((await findUndoable(db(), versionId)).undo).toMatchObject({ kind: "remove-question", about: { id: "bus" }, personId });
  expect(await back("undo", 2)).toBe(3);
  expect(await back("undo", 1)).toBe(4);
  expect((await copyOf(consultation)).definition).toEqual(before);
  expect(await findUndoable(db(), versionId)).toMatchObject({ undo: null, redo: { number: 1 } });
  expect(await back("redo", 1)).toBe(5);
  expect(await idsOf(consultation)).toEqual(["first", "parks", "bus", "agree"]);
  await save(add("Trees"));
  expect(await findUndoable(db(), versionId)).toMatchObject({ undo: { number: 6 }, redo: null });
  const { edits, nextBefore } = await listEdits(db(), versionId, { before: null, most: 4 });
  expect(edits.map(({ kind, ofNumber }) => [kind, ofNumber])).toEqual([["add-question", null], ["redo", 1], ["undo", 1], ["undo", 2]]);
  expect((await listEdits(db(), versionId, { before: nextBefore })).edits.map(({ number }) => number)).toEqual([2, 1]);
  const logged = await db().auditEntry.findMany({ where: { subjectId: consultation.id, action: "consultation.edit-form" } });
  expect(logged.map(({ facts }) => facts)).toContainEqual({ edit: "remove-question", number: 2, part: "bus" });
});

test("an edit that changes nothing leaves no trace", async () => {
  const { consultation, save } = await start();
  const [first] = questionsOf((await copyOf(consultation)).definition);
  expect(await save({ kind: "change-question", to: first! })).toMatchObject({ ok: true, value: { edits: 0 } });
  expect(await db().formEdit.count({ where: { partnershipId: consultation.partnershipId } })).toBe(0);
});

test("what two people do at the same moment is all done, and each part tells who changed it since", async () => {
  const { consultation, personId, save } = await start();
  const labels = ["Alders", "Beeches", "Cedars", "Damsons", "Elms"];
  const results = await Promise.all(labels.map((label) => save(add(label))));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(new Set(await idsOf(consultation))).toEqual(new Set(["first", "bus", "agree", ...labels.map((label) => label.toLowerCase())]));
  const { versionId, edits } = await copyOf(consultation);
  expect(await findSince(db(), versionId, questionPart("first"), edits)).toBeNull();
  const to = { id: "first", type: "long-text", number: "1", label: { en: "What matters?" } } as const;
  await save({ kind: "change-question", to });
  expect(await findSince(db(), versionId, questionPart("first"), edits)).toMatchObject({ base: { label: { en: "What should come first?" } }, by: { personId } });
  expect(await findSince(db(), versionId, questionPart("agree"), edits)).toBeNull();
});

test("a form that people have read is there to be read and not to be edited", async () => {
  const { consultation, save } = await start();
  expect(await findForm(db(), consultation, now)).toMatchObject({ isEditable: true });
  await inTransaction((transaction) => publishConsultation(transaction, consultation, now));
  expect(await save(add("Too late"))).toEqual({ ok: false, problem: { code: "closed" } });
  expect(await findForm(db(), { ...consultation, publishedAt: now }, now)).toMatchObject({ isEditable: false });
});
