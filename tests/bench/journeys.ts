// Whole responses, one after the other and many at once, from reading what is asked to the receipt.
import pg from "pg";
import type { FormDefinition } from "#app/forms/definition.ts";
import { checkForm } from "#app/forms/check.ts";
import { databaseUrl, pool } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { addressOf, HttpRespondent, type Asked, type Requested } from "../support/http-respondent.ts";
import { buildStrategyConsultation, strategyForm } from "../support/strategy-form.ts";
import { typedAnswers } from "../support/typed-answers.ts";
import { quantile, type Figure } from "./figures.ts";
import { connect, startMeter, type Cost, type Site } from "./site.ts";

type Add = (figure: Figure) => void;

const atOnce = [1, 8, 32];
const secondsEach = 10;
// because a server at a closing hour has been answering for weeks
const secondsOfWarmth = 15;
const secondsOfControl = 3;

let people = 0;

export type Walked = { responses: number; cost: Cost; requests: Requested[]; whole: number[] };

/** One whole response; how many requests that is. */
async function respondOnce(site: Site, asked: Asked): Promise<{ requests: number }> {
  let requests = 0;
  const connection = connect(site.url);
  const person = ++people;
  await new HttpRespondent({ connection, origin: site.url, asked, person, address: addressOf(person), onRequest: () => void requests++ }).respond();
  await connection.close();
  return { requests };
}

/** Keeps so many people responding, each beginning anew after the receipt; counts what ended within the time. */
export async function keepResponding(site: Site, asked: Asked, many: number, seconds: number): Promise<Walked> {
  const walked: Omit<Walked, "cost"> = { responses: 0, requests: [], whole: [] };
  let isOver = false;
  const one = async () => {
    const connection = connect(site.url);
    try {
      while (!isOver) {
        const person = ++people;
        const began = performance.now();
        const onRequest = (requested: Requested) => void (isOver || walked.requests.push(requested));
        await new HttpRespondent({ connection, origin: site.url, asked, person, address: addressOf(person), onRequest }).respond();
        if (isOver) return;
        walked.responses += 1;
        walked.whole.push(performance.now() - began);
      }
    } finally {
      isOver = true; // because one that fails ends the measurement for all
      await connection.close();
    }
  };
  const stop = startMeter(site);
  let cost: Cost | undefined;
  const timer = setTimeout(() => {
    isOver = true;
    cost = stop();
  }, seconds * 1000);
  await Promise.all(Array.from({ length: many }, one)).finally(() => clearTimeout(timer));
  return { ...walked, cost: cost ?? stop() };
}

/** The figures of what a response cost each party. */
export function addCost(add: Add, name: string, { responses, cost }: Pick<Walked, "responses" | "cost">): void {
  const each = (seconds: number | undefined) => (seconds === undefined ? undefined : (seconds * 1000) / responses);
  for (const [party, spent] of [["the server", each(cost.server)], ["the database", each(cost.database)], ["the load", each(cost.generator)]] as const) {
    if (spent !== undefined) add({ name: `${name}: processor of ${party} a response`, value: spent, unit: "ms" });
  }
}

export async function measureJourneys(site: Site, add: Add): Promise<void> {
  for (const pages of [4, 1] as const) {
    const consultation = await buildStrategyConsultation(pages, { partnership: site.partnership });
    const asked = { slug: site.partnership.slug, consultation: consultation.id, definition: strategyForm(pages) };
    const on = pages === 4 ? "four pages" : "one page";
    const { requests: requestsOfOne } = await respondOnce(site, asked);
    await keepResponding(site, asked, 8, secondsOfWarmth);
    for (const many of atOnce) {
      const walked = await keepResponding(site, asked, many, secondsEach);
      const { responses, cost, requests, whole } = walked;
      if (responses === 0) throw new Error(`Nobody got to the receipt within ${secondsEach} seconds`);
      const name = `${on}, ${many} at once`;
      add({ name: `${name}: responses`, value: responses / cost.seconds, unit: "1/s", of: `${responses} in ${cost.seconds.toFixed(1)} s` });
      add({ name: `${name}: requests a response`, value: requestsOfOne, unit: "requests" });
      addCost(add, name, walked);
      add({ name: `${name}: whole response, p95`, value: quantile(whole, 0.95), unit: "ms", of: `${whole.length} responses` });
      for (const [page, times] of byPage(requests)) {
        add({ name: `${name}: ${page}, p95`, value: quantile(times, 0.95), unit: "ms", of: `${times.length} requests` });
      }
    }
    await measureControl(add, on, consultation.id, strategyForm(pages));
  }
}

function byPage(requests: readonly Requested[]): Map<string, number[]> {
  const pages = new Map<string, number[]>();
  for (const { method, page, ms } of requests) {
    const name = `${method} ${page}`;
    const times = pages.get(name);
    if (times) times.push(ms);
    else pages.set(name, [ms]);
  }
  return pages;
}

/** What cannot be left out: the same answers, one row each, straight into the same database. */
async function measureControl(add: Add, on: string, consultationId: string, definition: FormDefinition): Promise<void> {
  const documents = Array.from({ length: 200 }, (_, person) => JSON.stringify(checkForm(definition, typedAnswers(definition, person)).answers));
  await pool().query(`CREATE TABLE IF NOT EXISTS bench_control (id text PRIMARY KEY, "consultationId" text NOT NULL, answers jsonb NOT NULL)`);
  for (const many of atOnce) {
    const clients = Array.from({ length: many }, () => new pg.Client({ connectionString: databaseUrl() }));
    await Promise.all(clients.map((client) => client.connect()));
    const until = performance.now() + secondsOfControl * 1000;
    let rows = 0;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < until) {
          await client.query("INSERT INTO bench_control VALUES ($1, $2, $3)", [newId(), consultationId, documents[rows % documents.length]]);
          rows += 1;
        }
        await client.end();
      }),
    );
    add({ name: `control, ${on}, ${many} at once: bare inserts of one row`, value: rows / secondsOfControl, unit: "1/s", of: `${rows} in ${secondsOfControl} s` });
  }
}
