// A small PDF made by hand, tagged so that a screen reader reads its paragraphs in order, in their language.

type Content = { title: string; /** BCP 47. */ language: string; paragraphs: string[] };

const margin = 72;
const width = 595;
const height = 842;
const lineHeight = 17;
const charactersInLine = 82;

type Line = { text: string; /** The paragraph it belongs to. */ of: number };

/** Paragraphs in one of PDF's own fonts, on as many A4 pages as they take. Only letters of Latin 1. */
export function makePdf({ title, language, paragraphs }: Content): Buffer {
  const pages = pagesOf([title, ...paragraphs]);
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  // The numbers of the objects, in the order in which they are added below.
  const [catalog, tree, font, root, pageAt] = [1, 2, 3, 4, 5];
  const contentAt = pageAt + pages.length;
  const paragraphAt = contentAt + pages.length;
  const parts = partsOf(pages);
  add(
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (${language}) /MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${pageAt + page} 0 R`).join(" ")}] >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const numbers = pages.map((_, page) => `${page} [${parts.filter((part) => part.page === page).map((part) => `${paragraphAt + part.of} 0 R`).join(" ")}]`);
  add(
    `<< /Type /StructTreeRoot /K [${[title, ...paragraphs].map((_, of) => `${paragraphAt + of} 0 R`).join(" ")}] /ParentTree << /Nums [${numbers.join(" ")}] >> >>`,
  );
  for (const page of pages.keys()) {
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F ${font} 0 R >> >> /Contents ${contentAt + page} 0 R /StructParents ${page} /Tabs /S >>`,
    );
  }
  for (const [page, lines] of pages.entries()) {
    const drawn = draw(lines, parts.filter((part) => part.page === page));
    add(`<< /Length ${Buffer.byteLength(drawn, "latin1")} >>\nstream\n${drawn}\nendstream`);
  }
  for (const of of [title, ...paragraphs].keys()) {
    const marked = parts.filter((part) => part.of === of).map((part) => `<< /Type /MCR /Pg ${pageAt + part.page} 0 R /MCID ${part.mark} >>`);
    add(`<< /Type /StructElem /S /${of === 0 ? "H1" : "P"} /P ${root} 0 R /K [${marked.join(" ")}] >>`);
  }
  add(`<< /Title (${escaped(title)}) >>`);
  return file(objects, catalog, objects.length);
}

function pagesOf(paragraphs: string[]): Line[][] {
  const lines = paragraphs.flatMap((paragraph, of) => [...wrapped(paragraph).map((text) => ({ text, of })), { text: "", of: -1 }]);
  const inPage = Math.floor((height - 2 * margin) / lineHeight);
  return Array.from({ length: Math.ceil(lines.length / inPage) }, (_, page) => lines.slice(page * inPage, (page + 1) * inPage));
}

function wrapped(paragraph: string): string[] {
  const lines = [""];
  for (const word of paragraph.split(" ")) {
    const last = lines[lines.length - 1] ?? "";
    if (last.length + word.length + 1 > charactersInLine) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

/** A paragraph's share of a page, with its mark there. */
type Part = { page: number; mark: number; of: number };

function partsOf(pages: Line[][]): Part[] {
  return pages.flatMap((lines, page) =>
    [...new Set(lines.map(({ of }) => of).filter((of) => of >= 0))].map((of, mark) => ({ page, mark, of })),
  );
}

function draw(lines: Line[], parts: Part[]): string {
  const marked = parts.map(({ of, mark }) => {
    const own = lines.map((line, index) => ({ ...line, index })).filter((line) => line.of === of);
    const shown = own.map(({ text, index }) => `1 0 0 1 ${margin} ${height - margin - index * lineHeight} Tm (${escaped(text)}) Tj`);
    return `/${of === 0 ? "H1" : "P"} << /MCID ${mark} >> BDC\nBT /F ${of === 0 ? 15 : 12} Tf\n${shown.join("\n")}\nET\nEMC`;
  });
  return marked.join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}

function file(objects: string[], root: number, about: number): Buffer {
  let written = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const places = objects.map((body, index) => {
    const place = written.length;
    written += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = written.length;
  written += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  written += `trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R /Info ${about} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(written, "latin1");
}
