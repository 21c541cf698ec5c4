// A form of XGov's digital form builder: pages that name the page that follows.
import { listOf, partsOf, type FixedTexts, type ForeignForm } from "./foreign-form.ts";
import { readPages } from "./pages-form.ts";

/** Whether it is such a form; one of DEFRA's older ones is kept the same way. */
export function isXGovForm(input: unknown): boolean {
  return listOf(partsOf(input).pages).some((page) => "path" in page && ("components" in page || "controller" in page));
}

/** The form as one of ours. Never throws. */
export function readXGovForm(input: unknown, fixed: FixedTexts): ForeignForm {
  return readPages(partsOf(input), false, fixed);
}
