// Answers, themes and which answer speaks of which theme, as ThemeFinder of i.AI writes and reads them, in one JSON document for a
// question; so that a model elsewhere can be used, and is measured like a coder. Source: i-dot-ai/themefinder, src/themefinder/models.py
// and evals/synthetic/writers.py (2025), whose files of lines are lists here.
import { z } from "zod";
import { fail, succeed, type Result } from "#app/shared/result.ts";

const responseId = z.int().positive();
const said = z.string().trim().min(1).max(2000);
const unique = <Item>(keyOf: (item: Item) => string | number) => (items: readonly Item[]) => new Set(items.map(keyOf)).size === items.length;
const byResponse = unique((item: { response_id: number }) => item.response_id);

const themeSchema = z.object({ topic_id: said, topic_label: said, topic_description: z.string().default(""), topic: z.string().optional() });
const mappingSchema = z.object({ response_id: responseId, labels: z.array(said), stances: z.array(z.enum(["POSITIVE", "NEGATIVE"])).optional() });

const documentSchema = z.object({
  question: z.object({ question_number: z.union([z.int(), z.string()]).optional(), question_text: said }),
  responses: z.array(z.object({ response_id: responseId, response: z.string() })).refine(byResponse),
  themes: z.array(themeSchema).refine(unique((theme: { topic_id: string }) => theme.topic_id)).default([]),
  mapping: z.array(mappingSchema).refine(byResponse).default([]),
  sentiment: z.array(z.object({ response_id: responseId, position: z.enum(["AGREEMENT", "DISAGREEMENT", "UNCLEAR"]) })).refine(byResponse).default([]),
  detail_detection: z.array(z.object({ response_id: responseId, evidence_rich: z.enum(["YES", "NO"]) })).refine(byResponse).default([]),
});
type ThemeFinderDocument = z.infer<typeof documentSchema>;

/** Its numbers are whole and above nought: that of a text follows from its id, so that it is the same in every set. */
export function numberOf(textId: string): number {
  return Number.parseInt(textId.slice(0, 13), 16) + 1;
}

export type Given = { codeId: string; stance: "support" | "conditional" | "oppose" | "neutral" | "suggestion" | "question" | null };

/** A text with the codes that count for it. */
export type TextGiven = { id: string; text: string; given: readonly Given[] };

type Writing = {
  question: { number: string | null; text: string };
  /** What the document is of, which ThemeFinder passes over. */
  set: { consultation: string; number: number; frozen_at: string };
  codes: readonly { id: string; name: string; definition: string }[];
};

const stances = { support: "POSITIVE", conditional: "POSITIVE", oppose: "NEGATIVE" } as const;

function stanceOf({ stance }: Given): "POSITIVE" | "NEGATIVE" | null {
  return stance !== null && stance in stances ? stances[stance as keyof typeof stances] : null;
}

type Mapping = ThemeFinderDocument["mapping"][number];
type Sentiment = ThemeFinderDocument["sentiment"][number];

/** Stances of a text stand there only where each of its codes has one that ThemeFinder knows. */
function mappingOf({ id, given }: TextGiven): Mapping {
  const known = given.map(stanceOf);
  const whole = known.every((stance) => stance !== null);
  return { response_id: numberOf(id), labels: given.map(({ codeId }) => codeId), ...(whole && { stances: known }) };
}

function sentimentOf({ id, given }: TextGiven): Sentiment {
  const known = new Set(given.map(stanceOf));
  const position = known.size > 1 || known.has(null) ? "UNCLEAR" : known.has("POSITIVE") ? "AGREEMENT" : "DISAGREEMENT";
  return { response_id: numberOf(id), position };
}

/** A question's texts with the codes they were given as a document, a part at a time as the texts come. */
export async function* documentParts({ question, set, codes }: Writing, runs: AsyncIterable<readonly TextGiven[]>): AsyncGenerator<string> {
  const themes: ThemeFinderDocument["themes"] = codes.map(({ id, name, definition }) => ({ topic_id: id, topic_label: name, topic_description: definition, topic: `${name}: ${definition || name}` }));
  const asked: ThemeFinderDocument["question"] = { ...(question.number !== null && { question_number: question.number }), question_text: question.text };
  const [mapping, sentiment]: [string[], string[]] = [[], []];
  yield `{"set":${JSON.stringify(set)},\n"question":${JSON.stringify(asked)},\n"themes":${JSON.stringify(themes)},\n"responses":[`;
  let isFirst = true;
  for await (const texts of runs) {
    const lines = texts.map(({ id, text }) => JSON.stringify({ response_id: numberOf(id), response: text }));
    if (lines.length > 0) yield `${isFirst ? "" : ","}\n${lines.join(",\n")}`;
    isFirst &&= lines.length === 0;
    for (const text of texts.filter(({ given }) => given.length > 0)) {
      mapping.push(JSON.stringify(mappingOf(text)));
      sentiment.push(JSON.stringify(sentimentOf(text)));
    }
  }
  yield `],\n"mapping":[${mapping.join(",\n")}],\n"sentiment":[${sentiment.join(",\n")}],\n"detail_detection":[]}\n`;
}

/** What a model says of one text that it read: the themes by their ids in the document, none among them, and whether it is rich in detail. */
export type ModelReading = { textId: string; topics: { topicId: string; stance: "support" | "oppose" | null }[]; isDetailed: boolean | null };

export type Read = {
  themes: { topicId: string; label: string; description: string }[];
  readings: ModelReading[];
  /** How many responses are none of ours: from elsewhere, or erased since. */
  unknown: number;
};

/** What is wrong with a document: where in it, or a theme that a mapping names and the document does not have. */
export type DocumentProblem = { code: "not-json" } | { code: "shape"; at: string } | { code: "theme-unknown"; topicId: string; response: number } | { code: "stances-count"; response: number } | { code: "none-ours" };

/** What is wrong between the parts of a document, as far as each can be read, so that it is told beside what is wrong within them. */
function wrongReferences(json: unknown): DocumentProblem[] {
  const { themes, mapping } = z.object({ themes: z.array(z.unknown()).catch([]), mapping: z.array(z.unknown()).catch([]) }).catch({ themes: [], mapping: [] }).parse(json);
  const known = new Set(themes.flatMap((theme) => themeSchema.safeParse(theme).data?.topic_id ?? []));
  return mapping.flatMap((line): DocumentProblem[] => {
    const read = mappingSchema.safeParse(line).data;
    if (!read) return [];
    const { response_id: response, labels, stances: own } = read;
    return [
      ...labels.filter((label) => !known.has(label)).map((topicId): DocumentProblem => ({ code: "theme-unknown", topicId, response })),
      ...(own && own.length !== labels.length ? [{ code: "stances-count", response } as const] : []),
    ];
  });
}

/** What a document says of our texts, or all that is wrong with it; nothing of one with a mistake is taken. */
export function readDocument(source: string, textIds: readonly string[]): Result<Read, DocumentProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return fail([{ code: "not-json" }]);
  }
  const parsed = documentSchema.safeParse(json);
  const shape = (parsed.error?.issues ?? []).map(({ path }): DocumentProblem => ({ code: "shape", at: path.join(".") }));
  const problems = [...shape, ...wrongReferences(json)];
  if (!parsed.success || problems.length > 0) return fail(problems);
  const { themes, mapping, sentiment, detail_detection: detailed } = parsed.data;
  const idOf = new Map(textIds.map((id) => [numberOf(id), id]));
  const ours = mapping.filter(({ response_id }) => idOf.has(response_id));
  if (ours.length === 0) return fail([{ code: "none-ours" }]);
  const positions = new Map(sentiment.map(({ response_id, position }) => [response_id, position]));
  const detail = new Map(detailed.map(({ response_id, evidence_rich }) => [response_id, evidence_rich === "YES"]));
  const readings = ours.map(({ response_id, labels, stances: own }): ModelReading => {
    const position = positions.get(response_id);
    const ofAll = position === "AGREEMENT" ? "support" : position === "DISAGREEMENT" ? "oppose" : null;
    const topics = labels.map((topicId, index) => ({ topicId, stance: own ? (own[index] === "POSITIVE" ? ("support" as const) : ("oppose" as const)) : ofAll }));
    return { textId: idOf.get(response_id)!, topics: [...new Map(topics.map((topic) => [topic.topicId, topic])).values()], isDetailed: detail.get(response_id) ?? null };
  });
  return succeed({
    themes: themes.map(({ topic_id: topicId, topic_label: label, topic_description: description }) => ({ topicId, label, description })),
    ...{ readings, unknown: mapping.length - ours.length },
  });
}
