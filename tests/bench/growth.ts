// What a response costs when there are many already.
import { resultsPath } from "#app/consultations/office-paths.ts";
import { buildStrategyConsultation, strategyForm } from "../support/strategy-form.ts";
import { fillResponses } from "./fill.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { addCost, keepResponding } from "./journeys.ts";
import { connect, fetchPage, type Site } from "./site.ts";

const steps = [0, 10_000, 100_000, 1_000_000];
const atOnce = 8;
const secondsEach = 10;

export async function measureGrowth(site: Site, add: (figure: Figure) => void): Promise<void> {
  const consultation = await buildStrategyConsultation(4, { partnership: site.partnership });
  const definition = strategyForm(4);
  const asked = { slug: site.partnership.slug, consultation: consultation.id, definition };
  let [from, atFirst] = [0, 0];
  await keepResponding(site, asked, atOnce, 3);
  for (const to of steps) {
    if (to > from) await fillResponses(consultation, definition, { from, to });
    from = Math.max(from, to);
    await keepResponding(site, asked, atOnce, 2);
    const walked = await keepResponding(site, asked, atOnce, secondsEach);
    const { responses, cost, whole, requests } = walked;
    if (responses === 0) throw new Error(`Nobody got to the receipt within ${secondsEach} seconds`);
    const name = `${to.toLocaleString("en-GB")} there already`;
    add({ name: `${name}: responses`, value: responses / cost.seconds, unit: "1/s", of: `${responses} in ${cost.seconds.toFixed(1)} s, ${atOnce} at once` });
    addCost(add, name, walked);
    add({ name: `${name}: whole response, median`, value: median(whole), unit: "ms" });
    const sending = requests.filter(({ page, method }) => page === "check-answers" && method === "POST").map(({ ms }) => ms);
    add({ name: `${name}: sending, p95`, value: quantile(sending, 0.95), unit: "ms", of: `${sending.length} requests` });
    const each = ((cost.server ?? 0) + (cost.database ?? 0)) / responses;
    if (to === 0) atFirst = each;
    else if (each > 0) add({ name: `${name}: server and database together, of the first`, value: each / atFirst, unit: "ratio" });
    const connection = connect(site.url);
    const { ms, status } = await fetchPage(connection, site.url, resultsPath(site.partnership, consultation), { cookie: site.officer });
    await connection.close();
    if (status !== 200) throw new Error(`The results page was answered with ${status}`);
    add({ name: `${name}: results page that counts these first`, value: ms, unit: "ms" });
  }
}
