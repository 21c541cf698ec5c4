import { expect, test } from "vitest";
import {
  checkDraft,
  entriesIn,
  expiryOf,
  fieldsByPlace,
  newlyShown,
  pageAfter,
  pageBefore,
  pageToGoOn,
  questionsPosted,
  sectionNumber,
} from "#app/consultations/draft.ts";
import { pagesOf } from "#app/forms/check.ts";
import { checkDefinition, questionsOf, type FormDefinition } from "#app/forms/definition.ts";

const text = (en: string) => ({ en });
const checked = checkDefinition({
  languages: ["en"],
  sections: [
    {
      id: "about",
      heading: text("About"),
      layout: "one-page",
      questions: [
        { id: "postcode", type: "postcode", label: text("Postcode") },
        { id: "bus", type: "yes-no-unsure", label: text("Do you take the bus?") },
        { id: "why", type: "long-text", label: text("Why?"), showWhen: { question: "bus", is: "yes" } },
      ],
    },
    {
      id: "else",
      heading: text("Else"),
      layout: "one-question-a-page",
      questions: [
        { id: "when", type: "date", label: text("When?") },
        { id: "more", type: "long-text", label: text("More?") },
      ],
    },
  ],
});
if (!checked.ok) throw new Error("not a form");
const definition: FormDefinition = checked.value;
const say = () => text("Words");

test("a draft is kept for 28 days from when it was last saved", () => {
  expect(expiryOf(new Date("2026-02-01T12:00:00Z"))).toEqual(new Date("2026-03-01T12:00:00Z"));
});

test("the fields of personal questions are kept apart from the others", () => {
  expect(fieldsByPlace(questionsOf(definition))).toEqual({
    fields: ["bus", "why", "when.day", "when.month", "when.year", "more"],
    personal: ["postcode"],
  });
  expect(entriesIn({ postcode: ["HR1 2LX"], bus: ["yes"] }, ["postcode", "toString"])).toEqual({ postcode: ["HR1 2LX"] });
});

test("going on begins at the first page not passed, and ends where all are passed", () => {
  const pages = pagesOf(definition, {});
  expect(pages.map(({ id }) => id)).toEqual(["about", "else", "more"]);
  expect(pageToGoOn(pages, ["about"])?.id).toBe("else");
  expect(pageToGoOn(pages, ["about", "else", "more"])).toBeNull();
});

test("the page after one that was hidden meanwhile is the first not passed yet", () => {
  const pages = pagesOf(definition, {});
  expect(pageAfter(pages, "about", [])?.id).toBe("else");
  expect(pageAfter(pages, "why", ["about"])?.id).toBe("else");
  expect(pageAfter(pages, "more", [])).toBeNull();
  expect(pageBefore(pages, "else")?.id).toBe("about");
  expect(pageBefore(pages, "about")).toBeNull();
});

test("an answer that shows another page leads there, also from checking", () => {
  const [before, after] = [pagesOf(definition, {}), pagesOf(definition, { bus: ["yes"] })];
  expect(newlyShown(before, after)?.id).toBe("why");
  expect(newlyShown(after, before)).toBeNull();
});

test("parts are counted among those that are shown", () => {
  const pages = pagesOf(definition, {});
  expect(sectionNumber(pages, pages[2]!)).toEqual({ number: 2, of: 2 });
});

test("a post to a page that another device's answer hid replaces only what was posted", () => {
  const posted = questionsPosted(definition, pagesOf(definition, {}), "why", (field) => field === "why");
  expect(posted.map(({ id }) => id)).toEqual(["why"]);
  const shown = questionsPosted(definition, pagesOf(definition, {}), "about", () => false);
  expect(shown.map(({ id }) => id)).toEqual(["postcode", "bus"]);
});

test("a draft may be sent with no answer at all, once it is said who answers and how it may be published", () => {
  expect(checkDraft({ entries: {}, sending: {} }, definition, say).mayBeSent).toBe(false);
  const sending = { as: ["individual"], publish: ["unnamed"] };
  expect(checkDraft({ entries: {}, sending }, definition, say)).toMatchObject({
    mayBeSent: true,
    said: { respondentType: "individual", permission: "unnamed", name: null, confidentialityRequested: false },
  });
});

test("a draft with something that cannot be understood is not sent", () => {
  const sending = { as: ["individual"], publish: ["unnamed"] };
  expect(checkDraft({ entries: { "when.day": ["31"] }, sending }, definition, say).mayBeSent).toBe(false);
});
