// Forms as other programs keep them, each with every construct met in their public examples; and the same, spoilt at random.
import fc from "fast-check";
import type { FixedTexts, LeftOut } from "#app/forms/foreign-form.ts";

const text = (en: string) => ({ en, cy: `${en} (cy)`, ur: `${en} (ur)` });

export const fixedTexts: FixedTexts = {
  ...{ yes: text("Yes"), no: text("No"), uncertain: text("Uncertain"), none: text("None of these"), other: text("Other") },
  ...{ comment: text("Comment"), agree: text("I agree"), female: text("Female"), male: text("Male") },
  ...{ increase: text("Increase"), same: text("Same"), decrease: text("Decrease") },
};

/** Each thing left out on one line, a problem of ours by its code. */
export function linesOf(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(({ what, why }) => `${what}: ${typeof why === "string" ? why : why.code}`);
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
