// Plain text out of the HTML or Markdown that other programs keep their wording in.
import type { ReasonCode } from "./left-out.ts";

const entities: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", pound: "£", euro: "€", hellip: "…", middot: "·", copy: "©" },
  ...{ ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", bull: "•", deg: "°", acirc: "â", ecirc: "ê", icirc: "î" },
  ...{ ocirc: "ô", ucirc: "û", wcirc: "ŵ", ycirc: "ŷ", eacute: "é", Acirc: "Â", Ocirc: "Ô" },
};

const lost = new Map<string, ReasonCode>([
  ...(["img", "picture", "svg"] as const).map((tag) => [tag, "lost-picture"] as const),
  ...(["video", "audio", "iframe", "object", "embed"] as const).map((tag) => [tag, "lost-film"] as const),
  ...(["form", "input", "select", "textarea"] as const).map((tag) => [tag, "lost-fields"] as const),
  ...[["script", "lost-script"] as const, ["table", "lost-table"] as const],
]);

/** What a text in HTML or Markdown holds that plain text cannot: pictures, films, scripts, each once. */
export function lostInPlainText(text: string): ReasonCode[] {
  const found = [...text.matchAll(/<([a-z]{3,8})\b/gi)].flatMap(([, tag = ""]) => lost.get(tag.toLowerCase()) ?? []);
  return [...new Set(/!\[[^\]\n]{0,500}\]\(/.test(text) ? [...found, "lost-picture" as const] : found)];
}

/** The words alone: paragraphs and list items on lines of their own, the address of a link after it. */
export function plainFromHtml(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html);
  const text = html
    .replace(/<(script|style|svg)\b[^]*?(<\/\1\s*>|$)/gi, "")
    .replace(/<!--[^]*?(-->|$)/g, "")
    .replace(/<a\s[^>]*?href\s*=\s*["']?(https?:[^"'\s>]+)[^>]*>([^]*?)<\/a\s*>/gi, (_, address: string, words: string) =>
      words.includes(address) ? words : `${words} (${address})`,
    )
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<(br|hr)\b[^>]*>/gi, "\n")
    .replace(/<\/(p|div|h[1-6]|ul|ol|table|blockquote|section)\s*>/gi, "\n\n")
    .replace(/<\/?tr\b[^>]*>/gi, "\n")
    .replace(/<\/?[a-z][^>]{0,5000}>/gi, "")
    .replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});/gi, (whole, name: string) => entity(name) ?? whole);
  return tidy(text);
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** The words alone of Markdown, which may hold HTML. */
export function plainFromMarkdown(markdown: string): string {
  const text = markdown
    .replace(/^ {0,3}#{1,6}\s+/gm, "")
    .replace(/!\[([^\]\n]{0,500})\]\([^)\s]{0,2000}\)/g, "$1")
    .replace(/\[([^\]\n]{1,500})\]\(([^)\s]{1,2000})[^)\n]{0,500}\)/g, "$1 ($2)")
    .replace(/\*\*([^*\n]{1,2000})\*\*/g, "$1")
    .replace(/^ {0,3}\*\s+/gm, "- ");
  return plainFromHtml(text);
}

// No NUL and no half of a surrogate pair, which PostgreSQL's JSON does not take.
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "")
    .replace(/[^\P{Control}\t\n]/gu, "")
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
