// What an officer who reads opens among a hundred thousand answers: the questions, many texts, one, and the next one; all of
// them, those searched for, and those of some responses.
import { agreementsPath, codersPath, codeCountsPath, readingPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { db, pool } from "#app/shared/db.server.ts";
import { codeAll } from "./coded.ts";
import { consultationOf } from "./filled.ts";
import { median, quantile, type Figure } from "./figures.ts";
import { connect, fetchPage, type Site } from "./site.ts";

const size = 100_000;
const times = 20;
const questionId = "future-words";
/** The most that are wanted, on the server. */
const targets = { open: 150, next: 50 };

export async function measureReading(site: Site, add: (figure: Figure) => void): Promise<void> {
  const consultation = await consultationOf(site, size);
  await db().consultation.update({ where: { id: consultation.id }, data: { frozenAt: new Date() } });
  await makeSet({ consultationId: consultation.id }, () => new Date());
  // half of them by whoever reads here
  await codeAll(consultation, questionId, [site.officerId, "bench"]);
  // because a table that grew over weeks has been looked after by the database in between
  for (const table of ["SetResponse", "AnswerText", "Coding", "Code", "Codeframe"]) await pool().query(`VACUUM (ANALYZE) "${table}"`);
  const texts = await db().answerText.findMany({ where: { consultationId: consultation.id, questionId }, select: { id: true, text: true }, orderBy: { id: "asc" } });
  const ids = texts.map(({ id }) => id);
  const word = /\p{L}{5,}/u.exec(texts[0]?.text ?? "")?.[0] ?? "";
  const codings = await db().coding.count({ where: { text: { consultationId: consultation.id } } });
  const all = await db().answerText.count({ where: { consultationId: consultation.id } });
  add({ name: "texts of the set", value: all, unit: "responses", of: `${ids.length.toLocaleString("en-GB")} of one question, which carry ${codings.toLocaleString("en-GB")} codes` });
  const here = readingPath(site.partnership, consultation, questionId);
  const ways = { "all of them": "", "a word searched for": `?q=${encodeURIComponent(word)}`, "two words of a phrase": `?q=${encodeURIComponent(`"${texts[0]?.text.split(/\s+/).slice(1, 3).join(" ") ?? ""}"`)}`, "of some responses": "?language=cy&answer=bus:often", "by letter, with a word": `?channel=letter&q=${encodeURIComponent(word)}` };
  const connection = connect(site.url);
  const open = async (path: string) => {
    const { status, ms, body } = await fetchPage(connection, site.url, path, { cookie: site.officer });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    return { ms, html: body.toString("utf8") };
  };
  const first = await open(readingPath(site.partnership, consultation));
  add({ name: "the questions: first", value: first.ms, unit: "ms", of: `at most ${targets.open} ms` });
  for (const [way, query] of Object.entries(ways)) {
    const opened: number[] = [];
    for (let time = 0; time <= times; time++) opened.push((await open(`${here}${query}`)).ms);
    add({ name: `many, ${way}: first`, value: opened[0] ?? Number.NaN, unit: "ms", of: `at most ${targets.open} ms` });
    add({ name: `many, ${way}: median`, value: median(opened.slice(1)), unit: "ms", of: `${times} times` });
    const [pages, nexts]: [number[], number[]] = [[], []];
    for (let time = 0; time < times * 5; time++) {
      const one = `${here}/${ids[Math.floor((time / (times * 5)) * ids.length)]}`;
      // what the browser asks for when somebody goes on with a key, and what it opens without scripts
      nexts.push((await open(`${one}.data${query === "" ? "?" : `${query}&`}_routes=analysis%2Fpages%2Freading-text`)).ms);
      pages.push((await open(`${one}${query}`)).ms);
    }
    add({ name: `one, ${way}: median`, value: median(pages), unit: "ms", of: `${pages.length} of them, at most ${targets.open} ms` });
    add({ name: `the next, ${way}: median`, value: median(nexts), unit: "ms", of: `${nexts.length} of them, at most ${targets.next} ms` });
    add({ name: `the next, ${way}: p95`, value: quantile(nexts, 0.95), unit: "ms" });
  }
  for (const [page, path] of Object.entries(wholes(site, consultation))) {
    const opened: number[] = [];
    for (let time = 0; time < 5; time++) opened.push((await open(path)).ms);
    add({ name: `${page}: median`, value: median(opened), unit: "ms", of: `${opened.length} times` });
  }
  await connection.close();
}

/** What is counted of all that was coded. */
function wholes({ partnership }: Site, consultation: { id: string }): Record<string, string> {
  return {
    "codes counted": codeCountsPath(partnership, consultation, { number: 1 }),
    "how far coders are": codersPath(partnership, consultation),
    "how far two readings agree": agreementsPath(partnership, consultation),
  };
}
