import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "#app/shared/dates.ts";
import { consultationFileOf, datesToCome, missingToPublish, readConsultationFile } from "#app/consultations/consultation-file.ts";
import { documentFormats } from "#app/consultations/consultation-document.ts";
import { eventKinds } from "#app/consultations/consultation-event.ts";
import { accessFacts } from "#app/shared/access-facts.ts";
import { profiles } from "#app/consultations/launch-gate.ts";
import { topics } from "#app/consultations/register.ts";
import { languages } from "#app/shared/languages.ts";
import { anyDefinition } from "#tests/support/any-forms.ts";

const form = {
  languages: ["en", "cy"],
  sections: [
    {
      ...{ id: "one", heading: { en: "One", cy: "Un" }, layout: "one-page" },
      questions: [{ id: "q1", type: "long-text", label: { en: "What?", cy: "Beth?" } }],
    },
  ],
};
const consultation = { title: { en: "Buses", cy: "Bysiau" }, summary: { en: "Say.", cy: "Dywedwch." } };

const anyText = fc.record({ en: fc.string({ minLength: 1, maxLength: 20 }), cy: fc.string({ maxLength: 20 }) }, { requiredKeys: ["en"] });
const anySummary = fc.oneof(fc.constant({}), anyText);
const anyTitle = fc.constantFrom({ en: "T", cy: "T", ur: "T" }, { cy: "T" }, { ur: "T" });
const anyInstant = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const anyEvent = fc
  .record({
    ...{ kind: fc.constantFrom(...eventKinds), title: anyText, about: anyText, venue: anyText, booking: anyText, startsAt: anyInstant, hours: fc.integer({ min: 1, max: 9 }) },
    ...{ address: fc.option(fc.string({ maxLength: 40 })), link: fc.constantFrom(null, "https://example.org/meet"), access: fc.subarray([...accessFacts]) },
    ...{ cancelledAt: fc.option(anyInstant), attended: fc.option(fc.nat(500)), heardBy: fc.subarray(["poster", "radio"]) },
  })
  .map(({ hours, ...event }) => ({ ...event, endsAt: new Date(event.startsAt.getTime() + hours * 3_600_000) }));
const anyParts = fc.record({
  events: fc.array(anyEvent, { maxLength: 3 }),
  notices: fc.record({ privacy: anyText, disclosure: anyText }, { requiredKeys: [] }),
  documents: fc.array(fc.record({ title: anyText, language: fc.constantFrom(...languages), format: fc.constantFrom(...documentFormats), sizeInBytes: fc.nat() }), { maxLength: 3 }),
  errata: fc.array(fc.record({ questionId: fc.constantFrom("q1", "q-2"), text: anyText, datedOn: fc.constantFrom("2026-07-02", "2028-02-29") }, { requiredKeys: ["text", "datedOn"] }), { maxLength: 3 }),
});
const anyLaunch = fc.record({
  ...{ profile: fc.constantFrom(null, ...profiles), minimumDays: fc.option(fc.integer({ min: 1, max: 365 })) },
  ...{ shorterTimeReason: fc.option(anyText), asksResidents: fc.boolean() },
});
const anyNamed = fc.record({ code: fc.constantFrom("E05000001", "W01"), name: fc.constant({ en: "A place" }) }, { requiredKeys: ["name"] });
const anyRegister = fc.record({
  ...{ topics: fc.subarray([...topics]), places: fc.array(anyNamed, { maxLength: 3 }), audiences: fc.array(anyNamed, { maxLength: 3 }) },
  contact: fc.record({ name: anyText, telephone: fc.string({ maxLength: 20 }), email: fc.constant("a@example.org") }, { requiredKeys: [] }),
});

function problemsOf(input: unknown): string[] {
  const read = readConsultationFile(input);
  return read.ok ? [] : read.problem.map((problem) => `${problem.path.join(".")}: ${"said" in problem ? [problem.said, ...Object.values(problem.values ?? {})].join(" ") : problem.code}`);
}

describe("a consultation as a file", () => {
  it("a title and a form are enough; the rest has its usual value", () => {
    const read = readConsultationFile({ consultation: { title: consultation.title }, form });
    expect(read.ok && read.value.texts).toMatchObject({ summary: {}, purpose: {}, asksEquality: true, graceInMinutes: 1440, languages: ["en", "cy"] });
  });

  it("a language counts as complete only where nothing is missing in it", () => {
    const read = readConsultationFile({ consultation: { ...consultation, purpose: { en: "Because." } }, form });
    expect(read.ok && read.value.texts.languages).toEqual(["en"]);
  });

  it("every problem is named with the way to it, those of the form with the form's own check", () => {
    const bad = { ...form, sections: [{ ...form.sections[0], questions: [{ id: "Q 1", type: "long-text", label: {} }] }] };
    expect(problemsOf({ consultation: { ...consultation, colour: "red" }, form: bad, more: 1 })).toEqual([
      "consultation: unknown-parts colour",
      ": unknown-parts more",
      "form.sections.0.questions.0.id: id-not-allowed",
    ]);
  });

  it("a file of another kind is told what it lacks", () => {
    expect(problemsOf({ name: "a package" })).toEqual(["consultation: missing", ": unknown-parts name", "form: not-understood"]);
    expect(problemsOf({ consultation: { ...consultation, asksEquality: "no", openToChange: "all" }, form })).toEqual([
      "consultation.openToChange: list",
      "consultation.asksEquality: truth",
    ]);
  });

  it("must have a title; to be published at once it says its title and summary in the language the form is written in", () => {
    expect(problemsOf({ consultation: { ...consultation, title: { cy: " " } }, form })).toEqual(["consultation.title: blank"]);
    const read = readConsultationFile({ consultation: { title: { cy: "Bysiau" } }, form });
    expect(read.ok && missingToPublish(read.value).map(({ path }) => path.join("."))).toEqual(["consultation.title.en", "consultation.summary.en"]);
    const whole = readConsultationFile({ consultation, form });
    expect(whole.ok && missingToPublish(whole.value)).toEqual([]);
  });

  it("a summary is at most 300 characters, and a consultation does not close before it opens", () => {
    const wrong = { ...consultation, summary: { en: "x".repeat(301) }, opensOn: "2026-03-02", closesOn: "2026-03-01" };
    expect(problemsOf({ consultation: wrong, form })).toEqual([
      "consultation.summary.en: too-long 300",
      "consultation.closesOn: before-opening",
    ]);
  });

  it("is open when the file says so, unless that has passed", () => {
    const open = (opensOn: string | undefined, closesOn: string | undefined) => {
      const { opensAt, closesAt, arePast } = datesToCome({ opensOn, closesOn }, "2026-07-02");
      return [opensAt && dayOf(opensAt), closesAt && dayOf(new Date(closesAt.getTime() - 1)), arePast];
    };
    expect(open("2026-07-02", "2026-07-31")).toEqual(["2026-07-02", "2026-07-31", false]);
    expect(open("2026-07-01", "2026-07-31")).toEqual([null, "2026-07-31", true]);
    expect(open("2026-06-01", "2026-07-01")).toEqual([null, null, true]);
    expect(open(undefined, undefined)).toEqual([null, null, false]);
  });

  it("the example that is shipped is right and complete in three languages", () => {
    const shipped = JSON.parse(readFileSync("docs/examples/natural-neighbourhoods.consultation.json", "utf8")) as unknown;
    const read = readConsultationFile(shipped);
    expect(read.ok && read.value.texts.languages).toEqual(["en", "cy", "ur"]);
  });

  it("what is written to a file is read from it again without loss", () => {
    const shipped = readConsultationFile(JSON.parse(readFileSync("docs/examples/natural-neighbourhoods.consultation.json", "utf8")));
    if (!shipped.ok) throw new Error("the example cannot be read");
    const { texts } = shipped.value;
    const dates = { opensAt: new Date("2026-07-01T09:00:00Z"), closesAt: new Date("2026-07-31T23:00:00Z") };
    fc.assert(
      fc.property(anyDefinition, anyParts, anyLaunch, anyRegister, anyTitle, anySummary, (definition, parts, launch, register, title, summary) => {
        const named = { ...texts, ...register, title, summary };
        const file = consultationFileOf({ texts: named, dates, launch, parts, form: definition });
        const back = readConsultationFile(JSON.parse(JSON.stringify(file)));
        if (!back.ok) throw new Error(JSON.stringify(back.problem));
        expect(back.value).toEqual({
          ...{ definition, launch, parts, opensOn: "2026-07-01", closesOn: "2026-07-31" },
          texts: { ...named, languages: back.value.texts.languages },
        });
      }),
      { numRuns: 50 },
    );
  });

  it("an event ends after it begins, leads to an address of the web alone, and a notice is of a kind there is", () => {
    const event = { kind: "stall", title: { en: "E" }, startsAt: "2026-07-01T09:00:00.000Z", endsAt: "2026-07-01T08:00:00.000Z", link: "javascript:alert(1)" };
    expect(problemsOf({ consultation, form, events: [event], notices: { cookies: { en: "N" } } })).toEqual([
      "events.0.link: not-understood",
      "events.0.endsAt: not-understood",
      "notices: unknown-parts cookies",
    ]);
    expect(problemsOf({ consultation, form, events: [{ ...event, link: null }] })).toEqual(["events.0.endsAt: not-understood"]);
  });

  it("nothing a file can hold makes it throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ consultation: fc.jsonValue(), form: fc.jsonValue() })), (input) => {
        expect(readConsultationFile(input).ok).toBe(false);
      }),
    );
  });
});
