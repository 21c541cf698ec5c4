// A form of DEFRA's forms engine: pages one after another, each with the condition under which it is shown.
import { listOf, partsOf, said, type FixedTexts, type ForeignForm } from "./foreign-form.ts";
import { readPages } from "./pages-form.ts";

/** Whether it is such a form, of either version of the engine. */
export function isDefraForm(input: unknown): boolean {
  const form = partsOf(input);
  const pages = listOf(form.pages).filter((page) => "path" in page);
  const isNamed = pages.some((page) => /^[A-Za-z]+PageController$/.test(said(page.controller)));
  const isXGov = ["version", "fees", "outputs", "metadata"].some((name) => name in form);
  return pages.length > 0 && (said(form.engine) !== "" || said(form.schema) !== "" || (isNamed && !("version" in form)) || !isXGov);
}

/** The form as one of ours. Never throws. */
export function readDefraForm(input: unknown, fixed: FixedTexts): ForeignForm {
  const form = partsOf(input);
  return readPages(form, said(form.engine) === "V2", fixed);
}
