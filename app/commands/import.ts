// npm run import: takes in a consultation, responses to one, a register of partnerships, or partnerships with their bodies and seats, from a file.
import { access, constants, readFile, stat } from "node:fs/promises";
import { importRegister } from "#app/bodies/register.store.server.ts";
import { importStructures } from "#app/bodies/import-structures.store.server.ts";
import { importConsultation, importNewVersion } from "#app/consultations/import-consultation.server.ts";
import { importResponses } from "#app/consultations/import-responses.server.ts";
import { importUsage, readImportArguments } from "#app/consultations/import-arguments.ts";
import { problemInWords } from "#app/consultations/file-problem.ts";
import { readResponseMap } from "#app/consultations/response-map.ts";
import { refusedInWords } from "#app/forms/left-out.ts";
import { readXml } from "#app/forms/xml.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { placeOf, runCommand, say } from "#app/shared/command.server.ts";
import { closeDatabase, db, isDemonstration } from "#app/shared/db.server.ts";
import { brokenAt, linesOf, type LineOf } from "#app/shared/file-issues.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { seedDemonstration } from "#prisma/seed.ts";

const largestFile = 50_000_000;
const words = wordsFor("en");

await runCommand(async () => {
  const read = readImportArguments(process.argv.slice(2));
  if (!read.ok) throw new PlainError(`${read.problem}\n${importUsage}`);
  const asked = read.value;
  // Read before the database is brought up, so that a mistyped name is told at once.
  const { json, lineOf } = await readJson(asked.what === "responses" ? asked.map : asked.file, asked.what === "consultation");
  const map = asked.what === "responses" ? mapFrom(json) : null;
  if (asked.what === "responses") await reachable(asked.file, () => access(placeOf(asked.file), constants.R_OK));
  const database = await openPreparedDatabase();
  try {
    const now = new Date();
    if (isDemonstration()) await seedDemonstration(now, say);
    if (asked.what === "partnership-register") {
      await importRegister(await partnershipFor(asked.partnership), json, say, lineOf);
    } else if (asked.what === "partnership-structures") {
      await importStructures(await partnershipFor(asked.partnership), json, now, say, lineOf);
    } else if (asked.what === "consultation") {
      await importConsultation(await partnershipFor(asked.partnership), json, asked, now, say);
    } else if (asked.what === "version") {
      await importNewVersion(asked.consultation, json, now, say);
    } else if (map) {
      const { unreadableFrom } = await importResponses(
        {
          ...{ file: placeOf(asked.file), consultationId: asked.consultation, map },
          ...(asked.refusals !== undefined && { refusalsFile: placeOf(asked.refusals) }),
        },
        now,
        say,
      );
      if (unreadableFrom !== null) throw new PlainError("Mend the file from that line on and run the same command again: nothing is loaded twice.");
    }
  } finally {
    await closeDatabase();
    await database.stop();
  }
});

async function reachable<Value>(file: string, reach: () => Promise<Value>): Promise<Value> {
  try {
    return await reach();
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code;
    const why = code === "ENOENT" ? "There is no file" : code === "EISDIR" ? "This is a folder, not a file:" : "This file cannot be read:";
    throw new PlainError(`${why} ${placeOf(file)}`);
  }
}

/** The file's JSON; where it may be another program's form, its XML too. */
async function readJson(file: string, mayBeXml: boolean): Promise<{ json: unknown; lineOf: LineOf }> {
  const { size } = await reachable(file, () => stat(placeOf(file)));
  if (size > largestFile) throw new PlainError(`${placeOf(file)} is bigger than ${largestFile / 1_000_000} MB and is not read.`);
  const text = (await reachable(file, () => readFile(placeOf(file), "utf8"))).replace(/^\uFEFF/, "");
  if (mayBeXml && /^\s*</.test(text)) {
    const xml = readXml(text.trimStart());
    if (!xml.ok) throw new PlainError(`${placeOf(file)} cannot be taken. ${refusedInWords(xml.problem, words)}`);
    return { json: { xml: xml.value }, lineOf: () => null };
  }
  let lines: LineOf | undefined;
  try {
    return { json: JSON.parse(text), lineOf: (path) => (lines ??= linesOf(text))(path) };
  } catch (problem) {
    throw new PlainError(`${placeOf(file)} is not JSON: ${brokenAt(text, (problem as Error).message)}`);
  }
}

function mapFrom(json: unknown) {
  const map = readResponseMap(json);
  if (!map.ok) throw new PlainError(["The map cannot be used:", ...map.problem.map((problem) => `  ${problemInWords(problem, words)}`)].join("\n"));
  return map.value;
}

/** The partnership named; where none is, the one that all the others are below. */
async function partnershipFor(slug: string | undefined): Promise<Partnership> {
  const all = await listPartnerships(db());
  const names = all.map((partnership) => partnership.slug).join(", ");
  if (slug !== undefined) {
    const found = all.find((partnership) => partnership.slug === slug);
    if (!found) throw new PlainError(`There is no partnership “${slug}”. There are: ${names}.`);
    return found;
  }
  const [top, ...others] = all.filter((partnership) => partnership.parentId === null);
  if (!top) throw new PlainError("There is no partnership yet that it could belong to.");
  if (others.length > 0) throw new PlainError(`Say which partnership it belongs to, with --partnership: ${names}.`);
  return top;
}
