// What was decided lately, as an Atom feed in the language of its address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { feedAsXml } from "#app/shared/atom.ts";
import { db } from "#app/shared/db.server.ts";
import { stableUrn } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listDecided } from "../decisions.store.server.ts";
import { decisionPath, decisionsAtomPath, decisionsPath } from "../paths.ts";

const most = 50;

export async function loader({ params, context: { now, language } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { decisions } = await listDecided(db(), { partnershipId: partnership.id, most });
  const words = wordsFor(language);
  const address = (path: string) => siteOfPartnership(partnership) + pathInLanguage(path, language);
  const name = textIn(partnership.name, language);
  const xml = feedAsXml({
    id: stableUrn(`decisions of ${partnership.id} in ${language}`),
    language,
    title: { text: words.t("decisions:feed.of", { partnership: name.text }), language },
    author: name,
    self: address(decisionsAtomPath(partnership)),
    page: address(decisionsPath(partnership)),
    // because a feed of nothing has still been made at some time, and always the same
    updatedAt: decisions[0]?.outcomeAt ?? new Date(0),
    entries: decisions.map(({ id, title, text, topic, outcome, outcomeAt, decidedOn, body }) => {
      const said = { title: textIn(title, language).text, body: textIn(body.name, language).text, date: words.date(decidedOn ?? "") };
      return {
        ...{ id: stableUrn(`decision ${id} in ${language}`), title: textIn(title, language), address: address(decisionPath(partnership, { id })) },
        summary: { text: `${words.t(`decisions:letter.outcome.${outcome}`, said)}\n\n${textIn(text, language).text}`, language },
        ...{ publishedAt: outcomeAt ?? now, updatedAt: outcomeAt ?? now, categories: [{ id: topic, label: words.t(`decisions:topic.${topic}`) }] },
      };
    }),
  });
  return new Response(xml, { headers: { ...keepPage(partnership.id, now), "Content-Type": "application/atom+xml; charset=utf-8", "Access-Control-Allow-Origin": "*" } });
}
