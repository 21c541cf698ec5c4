import fc from "fast-check";
import { expect, test } from "vitest";
import { permissions, respondentTypes } from "#app/consultations/response.ts";
import { entriesOfSaid, isForOthers, readSaid, sendingForm, withUsualChoices } from "#app/consultations/sending-form.ts";
import { checkForm } from "#app/forms/check.ts";
import { checkDefinition } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import { textInAll } from "#app/shared/words.server.ts";

type Entries = Record<string, string[]>;
const check = (entries: Entries) => checkForm(sendingForm(textInAll, entries), entries);

test("the form is one that may be asked, complete in every language", () => {
  for (const entries of [{}, { as: ["organisation"], "organisation-name": ["Friends of the Park"] }] as Entries[]) {
    const checked = checkDefinition(sendingForm(textInAll, entries));
    expect(checked.ok).toBe(true);
    expect(checked.ok && missingTranslations(checked.value)).toEqual([]);
  }
});

test("whoever answers for others is asked for whom and how they know", () => {
  const shown = (as: string) => check({ as: [as] }).visible.map(({ id }) => id);
  expect(shown("parish-or-town-council")).toContain("how-views-gathered");
  expect(shown("individual")).not.toContain("organisation-name");
  expect(shown("elected-member")).not.toContain("organisation-name");
});

test("only who gave a name may have it published with the response", () => {
  const offered = (entries: Entries) => {
    const question = check(entries).visible.find(({ id }) => id === "publish");
    return question?.type === "one-choice" ? question.options.map(({ id }) => id) : [];
  };
  expect(offered({ as: ["individual"] })).toEqual(["unnamed", "summary"]);
  expect(offered({ as: ["individual"], name: ["Mair"] })).toEqual([...permissions]);
  expect(offered({ as: ["business"], name: ["Mair"] })).toEqual(["unnamed", "summary"]);
});

test("a name taken away again takes the permission to publish with it away", () => {
  expect(readSaid(check({ as: ["individual"], publish: ["named"] }))).toBeUndefined();
});

test("an organisation is published by name unless it says otherwise", () => {
  const organisation = { as: ["organisation"], "organisation-name": ["Friends of the Park"] };
  const shown = (sending: Entries) => withUsualChoices({ sending, email: null });
  expect(shown(organisation)).toMatchObject({ publish: ["named"] });
  expect(shown({ ...organisation, publish: ["summary"] })).toMatchObject({ publish: ["summary"] });
  expect(shown({ as: ["individual"], name: ["Mair"] })).not.toHaveProperty("publish");
});

test("an address given for the way back need not be given again", () => {
  expect(withUsualChoices({ sending: {}, email: "mair@people.example" })).toEqual({ email: ["mair@people.example"] });
  const sending = { email: ["other@people.example"] };
  expect(withUsualChoices({ sending, email: "mair@people.example" })).toEqual(sending);
});

test("a confidentiality request needs its reason", () => {
  const asked = { as: ["individual"], publish: ["unnamed"], confidential: ["yes"] };
  expect(check(asked).errors).toMatchObject([{ questionId: "confidentiality-reason" }]);
  expect(readSaid(check({ ...asked, "confidentiality-reason": ["Told in confidence"] }))).toMatchObject({
    confidentialityRequested: true,
    confidentialityReason: "Told in confidence",
  });
});

test("a reason typed before the request was taken back is not sent", () => {
  const entries = { as: ["individual"], publish: ["unnamed"], confidential: ["no"], "confidentiality-reason": ["Old"] };
  expect(readSaid(check(entries))).toMatchObject({ confidentialityRequested: false, confidentialityReason: null });
});

test("what was said is typed again from what was sent", () => {
  const text = fc.stringMatching(/^[a-z]{1,12}$/);
  const arbitrary = fc.record({
    as: fc.constantFrom(...respondentTypes),
    permission: fc.constantFrom(...permissions),
    organisation: text,
    name: text,
    reason: fc.option(text),
  });
  fc.assert(
    fc.property(arbitrary, ({ as, permission, organisation, name, reason }) => {
      const entries: Entries = {
        as: [as.replaceAll("_", "-")],
        name: [name],
        publish: [permission],
        confidential: [reason === null ? "no" : "yes"],
        ...(reason !== null && { "confidentiality-reason": [reason] }),
      };
      if (isForOthers(entries)) entries["organisation-name"] = [organisation];
      const said = readSaid(check(entries));
      expect(said).toBeDefined();
      expect(entriesOfSaid(said!)).toEqual(entries);
    }),
  );
});
