// Every response of a consultation as one file.
import { responsesCsvPath, responsesXlsxPath } from "#app/consultations/export-paths.ts";
import { consultationOf } from "./filled.ts";
import type { Figure } from "./figures.ts";
import { memoryOf } from "./processes.ts";
import { connect, fetchPage, startMeter, type Cost, type Site } from "./site.ts";

const size = 100_000;
const times = 3;

export async function measureExport(site: Site, add: (figure: Figure) => void): Promise<void> {
  const consultation = await consultationOf(site, size);
  const files = [
    ["CSV, as it is", responsesCsvPath, "identity"],
    ["CSV, packed, as a browser asks for it", responsesCsvPath, "gzip, deflate, br"],
    ["xlsx", responsesXlsxPath, "gzip, deflate, br"],
  ] as const;
  for (const [how, pathOf, encoding] of files) {
    const path = pathOf(site.partnership, consultation);
    const taken: Taken[] = [];
    for (let time = 0; time < times; time++) taken.push(await takeExport(site, path, encoding));
    const inOrder = [...taken].sort((one, other) => one.seconds - other.seconds);
    const { seconds, bytes, cost } = inOrder[Math.floor(times / 2)]!;
    const { before, most } = taken.reduce((worst, one) => (one.most > worst.most ? one : worst));
    const name = `${size.toLocaleString("en-GB")} responses, ${how}`;
    add({ name: `${name}: time`, value: seconds, unit: "s", of: `the middle of ${times}; the first ${taken[0]!.seconds.toFixed(2)} s` });
    add({ name: `${name}: bytes`, value: bytes, unit: "B" });
    if (cost.server !== undefined) add({ name: `${name}: processor of the server`, value: cost.server, unit: "s" });
    if (cost.database !== undefined) add({ name: `${name}: processor of the database`, value: cost.database, unit: "s" });
    if (most > 0) add({ name: `${name}: memory of the server, most`, value: most / 1e6, unit: "MB", of: `${Math.round(before / 1e6)} MB before it` });
  }
}

type Taken = { seconds: number; bytes: number; cost: Cost; before: number; most: number };

async function takeExport(site: Site, path: string, encoding: string): Promise<Taken> {
  const connection = connect(site.url);
  const stop = startMeter(site);
  const memory = watchMemory(site);
  const { status, bytes, ms } = await fetchPage(connection, site.url, path, { cookie: site.officer, encoding, keeps: false });
  const { before, most } = memory.stop();
  const cost = stop();
  await connection.close();
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  return { seconds: ms / 1000, bytes, cost, before, most };
}

/** The memory of the process that grows most. */
function watchMemory(site: Site) {
  const before = new Map(site.processes().server.map((pid) => [pid, memoryOf(pid) ?? 0]));
  const most = new Map(before);
  const timer = setInterval(() => {
    for (const pid of before.keys()) most.set(pid, Math.max(most.get(pid) ?? 0, memoryOf(pid) ?? 0));
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      const grown = [...before].map(([pid, held]) => ({ before: held, most: most.get(pid) ?? 0 }));
      return grown.sort((a, b) => b.most - b.before - (a.most - a.before))[0] ?? { before: 0, most: 0 };
    },
  };
}
