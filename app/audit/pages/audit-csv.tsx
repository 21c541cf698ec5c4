// What is chosen of the audit log as CSV, streamed; who took it is recorded.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { auditPath } from "#app/partnerships/paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { installation, queryOf, readFilter, typedIn } from "../filter.ts";
import { requireLogReader } from "../guard.server.ts";
import { sayWhat, sayWho, type Known, type LogEntry } from "../said.ts";
import { countEntries, findNewest, walkEntries } from "../store.server.ts";
import { wordedActions } from "../worded.server.ts";

const columns = ["id", "at", "person", "person-id", "what", "action", "kind", "subject", "facts"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, personId, isOfAll } = await requireLogReader(args);
  const typed = typedIn(new URL(args.request.url).searchParams);
  const read = readFilter(typed, wordedActions);
  if (!read.ok) throw redirect(auditPath(partnership, queryOf(typed)));
  const of = { partnershipId: isOfAll && typed.of === installation ? null : partnership.id };
  const newest = await findNewest(db());
  const { count } = await countEntries(db(), of, read.value);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId, action: "audit.export", subjectKind: "partnership", subjectId: partnership.id },
    facts: { count, ofInstallation: of.partnershipId === null },
  });
  const words = wordsFor(args.context.language);
  const header = columns.map((column) => words.t(`audit:csv.${column}`));
  return csvDownload(`audit-${partnership.slug}-${dayOf(args.context.now)}.csv`, header, linesOf(walkEntries(db(), of, read.value, newest), words));
}

async function* linesOf(runs: ReturnType<typeof walkEntries>, words: Words) {
  for await (const { entries, known } of runs) yield entries.map((entry) => lineOf(entry, known, words));
}

function lineOf(entry: LogEntry, known: Known, words: Words): string[] {
  const { id, at, personId, action, subjectKind, subjectId, facts } = entry;
  const said = [sayWho(entry, known, words), personId ?? "", sayWhat(action, known, words)];
  return [id, at.toISOString(), ...said, action, subjectKind, subjectId, JSON.stringify(facts)];
}
