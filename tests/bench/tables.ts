// One question by another in a set of a hundred thousand responses: the first page reads them, all others count them in memory.
import { surveyDesignPath, setTablesPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { consultationOf, sizes } from "./filled.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { connect, fetchPage, type Site } from "./site.ts";

const times = 20;
/** What issue 7 allows a cross-tabulation of a hundred thousand responses. */
const mostMs = 300;

export async function measureTables(site: Site, add: (figure: Figure) => void): Promise<void> {
  const size = sizes.at(-1)!;
  const consultation = await consultationOf(site, size);
  const frozenAt = new Date();
  await db().consultation.update({ where: { id: consultation.id }, data: { closesAt: new Date(frozenAt.getTime() - 3_600_000), frozenAt } });
  const begun = performance.now();
  await makeSet({ consultationId: consultation.id }, () => new Date());
  add({ name: `a set of ${size.toLocaleString("en-GB")} responses is made`, value: (performance.now() - begun) / 1000, unit: "s" });
  const tables = setTablesPath(site.partnership, consultation, { number: 1 });
  const pages = {
    "one question by another": `${tables}?rows=bus&columns=heat`,
    "several choices by another": `${tables}?rows=best&columns=services.roads`,
    "one by another, of some": `${tables}?rows=bus&columns=heat&channel=letter&answer=bus:often`,
    "how people came to answer (control)": surveyDesignPath(site.partnership, consultation),
  };
  for (const [page, path] of Object.entries(pages)) {
    const connection = connect(site.url);
    const taken: number[] = [];
    for (let time = 0; time <= times; time++) {
      const { status, ms } = await fetchPage(connection, site.url, path, { cookie: site.officer });
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      taken.push(ms);
    }
    await connection.close();
    const [first = 0, ...after] = taken;
    add({ name: `${page}: first`, value: first, unit: "ms" });
    add({ name: `${page}: median`, value: median(after), unit: "ms", of: `${times} times; at most ${mostMs} ms` });
    add({ name: `${page}: p95`, value: quantile(after, 0.95), unit: "ms" });
  }
}
