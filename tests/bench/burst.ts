// The closing hour at its worst: everybody who has a draft in hand sends it in the same moment.
import { Pool } from "undici";
import { pool } from "#app/shared/db.server.ts";
import { addressOf, HttpRespondent, Refused } from "../support/http-respondent.ts";
import { buildStrategyConsultation, strategyForm } from "../support/strategy-form.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { connect, startMeter, type Site } from "./site.ts";

const many = 1000;
const preparing = 16;
const first = 1_000_000;

export async function measureBurst(site: Site, add: (figure: Figure) => void): Promise<void> {
  const consultation = await buildStrategyConsultation(4, { partnership: site.partnership });
  const asked = { slug: site.partnership.slug, consultation: consultation.id, definition: strategyForm(4) };
  // because a thousand people are a thousand browsers, each with a connection of its own
  const everybody = new Pool(site.url, { connections: many, pipelining: 1, headersTimeout: 300_000, bodyTimeout: 300_000, connect: { timeout: 300_000 } });
  const few = Array.from({ length: preparing }, () => connect(site.url));
  const respondents: HttpRespondent[] = [];
  let next = 0;
  await Promise.all(
    few.map(async (connection) => {
      while (next < many) {
        const person = first + next++;
        const options = { origin: site.url, asked, person, address: addressOf(person) };
        const filling = new HttpRespondent({ ...options, connection });
        await filling.begin();
        await filling.fillIn();
        respondents.push(filling.over(everybody));
      }
      await connection.close();
    }),
  );
  const times: number[] = [];
  let refused = 0;
  const stop = startMeter(site);
  const began = performance.now();
  await Promise.all(
    respondents.map(async (respondent) => {
      const sent = performance.now();
      try {
        await respondent.send();
        times.push(performance.now() - sent);
      } catch (problem) {
        if (!(problem instanceof Refused)) throw problem;
        refused += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const cost = stop();
  const references = respondents.map(({ reference }) => reference);
  const { rows } = await pool().query<{ kept: string }>(
    'SELECT count(*) AS kept FROM "Response" WHERE "consultationId" = $1 AND reference = ANY($2)',
    [consultation.id, references],
  );
  const lost = many - refused - Number(rows[0]?.kept);
  await everybody.destroy();
  add({ name: "sent in the same moment", value: many, unit: "responses", of: "drafts of four pages in hand" });
  add({ name: "refused", value: refused, unit: "responses" });
  add({ name: "lost", value: lost, unit: "responses" });
  add({ name: "until the last had its answer", value: seconds, unit: "s", of: `${Math.round(times.length / seconds)} a second` });
  add({ name: "time to the answer: median", value: median(times), unit: "ms" });
  add({ name: "time to the answer: p95", value: quantile(times, 0.95), unit: "ms" });
  add({ name: "time to the answer: longest", value: Math.max(...times), unit: "ms" });
  if (cost.server !== undefined) add({ name: "processor of the server, each", value: (cost.server * 1000) / many, unit: "ms" });
  if (cost.database !== undefined) add({ name: "processor of the database, each", value: (cost.database * 1000) / many, unit: "ms" });
  if (lost !== 0) throw new Error(`${lost} responses were answered and are not there`);
}
