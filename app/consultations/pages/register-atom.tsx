// What is new among a partnership's consultations, as an Atom feed in the language of its address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { stableUrn } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { feedAsXml } from "#app/shared/atom.ts";
import { turningPoints } from "../life.ts";
import { consultationPath, consultationsAtomPath, consultationsPath } from "../paths.ts";
import { listLatelyChanged } from "../register.store.server.ts";
import { isSearch, readSearch, searchQuery } from "../register.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { now, language } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const search = readSearch(new URL(request.url).searchParams);
  const happened = await listLatelyChanged(db(), { partnershipId: partnership.id, search, now });
  const words = wordsFor(language);
  const address = (path: string) => siteOfPartnership(partnership) + pathInLanguage(path, language);
  const query = searchQuery(search);
  const name = textIn(partnership.name, language);
  const xml = feedAsXml({
    id: stableUrn(`consultations of ${partnership.id} in ${language}${query}`),
    language,
    title: { text: words.t("consultations:register.feed", { partnership: name.text }), language },
    author: name,
    self: address(consultationsAtomPath(partnership)) + query,
    page: address(consultationsPath(partnership)) + query,
    // because a feed of nothing has still been made at some time, and always the same
    updatedAt: happened[0]?.updatedAt ?? new Date(0),
    entries: happened.map(({ consultation, updatedAt }) => ({
      id: stableUrn(`consultation ${consultation.id} in ${language}`),
      title: textIn(consultation.title, language),
      summary: textIn(consultation.summary, language),
      address: address(consultationPath(partnership, consultation)),
      publishedAt: consultation.publishedAt ?? updatedAt,
      updatedAt,
      categories: consultation.topics.map((topic) => ({ id: topic, label: words.t(`consultations:topic.${topic}`) })),
    })),
  });
  const kept = isSearch(search) ? null : keepPage(partnership.id, now, happened.flatMap(({ consultation }) => turningPoints(consultation)));
  return new Response(xml, { headers: { ...kept, "Content-Type": "application/atom+xml; charset=utf-8", "Access-Control-Allow-Origin": "*" } });
}
