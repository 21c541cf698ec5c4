// What an officer who follows a consultation opens: each page by itself, first and then again and again.
import { answersPath, countsPath, crossTabulationPath, flagsPath, officeConsultationPath, progressPath, resultsPath } from "#app/consultations/office-paths.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { consultationOf, sizes } from "./filled.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { connect, fetchPage, startMeter, type Site } from "./site.ts";

const times = 20;

export async function measureResults(site: Site, add: (figure: Figure) => void): Promise<void> {
  const medians = new Map<string, number>();
  for (const size of sizes) {
    const consultation = await consultationOf(site, size);
    const pages = {
      "the results page": resultsPath(site.partnership, consultation),
      "the results of some": `${resultsPath(site.partnership, consultation)}?language=cy&answer=bus:often`,
      "one question by another, of some": `${crossTabulationPath(site.partnership, consultation)}?rows=bus&columns=heat&channel=letter`,
      "one question by another": `${crossTabulationPath(site.partnership, consultation)}?rows=bus&columns=heat`,
      "several choices by another": `${crossTabulationPath(site.partnership, consultation)}?rows=best&columns=services.roads`,
      "what people wrote": answersPath(site.partnership, consultation, "future-words"),
      "the consultation's page": officeConsultationPath(site.partnership, consultation),
      "how it is going": progressPath(site.partnership, consultation),
      "its flags": flagsPath(site.partnership, consultation),
      "its counts": countsPath(site.partnership, consultation),
      "the list of consultations": officePath(site.partnership),
    };
    for (const [page, path] of Object.entries(pages)) {
      const taken: number[] = [];
      const connection = connect(site.url);
      let stop = startMeter(site);
      for (let time = 0; time <= times; time++) {
        // because the first is told by itself
        if (time === 1) stop = startMeter(site);
        const { status, ms, body } = await fetchPage(connection, site.url, path, { cookie: site.officer });
        if (status !== 200 || body.length === 0) throw new Error(`${path} was answered with ${status}`);
        taken.push(ms);
      }
      const cost = stop();
      await connection.close();
      const [first = 0, ...after] = taken;
      const name = `${page}, ${size.toLocaleString("en-GB")} responses`;
      add({ name: `${name}: first`, value: first, unit: "ms" });
      add({ name: `${name}: median`, value: median(after), unit: "ms", of: `${times} times` });
      add({ name: `${name}: p95`, value: quantile(after, 0.95), unit: "ms", of: `${times} times` });
      if (cost.server !== undefined && cost.database !== undefined) {
        add({ name: `${name}: processor of server and database`, value: ((cost.server + cost.database) * 1000) / times, unit: "ms", of: `of the database ${Math.round((cost.database * 1000) / times)} ms` });
      }
      if (size === sizes[0]) medians.set(page, median(after));
      if (size === sizes.at(-1)) add({ name: `${name}: of its time at ${sizes[0]}`, value: median(after) / (medians.get(page) ?? Number.NaN), unit: "ratio" });
    }
  }
}
