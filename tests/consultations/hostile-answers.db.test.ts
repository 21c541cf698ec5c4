// Anything at all posted to the pages of any form: what was typed to its questions is there again, and nothing else is.
import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesOf } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { readPosted, type Entries } from "#app/forms/entries.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, buildPartnership } from "#tests/support/factories.ts";
import { anyDefinitionAndPosted } from "#tests/support/any-forms.ts";
import { Respondent } from "#tests/support/respondent.ts";

const howMany = Math.ceil(Number(process.env.FOLKMOOT_HOSTILE ?? 300) / 15);
const seed = Number(process.env.FOLKMOOT_SEED ?? Date.now() % 2 ** 31);

function asFields(posted: readonly [string, string][]): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of posted) (fields[name] ??= []).push(value);
  return fields;
}

/** The fields of a body as they arrive: halves of a pair of surrogates are no characters, and a NUL is left out. */
function arriving(fields: Record<string, string[]>): [string, string][] {
  const sent = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])));
  return [...new URLSearchParams(sent.toString())].map(([name, value]) => [name.replaceAll("\0", ""), value.replaceAll("\0", "")]);
}

const shownOn = (definition: FormDefinition, entries: Entries, id: string) => pagesOf(definition, entries).find((page) => page.id === id)?.questions ?? [];

test(`what is typed on a page comes back with its errors, whatever else is posted with it (seed ${seed})`, async () => {
  const partnership = await buildPartnership();
  await fc.assert(
    fc.asyncProperty(anyDefinitionAndPosted, async ({ definition, posted }) => {
      const consultation = await buildConsultation({ partnership, definition });
      const person = new Respondent(consultation);
      await person.post("");
      const [page] = pagesOf(definition, {});
      if (!page) return;
      const fields = asFields(posted);
      const answer = await person.post(`questions/${page.id}`, fields);
      expect([302, 422]).toContain(answer.status);
      const draft = await db().draft.findFirstOrThrow({ where: { consultationId: consultation.id }, include: { contact: true } });
      const kept = { ...(draft.entries as Entries), ...(draft.contact?.entries as Entries | undefined) };
      const removed = questionsOf(definition).filter(({ type }) => type === "file").map(({ id }) => `${id}.remove`);
      const typed = Object.fromEntries(Object.entries(readPosted(shownOn(definition, {}, page.id), arriving(fields))).filter(([field]) => !removed.includes(field)));
      expect(kept).toEqual(typed);
      const again = await person.open<{ entries: Entries }>(`questions/${page.id}`);
      if (again.status === 200 || again.status === 422) expect(again.body.entries).toEqual(typed);
    }),
    { numRuns: howMany, seed },
  );
}, 60_000 + howMany * 500);
