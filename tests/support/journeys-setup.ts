// The one server that most journeys share; a journey that restarts its server starts its own (server.ts). The 35 printed
// questions are imported into it where ../shared is present.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildDir, root } from "../../app/commands/prepare.mjs";
import { startServer, type RunningServer } from "./server.ts";

const printedQuestions = join(process.env.FOLKMOOT_SHARED ?? resolve(root, "../shared"), "data/seed/odpm-2005-questions.json");

/** Imports the printed questions by the command an officer would use; the address of the consultation's page, or "". */
export function importPrintedQuestions(server: Pick<RunningServer, "url" | "dataDir">): string {
  if (!existsSync(printedQuestions)) return "";
  const said = execFileSync(
    process.execPath,
    [join(buildDir, "server", "import.js"), "consultation", printedQuestions, "--partnership", "marlshire", "--publish"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", BASE_URL: server.url, FOLKMOOT_DATA_DIR: server.dataDir },
    },
  );
  const address = /^Address: (\S+)$/m.exec(said)?.[1];
  if (!address) throw new Error(`The import named no address:\n${said}`);
  return new URL(address).pathname;
}

export default async function setup() {
  const server = await startServer();
  process.env.FOLKMOOT_TEST_URL = server.url;
  process.env.FOLKMOOT_TEST_DATA = server.dataDir;
  process.env.FOLKMOOT_TEST_PRINTED = importPrintedQuestions(server);
  return () => server.stop();
}
