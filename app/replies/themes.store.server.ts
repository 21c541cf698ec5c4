// Which themes there are to be answered, and which codes a reply names. The caller has asked the policy.
import type { PlacedCode } from "#app/analysis/code.ts";
import { listCodeframes, listCodes } from "#app/analysis/codeframes.store.server.ts";
import { countCodes } from "#app/analysis/codings.store.server.ts";
import { findNewestSet } from "#app/analysis/sets.store.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import type { Database } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Reply } from "./reply.ts";
import { isTheme, standsFor, unanswered, type Theme } from "./theme.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

/** Every theme and code that a reply can be about, codeframe by codeframe, in the order of its tree. */
export async function listThemes(on: Database, consultation: Of): Promise<Theme[]> {
  const themes: Theme[] = [];
  for (const frame of await listCodeframes(on, consultation)) {
    for (const code of await listCodes(on, frame)) {
      if (isTheme(code)) themes.push({ id: code.id, name: code.name, level: code.level, frame: frame.name, questionIds: frame.questionIds });
    }
  }
  return themes;
}

export type WaitingTheme = Theme & {
  /** Answers of the newest set that carry it or what stands under it, and those that were given to its questions. */
  answers: number;
  of: number;
};

/** The themes that no reply is about, the most spoken of first; of how many, and of which set they are counted. */
export async function listWaitingThemes(on: Database, consultation: Of, replies: readonly Reply[]): Promise<{ waiting: WaitingTheme[]; of: number; set: number | null }> {
  const set = await findNewestSet(on, consultation);
  const waiting: WaitingTheme[] = [];
  let of = 0;
  for (const frame of await listCodeframes(on, consultation)) {
    const codes = await listCodes(on, frame);
    const themes = codes.filter((code) => isTheme(code) && code.level === "theme");
    of += themes.length;
    const answered = replies.flatMap(({ codeIds }) => codeIds.flatMap((id) => standsFor(codes, id)?.id ?? []));
    const open = unanswered(codes.filter(isTheme), answered).filter(({ level }) => level === "theme");
    const counts = set && open.length > 0 ? await countCodes(on, frame, codes, set.id) : null;
    waiting.push(
      ...open.map(({ id, name, level }) => ({
        ...{ id, name, level, frame: frame.name, questionIds: frame.questionIds },
        ...{ answers: counts?.byCode.get(id) ?? 0, of: counts?.answers ?? 0 },
      })),
    );
  }
  return { waiting: waiting.sort((one, other) => other.answers - one.answers), of, set: set?.number ?? null };
}

/** The names of the themes that each reply is about, as they are called now. */
export async function namesOfThemes(on: Database, consultation: Of, replies: readonly Pick<Reply, "id" | "codeIds">[]): Promise<Map<string, Text[]>> {
  if (replies.every(({ codeIds }) => codeIds.length === 0)) return new Map();
  const codes: PlacedCode[] = [];
  for (const frame of await listCodeframes(on, consultation)) codes.push(...(await listCodes(on, frame)));
  return new Map(
    replies.map(({ id, codeIds }) => {
      const standing = new Map(codeIds.flatMap((codeId) => standsFor(codes, codeId) ?? []).map((code) => [code.id, code.name]));
      return [id, [...standing.values()]];
    }),
  );
}
