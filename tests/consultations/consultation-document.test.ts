import { expect, test } from "vitest";
import { lacksOf, type ConsultationDocument } from "#app/consultations/consultation-document.ts";
import { newDocumentEntries, readDocument } from "#app/consultations/design-document.ts";

const document = (language: "en" | "cy", format: string): ConsultationDocument => ({
  ...{ id: `${language}-${format}`, title: { en: "The plan" }, language, format, file: { id: "f", sizeInBytes: 1 } },
  ...{ addedAt: null, updatedAt: null, earlier: [] },
});

test("what readers of a language that is offered, or who need another format, have nothing of is pointed out", () => {
  expect(lacksOf([document("en", "pdf"), document("en", "easy_read")], ["en", "cy"])).toEqual({ formats: ["large_print", "audio", "bsl"], languages: ["cy"] });
  expect(lacksOf([], ["en"])).toEqual({ formats: ["easy_read", "large_print", "audio", "bsl"], languages: ["en"] });
});

test("a document goes by a title in one language; without any, or as nothing known, it is refused", () => {
  expect(readDocument({ ...newDocumentEntries, "title-cy": " Y  cynllun " })).toEqual({ ok: true, value: { title: { cy: "Y cynllun" }, language: "en", format: "pdf" } });
  const refused = readDocument({ ...newDocumentEntries, language: "xx", format: "html" });
  expect(refused).toMatchObject({ ok: false, problem: [{ code: "title-missing" }, { code: "language" }, { code: "format" }] });
});

test("a format that an earlier version of ours gave may stay", () => {
  expect(readDocument({ ...newDocumentEntries, "title-en": "Plan", format: "html" }, "html").ok).toBe(true);
});
