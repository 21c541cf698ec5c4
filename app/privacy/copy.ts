// The copy of what is held of somebody (UK GDPR Art 15), as a page that can be read and printed without Folkmoot.
import { directionOf } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { heldKinds, type Thing } from "./holding.ts";

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

/** An entry of the audit log about somebody, in words. */
export type LogLine = { at: Date; what: string };

/** Under which name a file lies in the copy. */
export function fileNameIn({ id, name }: { id: string; name: string }): string {
  return `files/${id}-${name.replace(/[/\\]/g, "-")}`;
}

/** The copy as HTML, whole and without anything from elsewhere. */
export function copyAsHtml(things: readonly Thing[], log: readonly LogLine[], { site, madeAt }: { site: string; madeAt: Date }, words: Words): string {
  const { t, instant, language } = words;
  const title = t("privacy:copy.title", { site });
  const rows = (all: readonly { label: string; value: string }[]) =>
    `<dl>${all.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd dir="auto">${lines(value)}</dd>`).join("")}</dl>`;
  const files = ({ files: all }: Thing) =>
    all.map((file) => `<p><a href="${escaped(encodeURI(fileNameIn(file)))}">${escaped(file.name)}</a></p>`).join("");
  const sections = heldKinds.flatMap((kind) => {
    const own = things.filter((thing) => thing.kind === kind);
    return own.length === 0 ? [] : [`<h2>${escaped(t(`privacy:held.${kind}`))}</h2>`, ...own.map((thing) => `<section>${rows(thing.rows)}${files(thing)}</section>`)];
  });
  const logged = log.map(({ at, what }) => `<li>${escaped(instant(at))}: ${escaped(what)}</li>`).join("");
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:18px/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}section{border-top:1px solid #888;padding:1em 0}dt{font-weight:bold}dd{margin:0 0 .7em}</style>
</head><body><h1>${escaped(title)}</h1><p>${escaped(t("privacy:copy.made", { at: instant(madeAt) }))}</p>
${sections.join("\n")}
${log.length === 0 ? "" : `<h2>${escaped(t("privacy:copy.log"))}</h2><p>${escaped(t("privacy:copy.log-text"))}</p><ul>${logged}</ul>`}
<p>${escaped(t("privacy:copy.rights"))}</p></body></html>
`;
}
