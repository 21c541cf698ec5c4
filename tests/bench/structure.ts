// A partnership of 400 organisations and 40 bodies with ten years of meetings: each of its pages, first and then again and again.
import { fillStructure, sizes, type Structure } from "./fill-structure.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { connect, fetchPage, type Site } from "./site.ts";
import { listUrls } from "../support/urls.ts";

const times = 15;
/** No page takes longer, at the median. */
const most = 150;

/** The addresses of the table that are about the partnership's own life, with what was made put in. */
function pagesOf(slug: string, made: Structure): string[] {
  const given: Record<string, string> = {
    ...{ partnership: slug, organisation: made.organisation, body: made.body, network: made.network, meeting: made.meeting, item: made.item },
    ...{ decision: made.decision, appointment: made.appointment, member: made.member, paper: `paper-${made.meeting}-0` },
  };
  const about = /^\/:partnership\/(office\/)?(partnership$|organisations|bodies|networks|meetings|decisions|structure|delegations|disputes|how-we-work|people\.json|my-)/;
  return listUrls()
    .map(({ path }) => path)
    .filter((path) => about.test(path))
    .map((path) => path.replace(/:(\w+)/g, (whole, name: string) => given[name] ?? whole))
    .filter((path) => !path.includes(":"));
}

export async function measureStructure(site: Site, add: (figure: Figure) => void): Promise<void> {
  const made = await fillStructure(site.partnership, site.officerId, new Date());
  const connection = connect(site.url);
  const medians: number[] = [];
  for (const path of pagesOf(site.partnership.slug, made)) {
    const taken: number[] = [];
    let answered = 200;
    for (let time = 0; time <= times; time++) {
      const { status, ms } = await fetchPage(connection, site.url, path, { cookie: site.officer });
      answered = status;
      if (status !== 200) break;
      taken.push(ms);
    }
    // because some of the table are what one is sent away from, or wait for a form
    if (answered !== 200) {
      add({ name: `${path}: answered`, value: answered, unit: "requests", of: "not measured" });
      continue;
    }
    const [first = 0, ...after] = taken;
    medians.push(median(after));
    add({ name: path, value: median(after), unit: "ms", of: `median of ${times}; first ${Math.round(first)} ms, p95 ${Math.round(quantile(after, 0.95))} ms` });
  }
  await connection.close();
  add({ name: "pages over 150 ms", value: medians.filter((ms) => ms > most).length, unit: "requests", of: `of ${medians.length} pages; ${sizes.organisations} organisations, ${sizes.bodies} bodies, ${sizes.years} years of meetings` });
  add({ name: "the slowest page", value: Math.max(...medians), unit: "ms" });
}
