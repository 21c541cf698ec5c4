import { expect, test } from "vitest";
import { passedSending, pathToGoOn } from "#app/consultations/going-on.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const definition = buildForm([buildQuestion("long-text")]);
const goOn = (pagesSeen: string[]) =>
  pathToGoOn({ slug: "marlshire" }, { id: "abc" }, { entries: {}, sending: {}, pagesSeen }, definition, () => ({ en: "Words" }));
const base = "/marlshire/consultations/abc/respond";

test("whoever comes back goes on with the first page not passed: questions, then what is asked before sending, then the check", () => {
  expect(goOn([])).toBe(`${base}/questions/all`);
  expect(goOn(["all"])).toBe(`${base}/about-you`);
  expect(goOn(["all", passedSending("about-you")])).toBe(`${base}/permission`);
  expect(goOn(["all", ...["about-you", "permission"].map(passedSending)])).toBe(`${base}/check-answers`);
});
