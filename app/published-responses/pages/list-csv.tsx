// The published responses that are wanted as CSV, an answer a line, in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { answersOf, columnNames, rowsOf } from "../answers.ts";
import { readFilter } from "../filter.ts";
import { findPublicResponses, notForSearchEngines } from "../find.server.ts";
import { publishedResponsePath } from "../paths.ts";
import { listPublic } from "../public.store.server.ts";

/** Responses read at once. */
const run = 500;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, latest, asked, extent } = await findPublicResponses(args);
  if (!extent) throw notFound();
  const { language } = args.context;
  const words = wordsFor(language);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const address = (reference: string) => siteOfPartnership(partnership) + pathInLanguage(publishedResponsePath(partnership, consultation, reference), language);
  const runs = async function* () {
    for (let after: string | null = null; ; ) {
      const { responses, nextAfter } = await listPublic(db(), extent, { filter, after, most: run });
      yield responses.flatMap((response) => rowsOf({ ...response, address: address(response.reference), answers: answersOf(response, asked.put, asked.questions) }, words));
      if (nextAfter === null) return;
      after = nextAfter;
    }
  };
  const header = columnNames.map((name) => words.t(`published-responses:column.${name}`));
  const download = csvDownload(`responses-${consultation.id}-${latest.number}.csv`, header, runs());
  download.headers.set("X-Robots-Tag", notForSearchEngines["X-Robots-Tag"]);
  return download;
}
