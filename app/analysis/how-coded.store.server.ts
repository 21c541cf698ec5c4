// How a set was coded, for the note on method of a report: counts and figures, and nobody's name.
import type { Consultation } from "#app/consultations/consultation.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Database } from "#app/shared/db.server.ts";
import { findSampleDrawn, listDoubleReadings, versionsOf } from "./agreement.store.server.ts";
import type { SampleDrawn } from "./agreement.ts";
import { compare, type Comparison } from "./code-agreement.ts";
import { listCodeframes, listCodes } from "./codeframes.store.server.ts";
import { textsOf } from "./coded-texts.store.server.ts";
import { countDifferences, type DifferenceCounts } from "./differences.store.server.ts";

export type FrameCoded = {
  id: string;
  name: Text;
  questionIds: string[];
  /** The published versions under which the codes of both readings were given, from and to; null where nothing was read twice. */
  versions: { from: number; to: number } | null;
  sample: SampleDrawn;
  /** Alpha and the rest, of all codes and of each by its id. Not `isEnough`: of too few texts for a figure. */
  agreement: Comparison;
};

export type HowCoded = {
  /** How many people coded, in either reading. */
  coders: number;
  /** Texts that can be coded, that were handed out or taken up, with which their first reader is done, that carry a code of the first reading, and one of the two. */
  texts: number;
  handedOut: number;
  done: number;
  coded: number;
  read: number;
  differences: DifferenceCounts;
  frames: FrameCoded[];
};

/**
 * What the method note of a report says of coding: coders by number, what was handed out and done, how large a sample was read twice
 * and how it was drawn, how far the two readings agree on each codeframe and each code, how many differences were settled, and under
 * which versions. Called with a consultation and one of its sets.
 */
export async function howCoded(on: Database, consultation: Pick<Consultation, "id" | "partnershipId">, set: { id: string }): Promise<HowCoded> {
  const [[counts], frames, differences] = await Promise.all([
    on.$queryRaw<[{ coders: number; texts: number; handedOut: number; done: number; coded: number; read: number }]>`
      WITH said AS (${textsOf(set.id)}),
      people AS (
        SELECT task."coderId" FROM said JOIN "CodingTask" task ON task."textId" = said.id AND task."doneAt" IS NOT NULL
        UNION SELECT coding."coderId" FROM said JOIN "Coding" coding ON coding."textId" = said.id AND coding.pass <> 'agreed')
      SELECT (SELECT count(*)::int FROM people) AS coders, count(*)::int AS texts, count(task."textId")::int AS "handedOut", count(task."doneAt")::int AS done,
        count(first."textId")::int AS coded, count(*) FILTER (WHERE task."doneAt" IS NOT NULL OR first."textId" IS NOT NULL)::int AS read
      FROM said LEFT JOIN (SELECT DISTINCT "textId" FROM "Coding" WHERE pass = 'first') first ON first."textId" = said.id LEFT JOIN "CodingTask" task ON task."textId" = said.id AND task.pass = 'first'`,
    listCodeframes(on, consultation),
    countDifferences(on, set.id),
  ]);
  const told: FrameCoded[] = [];
  for (const frame of frames) {
    const readings = await listDoubleReadings(on, { setId: set.id, frame });
    told.push({
      ...{ id: frame.id, name: frame.name, questionIds: frame.questionIds, versions: versionsOf(readings) },
      sample: await findSampleDrawn(on, consultation, { setId: set.id, questionIds: frame.questionIds }),
      agreement: compare(readings, await listCodes(on, frame)),
    });
  }
  return { ...counts, differences, frames: told };
}
