// A partnership of 400 organisations and 40 bodies with ten years of meetings: each of its pages, first and then again and again.
import { fillStructure, sizes, type Structure } from "./fill-structure.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { connect, fetchPage, type Site } from "./site.ts";
import { buildPerson, signInCookie } from "../support/factories.ts";
import { listUrls } from "../support/urls.ts";

const times = 15;
/** No page takes longer, at the median. */
const most = 150;

/** The addresses of the table that are about the partnership's own life, with what was made put in. */
function pagesOf(slug: string, made: Structure): string[] {
  const given: Record<string, string> = { ...made, partnership: slug, paper: `paper-${made.meeting}-0` };
  const about =
    /^\/:partnership\/(office\/)?(partnership(\/set-up)?$|organisations|bodies|networks|meetings|decisions|structure|standing|safeguards|delegations|disputes|due|actions|how-we-work|people\.json|my-)/;
  const contacts = [["organisations", `contact-${made.organisation}`], ["bodies", `contact-${made.bodyId}`], ["standing", "contact-complaints"]] as const;
  const valueOf = (path: string, name: string) => {
    if (name === "contact") return contacts.find(([of]) => path.includes(`/${of}/`))?.[1];
    return name === "meeting" && path.endsWith("/attend") ? made.nextMeeting : given[name];
  };
  return listUrls()
    .map(({ path }) => path)
    .filter((path) => about.test(path))
    .map((path) => path.replace(/:(\w+)/g, (whole, name: string) => valueOf(path, name) ?? whole));
}

/** What those see who sit, whatever else they may do. */
const isMembers = (path: string) => /\/(my-seats|attend|take-part|report-back|comments|mine)(\/|$)/.test(path);

export async function measureStructure(site: Site, add: (figure: Figure) => void): Promise<void> {
  const sitter = await buildPerson({ name: "Somebody who sits" });
  const member = (await signInCookie(sitter)).split(";", 1)[0]!;
  const made = await fillStructure(site.partnership, sitter.id, new Date());
  const connection = connect(site.url);
  const medians: number[] = [];
  for (const path of pagesOf(site.partnership.slug, made)) {
    const taken: number[] = [];
    let answered = 200;
    for (let time = 0; time <= times && answered === 200; time++) {
      const { status, ms } = await fetchPage(connection, site.url, path, { cookie: isMembers(path) ? member : site.officer });
      answered = status;
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
