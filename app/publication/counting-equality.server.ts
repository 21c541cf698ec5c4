// Counts equality answers with all others, which happens here and nowhere else: in memory, for a fixed set of tables, which pass the
// gate before anybody sees them.
import { readSetColumns } from "#app/analysis/set-columns.store.server.ts";
import { markOfEquality, readEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { equalityVariables, variablesIn } from "#app/consultations/equality-variables.ts";
import { findConsultationForOfficer, listVersions } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textInAll } from "#app/shared/words.server.ts";
import { askedInYear, publishable, type Choice } from "./choice.ts";
import { findEqualityTables, isBehind, saveEqualityTables } from "./equality-tables.store.server.ts";
import { passTheGate, type Counting } from "./gate.server.ts";
import { askedOf, groupsOf, plain } from "./make.server.ts";
import { shownTable, withoutNoughtsAtEnds } from "./published-results.ts";
import { crossTable, oneWayTable } from "./tables.ts";

/**
 * Counts every question that is chosen from by every equality question, in one set, and keeps what comes of it; nothing where that
 * is done, and nothing once the answers begin to be deleted, because what is left of them is not what was given.
 */
export async function countEquality(setId: string, clock: () => Date): Promise<void> {
  const set = await db().analysisSet.findUnique({ where: { id: setId }, select: { id: true, partnershipId: true, consultationId: true, included: true, erasures: true, frozenAt: true } });
  if (!set?.frozenAt) return;
  const { id, partnershipId, consultationId, included, erasures, frozenAt } = set;
  const mark = await markOfEquality(db(), consultationId);
  if (!(await isBehind(db(), { consultationId, erasures }, await findEqualityTables(db(), id)))) return;
  const consultation = await findConsultationForOfficer(db(), partnershipId, consultationId);
  const versions = await listVersions(db(), consultation.formId);
  const all = publishable(versions, askedInYear(consultation, frozenAt));
  const everything: Choice = { questions: Object.fromEntries(all.map(({ question }) => [question.id, "tables" as const])), byRespondent: false, area: null, equality: [...equalityVariables] };
  const answersOf = await readEqualityAnswers(db(), consultationId);
  const columns = await readSetColumns(id, included, (responseId) => variablesIn(answersOf(responseId), textInAll));
  const [groups, asked] = [groupsOf(everything, all), askedOf(everything, all, versions)];
  const tables = [...groups, ...asked]
    .map(({ variable }): Counting => (from) => oneWayTable(from, {}, variable))
    .concat(asked.flatMap(({ variable }) => groups.map((group): Counting => (from) => crossTable(from, {}, variable, { ...group.variable, isEverybody: false }))));
  const passed = await passTheGate(consultation, set, columns, tables, () => Promise.resolve(true));
  if (!passed) return;
  const { counted, published } = passed;
  const shown = {
    groups: groups.map((group) => shownTable(plain(group), published, [])),
    questions: asked.map(({ described: { section: _, versions: __, ...described }, variable }) => {
      const table = shownTable(described, published, groups);
      return variable.valueFor ? withoutNoughtsAtEnds(table) : table;
    }),
  };
  await saveEqualityTables(db(), { id, partnershipId }, { mark, erasures, countedAt: clock(), counted: { tables: counted, hidden: published.hidden }, shown });
}

/** Counts what is to be kept of every set of a consultation, before its equality answers are deleted. */
export async function keepEquality(consultationId: string, clock: () => Date): Promise<void> {
  const sets = await db().analysisSet.findMany({ where: { consultationId, finishedAt: { not: null } }, select: { id: true }, orderBy: { number: "asc" } });
  for (const { id } of sets) await countEquality(id, clock);
}
