// The job that looks at what is new and flags what is striking: everything at once, nothing new, and a busy five minutes.
import { lookAtNew } from "#app/intake/looks.store.server.ts";
import { buildStrategyConsultation, strategyForm } from "../support/strategy-form.ts";
import type { Figure } from "./figures.ts";
import { fillResponses } from "./fill.ts";
import { startMeter, type Site } from "./site.ts";

const size = 100_000;
const more = 1_000;

export async function measureFlags(site: Site, add: (figure: Figure) => void): Promise<void> {
  const consultation = await buildStrategyConsultation(4, { partnership: site.partnership });
  const definition = strategyForm(4);
  await fillResponses(consultation, definition, { to: size });
  const look = async (name: string, runs: number) => {
    const stop = startMeter(site);
    let looked = 0;
    for (let time = 0; time < runs; time++) looked += await lookAtNew(consultation, new Date());
    const cost = stop();
    add({ name: `${name}: time`, value: (cost.seconds * 1000) / runs, unit: "ms", of: looked === 0 ? `nothing new, ${runs} times` : `${looked.toLocaleString("en-GB")} looked at` });
    add({ name: `${name}: of it in the process that looks`, value: (cost.generator * 1000) / runs, unit: "ms" });
    if (cost.database !== undefined) add({ name: `${name}: of it in the database`, value: (cost.database * 1000) / runs, unit: "ms" });
    return looked;
  };
  const name = size.toLocaleString("en-GB");
  let looked = 0;
  do looked += await look(`${name} responses taken in at once`, 1);
  while (looked < (size * 99) / 100);
  await look(`${name} that were looked at`, 10);
  await fillResponses(consultation, definition, { from: size, to: size + more });
  await look(`${more.toLocaleString("en-GB")} more among them`, 1);
}
