// The pages that are for whoever is signed in, found as people find them: by following links from where their work begins.
import { matchPath } from "@remix-run/react";
import type { APIRequestContext } from "playwright/test";
import { listUrls } from "./urls.ts";

/** An address, the line of the table of URLs it belongs to, and who came to it. */
export type Found = { url: string; address: string; who: string };

const notPages = /\.(csv|xlsx|json|ics|atom|zip|blt|con)$|\/file$|\/files\/|\/photo$|\/counts$|\/sign-out/;
const urls = listUrls().map(({ path }) => path);
/** Those of the table that draw a page of the office or of one's account. */
export const officeUrls = urls.filter((url) => /^\/(account|:partnership\/office)/.test(url) && !notPages.test(url));

// because each of these is at another stage, and has pages that the others have not
const consultationUrl = "/:partnership/office/consultations/:consultation";
const stages = new Map([
  ["/:partnership/office", 8],
  ["/:partnership/office/elections/:election", 12],
  [consultationUrl, 8],
  [`${consultationUrl}/analysis`, 8],
]);

const links = /<a\b[^>]*?\bhref="([^"]+)"/g;
const opening = /<form\b(?=[^>]*?\bmethod="get")[^>]*?\baction="([^"]+)"/g;

export async function signInAs(request: APIRequestContext, name: string): Promise<void> {
  const page = await (await request.get("/demonstration/people")).text();
  const person = new RegExp(`<button[^>]*\\bvalue="([^"]+)"[^>]*>[^<]*${name}`).exec(page)?.[1];
  if (!person) throw new Error(`The demonstration has nobody called ${name}`);
  await request.post("/demonstration/people", { form: { person } });
}

/** Up to `most` addresses for each line of the table that this person, who is signed in, comes to from these. */
export async function follow(request: APIRequestContext, who: string, from: readonly string[], most: number): Promise<Found[]> {
  const found: Found[] = [];
  const seen = new Set(from);
  const queue = [...from];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const url = urlOf(address);
    if (!url || !officeUrls.includes(url) || found.filter((other) => other.url === url).length >= (stages.get(url) ?? most)) continue;
    const answer = await request.get(address, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    found.push({ url, address, who });
    const html = await answer.text();
    for (const [, written = ""] of [...html.matchAll(links), ...html.matchAll(opening)]) {
      const [next = ""] = written.replaceAll("&amp;", "&").split("#");
      if (!next.startsWith("/") || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return found;
}

function urlOf(address: string): string | undefined {
  const { pathname } = new URL(address, "http://localhost");
  return urls.find((url) => matchPath(url, pathname) !== null);
}
