// A model elsewhere measured like a coder: what it said of texts beside what people said of them who had not seen it.
import type { Agreement, Reading } from "./agreement.ts";
import { compare, type Comparison } from "./code-agreement.ts";
import { wayTo, type PlacedCode } from "./code.ts";

/** Characters of its name and its version. */
export const longestModel = 80;

/** What becomes of a theme of its file: nothing yet, a new code, a code there is, or none. */
export type OutsideTheme = { id: string; place: number; topicId: string; label: string; description: string; state: "open" | "taken" | "dismissed" | "matched" | "withdrawn"; codeId: string | null; texts: number };

export type CodeMeasured = {
  codeId: string;
  /** Whether any of its themes is this code. */
  isKnown: boolean;
  /** Texts that it gives the code, that people gave it, and that both did. */
  suggested: number;
  carrying: number;
  right: number;
  /** Right, of those it gives the code; found, of those that people gave it. */
  precision: number | null;
  recall: number | null;
};

export type ModelMeasured = { comparison: Comparison; codes: CodeMeasured[] };

/** The two that are compared. */
const [model, people] = ["model", "people"] as const;

/**
 * Agreement, and of each code how much of what the model gives is right and how much of what people gave it finds. A code counts with
 * those under it. Codes that no theme of the model is are counted too: a coder who does not know a code misses it.
 */
export function measureModel(readings: readonly { textId: string; byModel: readonly string[]; byPeople: readonly string[] }[], codes: readonly PlacedCode[], known: ReadonlySet<string>): ModelMeasured {
  const both = readings.flatMap(({ textId, byModel, byPeople }): Reading[] => [
    { textId, coderId: model, codeIds: byModel },
    { textId, coderId: people, codeIds: byPeople },
  ]);
  const comparison = compare(both, codes);
  const above = new Map(codes.map(({ id }) => [id, wayTo(codes, id).map((code) => code.id)]));
  const whole = (ids: readonly string[]) => new Set(ids.flatMap((id) => above.get(id) ?? []));
  const knownWithAbove = whole([...known]);
  const sides = readings.map(({ byModel, byPeople }) => ({ suggested: whole(byModel), carrying: whole(byPeople) }));
  return {
    comparison,
    codes: comparison.codes.map(({ codeId }) => {
      const suggested = sides.filter((one) => one.suggested.has(codeId)).length;
      const carrying = sides.filter((one) => one.carrying.has(codeId)).length;
      const right = sides.filter((one) => one.suggested.has(codeId) && one.carrying.has(codeId)).length;
      return { codeId, isKnown: knownWithAbove.has(codeId), suggested, carrying, right, precision: suggested === 0 ? null : right / suggested, recall: carrying === 0 ? null : right / carrying };
    }),
  };
}

/** How an outside model helped with a set, for whoever reads the report. */
export type OutsideHelp = {
  model: string;
  version: string;
  isWithdrawn: boolean;
  /** Its themes, and how many of them people made or found a code. */
  themes: number;
  taken: number;
  suggested: number;
  accepted: number;
  rejected: number;
  /** Of texts that people coded too without having seen it; null of too few. */
  texts: number;
  alpha: Agreement["alpha"];
  raw: Agreement["raw"];
};
