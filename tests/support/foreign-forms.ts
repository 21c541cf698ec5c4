// Forms as other programs keep them in JSON, each with every construct met in their public examples; and the same, spoilt at random.
import fc from "fast-check";
import { expect } from "vitest";
import { checkDefinition } from "#app/forms/definition.ts";
import type { FixedTexts, TakenOver } from "#app/forms/foreign-form.ts";
import { readForeignForm } from "#app/forms/foreign-forms.ts";
import { leftOutInWords, refusedInWords, type LeftOut } from "#app/forms/left-out.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const text = (en: string) => ({ en, cy: `${en} (cy)`, ur: `${en} (ur)` });

export const fixedTexts: FixedTexts = {
  ...{ yes: text("Yes"), no: text("No"), uncertain: text("Uncertain"), none: text("None of these"), other: text("Other") },
  ...{ comment: text("Comment"), agree: text("I agree"), female: text("Female"), male: text("Male") },
  ...{ increase: text("Increase"), same: text("Same"), decrease: text("Decrease") },
};

/** Each thing left out on one line, in English. */
export function linesOf(leftOut: readonly LeftOut[]): string[] {
  const words = wordsFor("en");
  return leftOut.map((one) => leftOutInWords(one, words));
}

/** Reads what should be a form; what is refused breaks the test. */
export function readTaken(input: unknown): TakenOver {
  const form = readForeignForm(input, fixedTexts);
  if (!form.ok) throw new Error(form.problem.refused.code);
  return form.value;
}

/** It becomes a form of ours that may be asked, or is refused in a sentence. */
export function expectTakenOrRefused(input: unknown): void {
  const form = readForeignForm(input, fixedTexts);
  if (form.ok) expect(checkDefinition(form.value.definition).ok).toBe(true);
  else expect(refusedInWords(form.problem.refused, wordsFor("en"))).toMatch(/^[A-Z].*\.$/s);
}

/** The same with one to five of its parts replaced, taken out or doubled. */
export function spoilt(whole: unknown): fc.Arbitrary<unknown> {
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>("", "__proto__", "constructor", "x".repeat(30_000), -1, 1e308, null, [[[[]]]], {}, "\u0000\ud800", "1", "/page"),
  );
  const change = fc.record({ steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), how: fc.constantFrom("replace", "remove", "double"), junk });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const copy = structuredClone(whole) as object;
    for (const { steps, how, junk: part } of changes) {
      let place = copy as Record<string, unknown>;
      for (const [depth, step] of steps.entries()) {
        const keys = Object.keys(place);
        const key = keys[step % Math.max(1, keys.length)];
        if (key === undefined) break;
        const next = place[key];
        if (depth < steps.length - 1 && typeof next === "object" && next !== null) place = next as Record<string, unknown>;
        else {
          if (how === "replace") place[key] = part;
          else if (how === "remove") delete place[key];
          else if (Array.isArray(place)) place.push(structuredClone(next));
          break;
        }
      }
    }
    return copy;
  });
}

const step = (id: number, answer_type: string, question_text: string, data: object = {}, more: object = {}) => ({
  ...{ id, position: id, next_step_id: id + 1, type: "question_page", routing_conditions: [], ...more },
  data: {
    ...{ question_text, answer_type, hint_text: null, is_optional: false, answer_settings: null },
    ...{ page_heading: null, guidance_markdown: null, is_repeatable: false, ...data },
  },
});
const route = (id: number, answer_value: string | null, goto_page_id: number | null, more: object = {}) => ({
  ...{ id: id * 100, routing_page_id: id, check_page_id: id, answer_value, goto_page_id, skip_to_end: goto_page_id === null, ...more },
});
const choices = (only_one_option: string, ...names: string[]) => ({ only_one_option, selection_options: names.map((name) => ({ name, value: name })) });

/** Every kind of question, a step skipped, an end, a page of its own at the end, guidance and what is said afterwards. */
export const govukForm = {
  ...{ form_id: "7", name: "A bench for Castle Green", form_slug: "a-bench", language: "en", start_page: 1, submission_email: "a@example.org" },
  ...{ declaration_text: "What I wrote is true.", what_happens_next_markdown: "We read it.", payment_url: null, support_phone: "01632 960000" },
  steps: [
    step(1, "selection", "Do you use the green?", { answer_settings: choices("true", "Yes", "No", "Only on market days") }, { routing_conditions: [route(1, "No", 4)] }),
    step(2, "text", "What for?", { answer_settings: { input_type: "long_text" }, hint_text: "Say as much as you like" }),
    step(3, "number", "How many minutes do you stay?", { is_optional: true }),
    step(4, "selection", "Which seats would you like?", {
      is_optional: true,
      answer_settings: { ...choices("false", "A bench", "A chair"), none_of_the_above_question: { question_text: "What else?", is_optional: "true" } },
    }),
    step(5, "text", "What would you call it?", { answer_settings: { input_type: "single_line" }, page_heading: "Names", guidance_markdown: "## A name\n\nSee [the list](https://example.org/names)." }),
    step(6, "name", "Your name", { answer_settings: { input_type: "full_name", title_needed: "true" } }),
    step(7, "email", "Your e-mail address"),
    step(8, "phone_number", "Your telephone number"),
    step(9, "address", "Where do you live?", { answer_settings: { input_type: { uk_address: "true", international_address: "true" } } }),
    step(10, "date", "When did you last sit there?", { answer_settings: { input_type: "other_date" } }),
    step(11, "date", "When were you born?", { answer_settings: { input_type: "date_of_birth" } }),
    step(12, "national_insurance_number", "Your National Insurance number"),
    step(13, "organisation_name", "Your club", { is_repeatable: true }),
    step(14, "file", "A picture of it", { is_optional: true }),
    step(15, "selection", "May we write to you?", { answer_settings: choices("true", "Yes", "No") }, {
      routing_conditions: [route(15, "No", null, { exit_page_heading: "Goodbye", exit_page_markdown: "That was all." })],
    }),
    step(16, "text", "About what?", { answer_settings: { input_type: "single_line" } }, { next_step_id: null }),
  ],
};

const field = (type: string, name: string, title: string, more: object = {}) => ({ type, name, title, options: {}, schema: {}, ...more });
const asks = (name: string, display: string, fieldName: string, operator: string, value: string, more: object = {}) => ({
  ...{ name, displayName: display },
  value: { name: display, conditions: [{ field: { name: fieldName, type: "", display }, operator, value: { type: "Value", value, display: value } }], ...more },
});

/** Ways that part and meet again, conditions within conditions, every component, and the corners of the public examples. */
export const xGovForm = {
  ...{ metadata: {}, startPage: "/start", name: "Floods in our street", version: 2, skipSummary: false, fees: [{ description: "Fee", amount: 5 }], outputs: [] },
  ...{ phaseBanner: {}, declaration: "<p class=\"govuk-body\">I have said what I know.</p>" },
  pages: [
    { path: "/start", title: "Floods", controller: "./pages/start.js", components: [field("Para", "p", "", { content: "<p>Tell us <a href=\"https://example.org/f\">about floods</a>.</p><ul><li>where</li><li>when</li></ul>" })], next: [{ path: "/flooded" }] },
    { path: "/flooded", title: "Have you been flooded?", section: "you", components: [field("YesNoField", "flooded", "Have you been flooded?")], next: [{ path: "/depth", condition: "wasFlooded" }, { path: "/worry", condition: "notFlooded" }] },
    { path: "/depth", title: "How deep?", section: "you", components: [field("NumberField", "depth", "How deep was it?", { schema: { min: 0, max: 300, precision: 1 }, options: { suffix: "cm" } })], next: [{ path: "/cost", condition: "deep" }, { path: "/rooms" }] },
    { path: "/cost", title: "Cost", section: "you", components: [field("NumberField", "cost", "What did it cost?", { options: { prefix: "£", required: false } })], next: [{ path: "/rooms" }] },
    {
      ...{ path: "/rooms", title: "The rooms", section: "you", next: [{ path: "/worry" }] },
      components: [
        field("InsetText", "inset", "", { content: "Think of every room." }),
        field("CheckboxesField", "rooms", "Which rooms?", { list: "rooms", schema: { min: 1, max: 2 } }),
        field("TextField", "other", "Another room", { options: { required: false, condition: "otherRoom" }, schema: { max: 50, regex: "^[a-z]+$" } }),
      ],
    },
    { path: "/worry", title: "Worry", components: [field("RadiosField", "worry", "How worried are you?", { list: "worry", options: { conditionallyRevealedComponents: { very: field("TextField", "why", "Why?") } } }), field("SelectField", "years", "For how many years?", { list: "years" })], next: [{ path: "/more", condition: "veryAndLong" }, { path: "/about" }] },
    { path: "/more", title: "More", components: [field("MultilineTextField", "more", "Tell us more", { hint: "In a few words", options: { maxWords: 200 } })], next: [{ path: "/about" }] },
    {
      ...{ path: "/about", title: "About you", next: [{ path: "/summary" }, { path: "/flooded", condition: "long" }] },
      components: [
        field("TextField", "nick", "What may we call you?"),
        field("EmailAddressField", "email", "E-mail"),
        field("TelephoneNumberField", "phone", "Telephone"),
        field("UkAddressField", "home", "Address"),
        field("DatePartsField", "moved", "When did you move in?", { options: { maxDaysInFuture: 0 } }),
        field("DateField", "left", "When were you last flooded?"),
        field("MonthYearField", "month", "Which month?"),
        field("TimeField", "time", "At what time?"),
        field("WebsiteField", "site", "Your web page"),
        field("AutocompleteField", "street", "Your street", { list: "streets" }),
        field("FileUploadField", "photo", "A photograph", { options: { multiple: true } }),
        field("Details", "details", "Why we ask", { content: "To plan." }),
        field("List", "list", "What you may send", { list: "streets" }),
        field("FlashCard", "card", "", { content: "Be well." }),
        field("MultiInputField", "costs", "Costs", { children: [] }),
      ],
    },
    { path: "/again", title: "Again", controller: "RepeatingFieldPageController", components: [field("TextField", "again", "Again?")], next: [{ path: "/nowhere" }] },
    { path: "/summary", title: "Summary", controller: "./pages/summary.js", components: [] },
  ],
  sections: [{ name: "you", title: "You and the water" }],
  lists: [
    { name: "rooms", title: "Rooms", type: "string", items: [{ text: "Kitchen", value: "kitchen" }, { text: "Cellar", value: "cellar", description: "Or a coal hole" }, { text: "Other", value: "other" }] },
    { name: "worry", title: "Worry", type: "string", items: [{ text: "Very", value: "very" }, { text: "A little", value: "little" }, { text: "Not at all", value: "not" }] },
    { name: "years", title: "Years", type: "number", items: [{ text: "One", value: 1 }, { text: "Two", value: 2 }, { text: "Three", value: 3 }] },
    { name: "streets", title: "Streets", type: "string", items: [{ text: "High Street", value: "High Street" }, { text: "Low Street", value: "Low Street" }] },
  ],
  conditions: [
    asks("wasFlooded", "Flooded", "you.flooded", "is", "true"),
    asks("notFlooded", "Not flooded", "you.flooded", "is", "false"),
    asks("deep", "Deep", "you.depth", "is more than", "50"),
    asks("otherRoom", "Another room", "you.rooms", "contains", "other"),
    asks("very", "Very worried", "worry", "is", "very"),
    asks("long", "For long", "years", "is at least", "2"),
    { name: "veryAndLong", displayName: "Very and long", value: { name: "Both", conditions: [{ conditionName: "very", conditionDisplayName: "Very" }, { coordinator: "and", conditionName: "long", conditionDisplayName: "Long" }] } },
  ],
};

/** Conditions by page, references to list items, translations, exclusive options, repeats, maps and a declaration. */
export const defraForm = {
  ...{ name: "A pond for the park", engine: "V2", schema: 2, startPage: "/summary" },
  metadata: {
    language: "en-GB",
    translations: {
      cy: {
        components: { "c-1": { title: "Ydych chi’n dod i’r parc?" }, "c-2": { title: "Beth hoffech chi?", hint: "Dewiswch bopeth" } },
        listItems: { "i-1": { text: "Pwll" } },
        pages: { "p-1": { title: "Y parc" } },
      },
    },
  },
  pages: [
    { id: "p-1", path: "/park", title: "The park", components: [{ ...field("YesNoField", "park", "Do you come to the park?"), id: "c-1" }], next: [] },
    { id: "p-2", path: "/wishes", title: "", condition: "k-1", components: [{ ...field("CheckboxesField", "wishes", "What would you like?", { hint: "Select all that apply", list: "l-1" }), id: "c-2" }], next: [] },
    { id: "p-3", path: "/where", title: "Where?", condition: "k-3", components: [{ type: "Markdown", id: "c-3", content: "### Show us\n\n**Roughly** is enough.", options: {}, schema: {} }, { ...field("OsGridRefField", "grid", "Where should it be?"), id: "c-4" }, { ...field("GeospatialField", "area", "Draw it", { options: { required: false } }), id: "c-5" }], next: [] },
    { id: "p-4", path: "/helpers", title: "Helpers", controller: "RepeatPageController", repeat: { options: { name: "r", title: "Helper" }, schema: { min: 1, max: 4 } }, components: [{ ...field("TextField", "helper", "Who would help {{ park }}?"), id: "c-6" }], next: [] },
    { id: "p-5", path: "/plan", title: "A plan", controller: "FileUploadPageController", components: [{ ...field("FileUploadField", "plan", "Send a plan", { options: { required: false, accept: "application/pdf,image/png,video/mp4" }, schema: { min: 1, max: 2 } }), id: "c-7" }], next: [] },
    { id: "p-6", path: "/promise", title: "Promise", components: [{ ...field("DeclarationField", "promise", "A promise", { content: "I will not fish." }), id: "c-8" }, { ...field("PaymentField", "pay", "Pay", { options: { amount: 5 } }), id: "c-9" }], next: [] },
    { id: "p-7", path: "/stop", title: "Stop", controller: "TerminalPageController", condition: "k-4", components: [{ type: "Html", id: "c-10", content: "<p>No pond.</p><img src=\"x.png\">", options: {}, schema: {} }], next: [] },
    { id: "p-8", path: "/summary", title: "", controller: "SummaryPageController", next: [] },
  ],
  conditions: [
    { id: "k-1", displayName: "Comes", items: [{ id: "x", componentId: "c-1", operator: "is", type: "BooleanValue", value: true }] },
    { id: "k-2", displayName: "Wants a pond", items: [{ id: "y", componentId: "c-2", operator: "contains", type: "ListItemRef", value: { listId: "l-1", itemId: "i-1" } }] },
    { id: "k-3", displayName: "Either", coordinator: "or", items: [{ id: "z", conditionId: "k-2" }, { id: "w", componentId: "c-1", operator: "is not", type: "BooleanValue", value: true }] },
    { id: "k-4", displayName: "Lately", items: [{ id: "v", componentId: "c-2", operator: "is at least", type: "RelativeDate", value: { period: 1, unit: "months", direction: "past" } }] },
  ],
  sections: [],
  lists: [
    {
      ...{ id: "l-1", name: "wishes", title: "Wishes", type: "string" },
      items: [
        { id: "i-0", text: "Nothing", value: "nothing", extensions: [{ type: "exclusive" }, { type: "additional-question", id: "q", name: "why", title: "Why nothing?", hint: "In a word", options: { required: true } }] },
        { id: "i-1", text: "A pond", value: "pond", hint: { text: "" } },
        { id: "i-2", text: "A fountain", value: "fountain" },
      ],
    },
  ],
};
