// The consultation about libraries in a running server, taken in with its answers by the commands an officer would use.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dayOf } from "#app/shared/dates.ts";
import { buildDir, root } from "../../app/commands/prepare.mjs";
import { libraryAnswers, libraryConsultation, libraryCsv, libraryMap } from "./library-answers.ts";
import type { RunningServer } from "./server.ts";

function runImport(server: Pick<RunningServer, "url" | "dataDir">, words: string[]): string {
  const env = { ...process.env, DATABASE_URL: "", NODE_ENV: "production" as const, BASE_URL: server.url, FOLKMOOT_DATA_DIR: server.dataDir };
  return execFileSync(process.execPath, [join(buildDir, "server", "import.js"), ...words], { cwd: root, encoding: "utf8", env });
}

/** Published and open in Tolbridge, without an answer yet; the path of its public page. */
export async function openLibraries(server: Pick<RunningServer, "url" | "dataDir">, folder: string): Promise<string> {
  const file = join(folder, "consultation.json");
  await writeFile(file, JSON.stringify(libraryConsultation));
  const said = runImport(server, ["consultation", file, "--partnership", "tolbridge", "--publish"]);
  const address = /^Address: (\S+)$/m.exec(said)?.[1];
  if (!address) throw new Error(`The import named no address:\n${said}`);
  return new URL(address).pathname;
}

/** The answers of all but one, loaded from a file; what the command says of them. */
export async function importLibraryAnswers(server: Pick<RunningServer, "url" | "dataDir">, path: string, folder: string): Promise<string> {
  const [answers, map] = [join(folder, "answers.csv"), join(folder, "map.json")];
  await writeFile(answers, libraryCsv(libraryAnswers()));
  await writeFile(map, JSON.stringify(libraryMap(dayOf(new Date()))));
  return runImport(server, ["responses", answers, "--consultation", path, "--map", map]);
}
