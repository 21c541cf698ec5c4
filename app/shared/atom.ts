// An Atom feed (RFC 4287) as text.
import { directionOf, type Language } from "./languages.ts";

export type FeedText = { text: string; language: Language };

export type Feed = {
  /** Never changes, wherever the feed is served from. */
  id: string;
  language: Language;
  title: FeedText;
  author: FeedText;
  /** This feed, and the page it tells of. */
  self: string;
  page: string;
  updatedAt: Date;
  entries: {
    id: string;
    title: FeedText;
    summary: FeedText;
    address: string;
    publishedAt: Date;
    updatedAt: Date;
    categories: { id: string; label: string }[];
  }[];
};

/** The feed as XML in UTF-8. What XML cannot hold, such as control characters, is left out of its texts. */
export function feedAsXml(feed: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${escaped(feed.id)}</id>`,
    textElement("title", feed.title),
    `<updated>${feed.updatedAt.toISOString()}</updated>`,
    `<author><name>${escaped(isolated(feed.author))}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${feed.language}" href="${escaped(feed.page)}"/>`,
    '<generator>Folkmoot</generator>',
    ...feed.entries.flatMap((entry) => [
      "<entry>",
      `<id>${escaped(entry.id)}</id>`,
      textElement("title", entry.title),
      `<link rel="alternate" type="text/html" hreflang="${feed.language}" href="${escaped(entry.address)}"/>`,
      `<published>${entry.publishedAt.toISOString()}</published>`,
      `<updated>${entry.updatedAt.toISOString()}</updated>`,
      textElement("summary", entry.summary),
      ...entry.categories.map(({ id, label }) => `<category term="${escaped(id)}" label="${escaped(label)}"/>`),
      "</entry>",
    ]),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function textElement(name: "title" | "summary", content: FeedText): string {
  return `<${name} type="text" xml:lang="${content.language}">${escaped(isolated(content))}</${name}>`;
}

/** Led by a mark of its direction where it reads from the right, because a feed cannot say so otherwise. */
function isolated({ text, language }: FeedText): string {
  return directionOf(language) === "rtl" ? `\u200F${text}` : text;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  // because a well-formed document has no other character below the space, no half of one and no non-character
  const allowed = text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  return allowed.replaceAll(/[&<>"]/g, (character) => entities[character]!);
}
