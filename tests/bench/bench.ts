// `npm run bench`: measures, beside a control in the same run that does only what cannot be left out, so that the ratio
// holds on any machine. Names of sections choose; `--json` prints the record alone, `--json=FILE` keeps it.
import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { measureBurst } from "./burst.ts";
import { measureCampaigns } from "./campaigns.ts";
import { measureCount } from "./count.ts";
import { measureExport } from "./export.ts";
import { measureFlags } from "./flags.ts";
import { describeMachine, lineOf, type Section } from "./figures.ts";
import { measureGrowth } from "./growth.ts";
import { measureJourneys } from "./journeys.ts";
import { measurePublicPage } from "./public.ts";
import { measureReading } from "./reading.ts";
import { measureReport } from "./report.ts";
import { measureResults } from "./results.ts";
import { measureStructure } from "./structure.ts";
import { measureTables } from "./tables.ts";
import { openSite, type Site } from "./site.ts";

type Add = (figure: Section["figures"][number]) => void;

type Kind = { name: string; title: string } & ({ measure: (site: Site, add: Add) => Promise<void> } | { measureAlone: (add: Add) => Promise<void> });

const sections: Kind[] = [
  { name: "public", title: "The public page of a consultation", measure: measurePublicPage },
  { name: "journeys", title: "A whole response of 35 questions", measure: measureJourneys },
  { name: "burst", title: "A thousand send at once", measure: measureBurst },
  { name: "results", title: "An officer's pages over many responses", measure: measureResults },
  { name: "tables", title: "Tables of a set of a hundred thousand responses", measure: measureTables },
  { name: "reading", title: "Reading among a hundred thousand answers", measure: measureReading },
  { name: "report", title: "The whole report of ten thousand responses", measure: measureReport },
  { name: "export", title: "The responses as one file", measure: measureExport },
  { name: "flags", title: "Looking at responses, to flag what is striking", measure: measureFlags },
  { name: "structure", title: "A partnership of 400 organisations, 40 bodies and ten years of meetings", measure: measureStructure },
  { name: "growth", title: "A response among many", measure: measureGrowth },
  { name: "count", title: "Counting ballots", measureAlone: measureCount },
  { name: "campaigns", title: "Near-duplicate answers", measureAlone: measureCampaigns },
];

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const json = process.argv.find((word) => /^--json(=|$)/.test(word));
const file = json?.slice("--json=".length);
const say = (line: string) => void (json === "--json" ? process.stderr : process.stdout).write(`${line}\n`);

try {
  const unknown = words.find((word) => !sections.some(({ name }) => name === word));
  if (unknown !== undefined) throw new Error(`There is no section ${unknown}; there are ${sections.map(({ name }) => name).join(", ")}.`);
  const chosen = sections.filter((section) => words.length === 0 || words.includes(section.name));
  const needsSite = chosen.some((section) => "measure" in section);
  if (needsSite) say("Starting a server and a database of its own");
  const site = needsSite ? await openSite() : null;
  const machine = describeMachine(site?.postgresql ?? "none");
  say(`${machine.cores} cores, ${machine.processor}, ${machine.memoryInMB} MB; Node ${machine.node}, PostgreSQL ${machine.postgresql}; ${machine.commit}`);
  say(`Load before: ${machine.loadBefore.toFixed(2)}. Times are of this machine; ratios hold on others.`);
  const measured: Section[] = [];
  try {
    for (const section of chosen) {
      const { name, title } = section;
      say(`\n${title} (${name})`);
      const figures: Section["figures"] = [];
      const add: Add = (figure) => {
        figures.push(figure);
        say(lineOf(figure));
      };
      if ("measureAlone" in section) await section.measureAlone(add);
      else if (site) await section.measure(site, add);
      measured.push({ name, title, figures });
    }
  } finally {
    await site?.close();
  }
  const record = JSON.stringify({ date: new Date().toISOString(), machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, sections: measured }, null, 2);
  if (file) await writeFile(file, `${record}\n`);
  if (json === "--json") process.stdout.write(`${record}\n`);
  process.exit(0);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`);
  process.exit(1);
}
