import fc from "fast-check";
import { expect, test } from "vitest";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import { talliesOf } from "#app/consultations/part-tally.ts";
import type { Answers } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { closedAnswers } from "#app/forms/closed.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { wordedQuestions } from "#app/forms/own-words.ts";
import { notAsked } from "#app/forms/routing.ts";
import { anyDefinitionAndEntries } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";
import { tallyOfAll } from "#tests/support/tallies.ts";

type Sent = { channel: string; versionId: string | null; answers: Answers };

function columnsOf(versions: readonly { id: string; definition: FormDefinition }[], all: readonly Sent[]): CountedColumns {
  const columns = new CountedColumns(all.length);
  for (const { channel, versionId, answers } of all) {
    const { definition } = versions.find(({ id }) => id === versionId) ?? versions[0]!;
    columns.add({
      ...{ channel, language: "en", respondent: "individual", receivedAt: new Date(0), enteredAt: new Date(0), formVersionId: versionId },
      ...{ closed: closedAnswers(definition, answers), notAsked: notAsked(definition, answers), worded: wordedQuestions(definition, answers) },
    });
  }
  return columns;
}

test("a part is counted as it would be if only its responses had come, whatever the form and the answers", () => {
  const sent = fc.array(fc.record({ channel: fc.constantFrom("online", "letter"), blank: fc.boolean() }), { maxLength: 12 });
  fc.assert(
    fc.property(anyDefinitionAndEntries, sent, ({ definition, entries }, all) => {
      const versions = [{ id: "v1", number: 1, definition }];
      const { answers } = checkForm(definition, entries);
      const responses = all.map(({ channel, blank }): Sent => ({ channel, versionId: "v1", answers: blank ? {} : answers }));
      const columns = columnsOf(versions, responses);
      for (const [part, matching] of [[{}, responses], [{ is: { channel: "letter" } }, responses.filter(({ channel }) => channel === "letter")]] as const) {
        expect(talliesOf(columns, part, versions).get("v1")).toEqual(tallyOfAll(definition, matching.map((one) => one.answers)));
      }
    }),
    { numRuns: 200 },
  );
});

test("every type of question is in it, with its bases, its places, its points and its figures", () => {
  const definition = everyType();
  const { answers } = checkForm(definition, everyEntry);
  const versions = [{ id: "v1", number: 1, definition }];
  const columns = columnsOf(versions, [{ channel: "online", versionId: "v1", answers }, { channel: "online", versionId: "v1", answers: {} }]);
  expect(talliesOf(columns, {}, versions).get("v1")).toEqual(tallyOfAll(definition, [answers, {}]));
});

test("each response is under the version it answered, and under the newest where that was not kept", () => {
  const versions = [
    { id: "v2", number: 2, definition: buildForm([buildQuestion("rating")]) },
    { id: "v1", number: 1, definition: buildForm([buildQuestion("yes-no-unsure")]) },
  ];
  const columns = columnsOf(versions, [
    { channel: "online", versionId: "v1", answers: { "yes-no-unsure": "yes" } },
    { channel: "online", versionId: "v2", answers: { rating: 4 } },
    { channel: "online", versionId: null, answers: { rating: 5 } },
  ]);
  const tallies = talliesOf(columns, {}, versions);
  expect(tallies.get("v1")).toEqual({ responses: 1, questions: { "yes-no-unsure": { asked: 1, answered: 1, counts: { yes: 1 } } } });
  expect(tallies.get("v2")).toEqual({ responses: 2, questions: { rating: { asked: 2, answered: 2, counts: { 4: 1, 5: 1 } } } });
});
