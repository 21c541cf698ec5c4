// Loads responses from a CSV file as it is read, and accounts for every row: loaded, refused with a reason, or there already.
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { once } from "node:events";
import { config } from "#app/shared/config.server.ts";
import { csvLine } from "#app/shared/csv.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { readCsv, UnreadableCsv } from "./csv-file.server.ts";
import { recordImport, saveImportedRows } from "./imports.store.server.ts";
import type { ResponseMap } from "./response-map.ts";
import { rowReader, type ResponseRow } from "./response-row.ts";
import { findConsultationAnywhere, findCurrentVersion } from "./store.server.ts";

export type ImportSummary = {
  rows: number;
  loaded: number;
  refused: number;
  alreadyThere: number;
  /** Where every refusal stands with its line and reason; null when there was none. */
  refusalsFile: string | null;
  /** The line from which on the file could not be read. */
  unreadableFrom: number | null;
};

type Asked = { file: string; consultationId: string; map: ResponseMap; refusalsFile?: string };

const words = wordsFor("en");
const rowsInBatch = 500;
const charactersInBatch = 4_000_000;
const refusalsTold = 20;
const tellEveryMs = 2_000;

/** Loads what is not there yet; run again it loads nothing twice. A row's line and reason are told when it is refused. */
export async function importResponses(
  { file, consultationId, map, refusalsFile }: Asked,
  now: Date,
  say: (line: string) => void,
): Promise<ImportSummary> {
  const consultation = await findConsultationAnywhere(db(), consultationId);
  if (!consultation) throw new PlainError(`There is no consultation with the id ${consultationId}.`);
  if (!consultation.publishedAt) throw new PlainError("Publish the consultation first: a response is to a form that no longer changes.");
  const version = await findCurrentVersion(db(), consultation.formId);
  const target = { consultation, formVersionId: version.id, source: map.source };

  const lines = readCsv(file, map);
  const first = await lines.next();
  if (first.done) throw new PlainError("The file is empty.");
  const header = first.value.cells.map((name) => name.trim());
  const reader = rowReader(map, version.definition, header, dayOf(now), words);
  if (!reader.ok) throw new PlainError(["The map does not fit:", ...reader.problem.map((problem) => `  ${problem}`)].join("\n"));

  const refusals = new Refusals(refusalsFile ?? join(config().dataDir, "imports", `${consultation.id}-${map.source}-refused.csv`), say);
  await refusals.start();
  await recordImport(target, "responses.begin-import", {});
  const summary = { rows: 0, loaded: 0, alreadyThere: 0, unreadableFrom: null as number | null };
  const linesOfKeys = new Map<string, number>();
  let batch: ResponseRow[] = [];
  let size = 0;
  const saveBatch = async () => {
    if (batch.length === 0) return;
    const saved = await inTransaction((transaction) => saveImportedRows(transaction, target, batch, now));
    summary.loaded += saved.size;
    summary.alreadyThere += batch.length - saved.size;
    batch = [];
    size = 0;
  };
  let told = performance.now();
  try {
    for await (const { line, cells, share } of lines) {
      summary.rows += 1;
      const read = reader.value(cells);
      const earlier = read.ok ? linesOfKeys.get(read.row.key) : undefined;
      if (!read.ok) await refusals.add(line, read.key, read.reason);
      else if (earlier !== undefined) await refusals.add(line, read.row.key, `its key stands on line ${earlier} already`);
      else {
        linesOfKeys.set(read.row.key, line);
        batch.push(read.row);
        size += cells.join("").length;
      }
      if (batch.length >= rowsInBatch || size >= charactersInBatch) await saveBatch();
      if (performance.now() - told < tellEveryMs) continue;
      told = performance.now();
      say(`${words.number(summary.rows)} rows read, ${words.share(share, 1)} of the file.`);
    }
  } catch (problem) {
    if (!(problem instanceof UnreadableCsv)) throw problem;
    summary.unreadableFrom = problem.line;
    say(problem.message);
  }
  await saveBatch();
  const written = await refusals.finish();
  const { rows, loaded, alreadyThere, unreadableFrom } = summary;
  const counts = { rows, loaded, refused: refusals.count, alreadyThere };
  await recordImport(target, "responses.import", { ...counts, ...(unreadableFrom !== null && { unreadableFrom }) });
  say(summaryLine(counts));
  if (written !== null) say(`Every refusal with its line and reason: ${written}`);
  return { ...counts, refusalsFile: written, unreadableFrom };
}

/** "2,955 rows: 2,950 loaded, 5 refused, 0 already there." */
function summaryLine(counts: { rows: number; loaded: number; refused: number; alreadyThere: number }): string {
  const { rows, loaded, refused, alreadyThere } = counts;
  const [all, one, two, three] = [rows, loaded, refused, alreadyThere].map((count) => words.number(count));
  return `${all} ${rows === 1 ? "row" : "rows"}: ${one} loaded, ${two} refused, ${three} already there.`;
}

/** The refusals of one import, written as they come; the first of them are told as well. */
class Refusals {
  count = 0;
  private stream: ReturnType<typeof createWriteStream> | undefined;

  constructor(
    private readonly file: string,
    private readonly say: (line: string) => void,
  ) {}

  /** Takes away what an earlier import of the same file left. */
  async start(): Promise<void> {
    await rm(this.file, { force: true });
  }

  async add(line: number, key: string, reason: string): Promise<void> {
    this.count += 1;
    if (this.count <= refusalsTold) this.say(`Line ${line} is refused: ${reason}.`);
    else if (this.count === refusalsTold + 1) this.say("More lines are refused; see the file named below.");
    if (!this.stream) {
      await mkdir(dirname(this.file), { recursive: true });
      this.stream = createWriteStream(this.file, { mode: 0o600 });
      await once(this.stream, "open");
      this.stream.write("\uFEFFline,key,reason\r\n");
    }
    const row = csvLine([String(line), key, reason]);
    if (!this.stream.write(row)) await once(this.stream, "drain");
  }

  async finish(): Promise<string | null> {
    if (!this.stream) return null;
    this.stream.end();
    await once(this.stream, "close");
    return this.file;
  }
}
