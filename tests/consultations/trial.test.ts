import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pagesOf } from "#app/forms/check.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { keyOf, nothingTyped, placeOf, readCarried, turn, type Trial, type Tried, type Turned } from "#app/consultations/trial.ts";
import { trialPage } from "#app/consultations/trial-page.ts";
import { textInAll } from "#app/shared/words.server.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";

const form: FormDefinition = {
  languages: ["en"],
  sections: [
    ...buildForm([buildQuestion("yes-no-unsure", { id: "here", required: true }), buildQuestion("name", { id: "name" })], { id: "first" }).sections,
    ...buildForm([buildQuestion("number", { id: "years" })], { id: "more", showWhen: { question: "here", is: "yes" } }).sections,
  ],
};
const nothing: Trial = nothingTyped;
const tried = (definition: FormDefinition, asksEquality = false): Tried => ({ definition, asksEquality, say: textInAll });

/** As a browser goes: what the page shows is what it posts next. */
function press(form: Tried, before: Turned, typed: Record<string, string>): Turned {
  const shown = trialPage(form, before);
  const posted = new URLSearchParams([["_at", shown.at], ...shown.carried, ...Object.entries(typed)]);
  return turn(form, readCarried(form, posted), placeOf(posted.get("_at")!), posted);
}

const begin: Turned = { trial: nothing, place: placeOf("start"), errors: [] };
const keysOf = (of: Tried, ...steps: Record<string, string>[]) => {
  let at = begin;
  return steps.map((typed) => keyOf((at = press(of, at, typed)).place));
};
const keys = (...steps: Record<string, string>[]) => keysOf(tried(form), ...steps);
const sendingDone: Record<string, string>[] = [{ as: "individual", name: "Mair" }, { publish: "summary" }];

describe("a test run", () => {
  test("goes where a response goes: routing, errors, the pages before sending, checking, and what would be stored", () => {
    expect(keys({}, {}, { here: "yes", name: "Siân" }, { years: "many" }, { years: "4" }, ...sendingDone, { _go: "stored" })).toEqual([
      ...["questions/first", "questions/first", "questions/more", "questions/more", "sending/about-you"],
      ...["sending/permission", "check", "stored"],
    ]);
    expect(keys({}, { here: "no" }, { _intent: "back" }, { here: "yes" })).toEqual(["questions/first", "sending/about-you", "questions/first", "questions/more"]);
  });

  test("is not over while something is missing or wrong", () => {
    expect(keys({}, { here: "no" }, { _intent: "finish" }, { _go: "stored" })).toEqual(["questions/first", "sending/about-you", "check", "check"]);
  });

  test("changes an answer from the check and comes back to it", () => {
    const steps = [{}, { here: "no" }, ...sendingDone, { _go: "questions/first?from=check" }, { here: "no", name: "Mair" }];
    expect(keys(...steps).slice(-2)).toEqual(["questions/first?from=check", "check"]);
  });

  test("tells what would be stored, what apart, and what the other answers hide", () => {
    let at = begin;
    const back = { _go: "questions/first?from=check" };
    const steps: Record<string, string>[] = [{}, { here: "yes", name: "Siân" }, { years: "4" }, ...sendingDone, back, { here: "no", name: "Siân" }, { _go: "stored" }];
    for (const typed of steps) at = press(tried(form), at, typed);
    const shown = trialPage(tried(form), at);
    expect(shown).toMatchObject({ kind: "stored", answered: 2, of: 2, checked: { form: { answers: { here: "no" }, personal: { name: "Siân" } } } });
    expect(shown.kind === "stored" && shown.leftOut.map(({ id }) => id)).toEqual(["years"]);
  });
});

describe("the equality questions of a test run", () => {
  const asked = tried(form, true);
  const toThem = [{}, { here: "no" }, ...sendingDone, { _go: "stored" }];

  test("follow what is sent, one a page, and may be left out", () => {
    expect(keysOf(asked, ...toThem, {}, { answer: "skip" }).slice(-3)).toEqual(["ask", "ask", "stored"]);
    expect(keysOf(asked, ...toThem, { answer: "yes" }, { "age-band": "u16" }, { _intent: "back" }, { _intent: "back" }).slice(-4)).toEqual(["equality/equality", "equality/sex", "equality/equality", "ask"]);
  });

  test("are routed by what is answered, and their answers stand apart from the response", () => {
    let at = begin;
    const answers = [{ "age-band": "u16" }, { sex: "female" }, { "ethnic-group": "other" }, { "ethnic-other": "arab" }, { religion: "none" }, { condition: "no" }];
    for (const typed of [...toThem, { answer: "yes" }, ...answers]) at = press(asked, at, typed as Record<string, string>);
    const shown = trialPage(asked, at);
    expect(shown).toMatchObject({ kind: "stored", equality: { answers: { "ethnic-other": { option: "arab" } } }, checked: { form: { answers: { here: "no" } } } });
    expect(shown.kind === "stored" && shown.equality?.visible.map(({ id }) => id)).not.toContain("sexual-orientation");
  });
});

test("everything typed goes along from page to page, and nothing that was not asked", () => {
  const all = everyType();
  const trial: Trial = { entries: everyEntry, sending: { as: ["individual"], name: ["Mair"], "how-views-gathered": ["line\nline"] }, equality: { "ethnic-group": ["other"], "ethnic-other.other": ["Mine"] } };
  const { carried } = trialPage(tried(all), { trial, place: { kind: "check" }, errors: [] });
  expect(readCarried(tried(all), carried)).toEqual(trial);
  expect(readCarried(tried(all), [["_f.nothing", "x"], ["name", "x"], ["_s.tlh", "x"]])).toEqual(nothing);
  const [page] = pagesOf(all, everyEntry);
  const shown = trialPage(tried(all), { trial, place: placeOf(`questions/${page!.id}`), errors: [] });
  expect(shown.carried.filter(([name]) => name.startsWith("_f."))).toEqual(["file-id", "name", "mime-type", "size"].map((part) => [`_f.file.${part}`, everyEntry[`file.${part}`]![0]]));
});

test("whatever is posted, it shows a page", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.constantFrom("_go", "_page", "_intent", "_f.here", "_s.as", "here", "name", "years"), fc.string())), (at, typed) => {
      const posted = new URLSearchParams([["_at", at], ...typed]);
      for (const key of [at, "check", "questions/first", "sending/permission", "ask", "equality/equality"]) {
        const turned = turn(tried(form, true), readCarried(tried(form, true), posted), placeOf(key), posted);
        expect(trialPage(tried(form, true), turned).kind).toMatch(/start|questions|sending|check|ask|equality|stored/);
      }
    }),
    { numRuns: 60 },
  );
});
