// What is given to whoever asked: a covering page with the schedule of what is given and withheld, and what people wrote, to read and as
// tables, in one ZIP that is made as it goes out, however much it is.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findConsultationForOfficer, listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { within } from "#app/forms/wording.ts";
import type { Segment } from "#app/moderation/redaction.ts";
import { csvLine } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { directionOf, textIn, type Language, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { ZipEntry } from "#app/shared/zip.server.ts";
import { exemptions, givenSegments, ofPersonalData, type GivenReason } from "./decision.ts";
import { listAskedTexts, listInScope, type AskedResponse } from "./decisions.store.server.ts";
import type { Counts, InformationRequest } from "./requests.store.server.ts";

export type Bundled = { partnership: Partnership; request: InformationRequest; counts: Counts };

const escape = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const paragraph = (text: string) => `<p>${escape(text)}</p>`;

/** Responses read at once. */
const run = 500;

type GivenText = { question: Text; language: Language; segments: Segment<GivenReason>[] };
type Given = { number: number; response: AskedResponse; consultation: Text; texts: GivenText[] };

/** Every response that the request is about, with what is given of it; a number in this bundle alone stands for it. */
async function* given({ partnership, request }: Bundled): AsyncGenerator<Given[]> {
  const questions = new Map<string, Text>();
  for (const { id } of request.consultations) {
    const { formId } = await findConsultationForOfficer(db(), partnership.id, id);
    const versions = (await listVersions(db(), formId)).toSorted((one, other) => one.number - other.number);
    for (const question of versions.flatMap(({ definition }) => questionsOf(definition))) questions.set(`${id} ${question.id}`, question.label);
  }
  const order = [...questions.keys()];
  const titles = new Map(request.consultations.map(({ id, title }) => [id, title]));
  for (let [number, after]: [number, string | null] = [0, null]; ; ) {
    const { responses, nextAfter } = await listInScope(db(), request.id, { part: "all", after, most: run });
    const texts = await listAskedTexts(db(), request.id, responses.filter(({ decision }) => decision === "disclose" || decision === "redact"));
    yield responses.map((response) => {
      const placeOf = ({ questionId }: { questionId: string }) => order.indexOf(`${response.consultationId} ${questionId}`);
      const own = texts.filter(({ responseId }) => responseId === response.responseId).toSorted((one, other) => placeOf(one) - placeOf(other));
      return {
        ...{ number: (number += 1), response, consultation: titles.get(response.consultationId) ?? {} },
        texts: own.map(({ questionId, language, text, moderated, own: removed }) => ({
          ...{ question: questions.get(`${response.consultationId} ${questionId}`) ?? {}, language },
          segments: text === null ? [{ removed: ofPersonalData(request.law) }] : givenSegments(text, moderated, removed, request.law),
        })),
      };
    });
    if (nextAfter === null) return;
    after = nextAfter;
  }
}

/** What stands in the place of words that are not given. */
export function removedText(reason: GivenReason, { t }: Pick<Words, "t">): string {
  return exemptions.some((one) => one === reason) ? t("information-requests:removed", { exemption: t(`information-requests:exemption.${reason}`) }) : t(`moderation:removed.${reason}`);
}

function wordsOf(segments: readonly Segment<GivenReason>[], words: Words): string {
  return segments.map((segment) => ("text" in segment ? segment.text : removedText(segment.removed, words))).join("");
}

/** Who answered: by name only where they let it be published with theirs. */
function whoOf({ respondentType, name }: AskedResponse, { t }: Words): string {
  const kind = t(`office:respondent.${respondentType}`);
  return name === null ? kind : `${name} (${kind})`;
}

function decisionOf({ decision, exemption }: AskedResponse, { t }: Words): { decision: string; exemption: string } {
  return { decision: t(`information-requests:decision.${decision ?? "withhold"}`), exemption: exemption === null ? "" : t(`information-requests:exemption.${exemption}`) };
}

function begin(title: string, { language }: Words): string {
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:1rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.3rem .5rem;text-align:start;vertical-align:top}blockquote{margin:0 0 1rem;padding-inline-start:1rem;border-inline-start:4px solid #767676;white-space:pre-line}.wide{overflow-x:auto}</style></head><body><h1>${escape(title)}</h1>`;
}

const columns = ["number", "consultation", "who", "decision", "exemption", "interest"] as const;

function scheduleRow({ number, response, consultation }: Given, words: Words): string[] {
  const { decision, exemption } = decisionOf(response, words);
  return [String(number), within(consultation, words), whoOf(response, words), decision, exemption, response.publicInterest ?? ""];
}

async function* covering(bundled: Bundled, words: Words): AsyncGenerator<Buffer> {
  const { t, date, number } = words;
  const { request, partnership, counts } = bundled;
  const heading = (key: string) => `<h2>${escape(t(`information-requests:bundle.${key}`))}</h2>`;
  yield Buffer.from(
    begin(t("information-requests:bundle.title"), words) +
      [
        within(partnership.name, words),
        t("information-requests:bundle.received", { date: date(request.receivedOn), law: t(`information-requests:law.${request.law}`) }),
        ...(request.fileNumber === null ? [] : [t("information-requests:bundle.file-number", { number: request.fileNumber })]),
      ]
        .map(paragraph)
        .join("") +
      `${heading("asked")}<blockquote dir="auto">${escape(request.asked)}</blockquote>` +
      heading("given") +
      paragraph(t("information-requests:given.decided", { disclose: number(counts.disclose), redact: number(counts.redact), withhold: number(counts.withhold) })) +
      paragraph(t("information-requests:bundle.how")) +
      paragraph(t("information-requests:bundle.not-in-it")) +
      `${heading("schedule")}<div class="wide"><table><thead><tr>${columns.map((name) => `<th scope="col">${escape(t(`information-requests:column.${name}`))}</th>`).join("")}</tr></thead><tbody>`,
  );
  for await (const some of given(bundled)) {
    yield Buffer.from(some.map((one) => `<tr>${scheduleRow(one, words).map((cell) => `<td dir="auto">${escape(cell)}</td>`).join("")}</tr>`).join(""));
  }
  const rights = ["review", `review-${request.law}`, "commissioner"].map((key) => paragraph(t(`information-requests:bundle.${key}`)));
  yield Buffer.from(`</tbody></table></div>${heading("disagree")}${rights.join("")}</body></html>`);
}

async function* schedule(bundled: Bundled, words: Words): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${csvLine(columns.map((name) => words.t(`information-requests:column.${name}`)))}`);
  for await (const some of given(bundled)) yield Buffer.from(some.map((one) => csvLine(scheduleRow(one, words))).join(""));
}

async function* asHtml(bundled: Bundled, words: Words): AsyncGenerator<Buffer> {
  const { t, number, language } = words;
  yield Buffer.from(begin(t("information-requests:bundle.responses"), words));
  for await (const some of given(bundled)) {
    const drawn = some.flatMap((one) => {
      if (one.texts.length === 0) return [];
      const said = one.texts.map((text) => {
        const asked = textIn(text.question, language);
        return `<h3 lang="${asked.language}" dir="${directionOf(asked.language)}">${escape(asked.text)}</h3><blockquote lang="${text.language}" dir="auto">${escape(wordsOf(text.segments, words))}</blockquote>`;
      });
      return [`<h2>${escape(t("information-requests:bundle.response", { number: number(one.number) }))}</h2>${paragraph(within(one.consultation, words))}${paragraph(whoOf(one.response, words))}${said.join("")}`];
    });
    yield Buffer.from(drawn.join(""));
  }
  yield Buffer.from("</body></html>");
}

const textColumns = ["number", "consultation", "who", "language", "question", "words"] as const;

async function* asCsv(bundled: Bundled, words: Words): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${csvLine(textColumns.map((name) => words.t(`information-requests:column.${name}`)))}`);
  for await (const some of given(bundled)) {
    const rows = some.flatMap(({ number, response, consultation, texts }) =>
      texts.map(({ question, language, segments }) => [String(number), within(consultation, words), whoOf(response, words), language, within(question, words), wordsOf(segments, words)]),
    );
    yield Buffer.from(rows.map(csvLine).join(""));
  }
}

/** The files of the bundle. No contact details, no answers about equality and nothing that was chosen from what was offered are in them. */
export function bundleEntries(bundled: Bundled, words: Words): ZipEntry[] {
  return [
    { name: "covering.html", bytes: covering(bundled, words) },
    { name: "schedule.csv", bytes: schedule(bundled, words) },
    { name: "responses.html", bytes: asHtml(bundled, words) },
    { name: "responses.csv", bytes: asCsv(bundled, words) },
  ];
}
