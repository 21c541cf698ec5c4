// What officers write in a section: paragraphs, and lists of lines that begin with a dash or a number.

export type Prose = { kind: "paragraph"; text: string } | { kind: "list"; isNumbered: boolean; items: string[] };

const dash = /^\s*[-•*–]\s+/u;
const number = /^\s*\p{Nd}{1,2}[.)]\s+/u;

/** The text in its parts. Blank lines part them; lines of a list that follow one another are one list. */
export function proseOf(text: string): Prose[] {
  const parts: Prose[] = [];
  let isOpen = false;
  for (const written of text.split(/\r?\n/)) {
    if (written.trim() === "") {
      isOpen = false;
      continue;
    }
    const mark = dash.exec(written) ?? number.exec(written);
    const last = parts.at(-1);
    if (mark) {
      const isNumbered = !dash.test(written);
      const item = written.slice(mark[0].length).trim();
      if (last?.kind === "list" && last.isNumbered === isNumbered) last.items.push(item);
      else parts.push({ kind: "list", isNumbered, items: [item] });
    } else if (isOpen && last?.kind === "paragraph") last.text += ` ${written.trim()}`;
    else if (isOpen && last?.kind === "list") last.items[last.items.length - 1] += ` ${written.trim()}`;
    else parts.push({ kind: "paragraph", text: written.trim() });
    isOpen = true;
  }
  return parts;
}
