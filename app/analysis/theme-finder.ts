// Answers, themes and which answer speaks of which theme, as ThemeFinder of i.AI writes and reads them, in one JSON document for a
// question; so that a model elsewhere can be used, and is measured like a coder. Source: i-dot-ai/themefinder, src/themefinder/models.py
// and evals/synthetic/writers.py (2025), whose files of lines are lists here.
import { z } from "zod";
import { fail, succeed, type Result } from "#app/shared/result.ts";

const responseId = z.int().positive();
const said = z.string().trim().min(1);
const unique = <Item>(keyOf: (item: Item) => string | number) => (items: readonly Item[]) => new Set(items.map(keyOf)).size === items.length;
const byResponse = unique((item: { response_id: number }) => item.response_id);

const documentSchema = z.object({
  question: z.object({ question_number: z.union([z.int(), z.string()]).optional(), question_text: said }),
  responses: z.array(z.object({ response_id: responseId, response: z.string() })).refine(byResponse),
  themes: z.array(z.object({ topic_id: said, topic_label: said, topic_description: z.string().default(""), topic: z.string().optional() })).refine(unique((theme: { topic_id: string }) => theme.topic_id)).default([]),
  mapping: z.array(z.object({ response_id: responseId, labels: z.array(said), stances: z.array(z.enum(["POSITIVE", "NEGATIVE"])).optional() })).refine(byResponse).default([]),
  sentiment: z.array(z.object({ response_id: responseId, position: z.enum(["AGREEMENT", "DISAGREEMENT", "UNCLEAR"]) })).refine(byResponse).default([]),
  detail_detection: z.array(z.object({ response_id: responseId, evidence_rich: z.enum(["YES", "NO"]) })).refine(byResponse).default([]),
});
export type ThemeFinderDocument = z.infer<typeof documentSchema>;

/** Its numbers are whole and above nought: that of a text follows from its id, so that it is the same in every set. */
export function numberOf(textId: string): number {
  return Number.parseInt(textId.slice(0, 13), 16) + 1;
}

export type Given = { codeId: string; stance: "support" | "conditional" | "oppose" | "neutral" | "suggestion" | "question" | null };

type Writing = {
  question: { number: string | null; text: string };
  texts: readonly { id: string; text: string; given: readonly Given[] }[];
  codes: readonly { id: string; name: string; definition: string }[];
};

const stances = { support: "POSITIVE", conditional: "POSITIVE", oppose: "NEGATIVE" } as const;

function stanceOf({ stance }: Given): "POSITIVE" | "NEGATIVE" | null {
  return stance !== null && stance in stances ? stances[stance as keyof typeof stances] : null;
}

/** A question's answers with the codes they were given; stances of an answer only where each of its codes has one that ThemeFinder knows. */
export function writeDocument({ question, texts, codes }: Writing): ThemeFinderDocument {
  const coded = texts.filter(({ given }) => given.length > 0);
  return {
    question: { ...(question.number !== null && { question_number: question.number }), question_text: question.text },
    responses: texts.map(({ id, text }) => ({ response_id: numberOf(id), response: text })),
    themes: codes.map(({ id, name, definition }) => ({ topic_id: id, topic_label: name, topic_description: definition, topic: `${name}: ${definition || name}` })),
    mapping: coded.map(({ id, given }) => {
      const known = given.map(stanceOf);
      const whole = known.every((stance) => stance !== null);
      return { response_id: numberOf(id), labels: given.map(({ codeId }) => codeId), ...(whole && { stances: known }) };
    }),
    sentiment: coded.flatMap(({ id, given }) => {
      const known = new Set(given.map(stanceOf));
      const position = known.size > 1 || known.has(null) ? "UNCLEAR" : known.has("POSITIVE") ? "AGREEMENT" : "DISAGREEMENT";
      return [{ response_id: numberOf(id), position } as const];
    }),
    detail_detection: [],
  };
}

/** What a model says of one text: the themes by their ids in the document. */
export type Suggested = { textId: string; topics: { topicId: string; stance: "support" | "oppose" | null }[] };

export type Read = {
  themes: { topicId: string; label: string; description: string }[];
  suggested: Suggested[];
  /** Numbers of responses that are none of ours: from elsewhere, or erased since. */
  unknown: number[];
};

/** What is wrong with a document: where in it, or a theme that a mapping names and the document does not have. */
export type DocumentProblem = { code: "not-json" } | { code: "shape"; at: string } | { code: "theme-unknown"; topicId: string; response: number } | { code: "stances-count"; response: number };

/** What a document says of our texts, or all that is wrong with it; nothing of one with a mistake is taken. */
export function readDocument(source: string, textIds: readonly string[]): Result<Read, DocumentProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return fail([{ code: "not-json" }]);
  }
  const parsed = documentSchema.safeParse(json);
  if (!parsed.success) return fail(parsed.error.issues.map(({ path }): DocumentProblem => ({ code: "shape", at: path.join(".") })));
  const { themes, mapping, sentiment } = parsed.data;
  const known = new Set(themes.map(({ topic_id }) => topic_id));
  const problems = mapping.flatMap(({ response_id: response, labels, stances: own }): DocumentProblem[] => [
    ...labels.filter((label) => !known.has(label)).map((topicId): DocumentProblem => ({ code: "theme-unknown", topicId, response })),
    ...(own && own.length !== labels.length ? [{ code: "stances-count", response } as const] : []),
  ]);
  if (problems.length > 0) return fail(problems);
  const idOf = new Map(textIds.map((id) => [numberOf(id), id]));
  const positions = new Map(sentiment.map(({ response_id, position }) => [response_id, position]));
  const suggested = mapping.flatMap(({ response_id, labels, stances: own }): Suggested[] => {
    const textId = idOf.get(response_id);
    if (textId === undefined) return [];
    const position = positions.get(response_id);
    const ofAll = position === "AGREEMENT" ? "support" : position === "DISAGREEMENT" ? "oppose" : null;
    const topics = labels.map((topicId, index) => ({ topicId, stance: own ? (own[index] === "POSITIVE" ? ("support" as const) : ("oppose" as const)) : ofAll }));
    return [{ textId, topics }];
  });
  return succeed({
    themes: themes.map(({ topic_id: topicId, topic_label: label, topic_description: description }) => ({ topicId, label, description })),
    suggested,
    unknown: mapping.map(({ response_id }) => response_id).filter((number) => !idOf.has(number)),
  });
}
