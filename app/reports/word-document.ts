// A report as the parts of a .docx file (ECMA-376, WordprocessingML): headings that a reader can go by, tables whose first row is told
// as one and stands again on each page, and every run of words in its language and direction.
import { directionOf, type Language } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { Block, Cell, DrawnSection, Said, Table } from "./blocks.ts";

export type AboutDocument = { title: string; caption: Said; creator: string; language: Language; madeAt: Date; front: readonly Said[]; address: string };

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const tags: Record<Language, string> = { en: "en-GB", cy: "cy-GB", ur: "ur-PK" };

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text that XML 1.0 can hold. */
function plain(text: string): string {
  // [XML 1.0, 2.2] what is no Char, the lone halves of a pair among it
  const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return text.replace(unwritable, "\uFFFD").replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** Words in their language; a run that is written from the right says so. */
function run({ text, language }: Said, properties = ""): string {
  const isFromRight = directionOf(language) === "rtl";
  const lang = isFromRight ? `<w:lang w:bidi="${tags[language]}"/>` : `<w:lang w:val="${tags[language]}"/>`;
  const inLines = plain(text).split(/\r\n|\r|\n/).map((line) => `<w:t xml:space="preserve">${line}</w:t>`);
  return `<w:r><w:rPr>${properties}${isFromRight ? "<w:rtl/>" : ""}${lang}</w:rPr>${inLines.join("<w:br/>")}</w:r>`;
}

const bold = "<w:b/><w:bCs/>";

function paragraph(said: readonly Said[], style: string, { of, more = "", side = "", look = "" }: { of: Language; more?: string; side?: string; look?: string }): string {
  const bidi = directionOf(of) === "rtl" ? "<w:bidi/>" : "";
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}${bidi}${side}</w:pPr>${said.map((one) => run(one, look)).join("")}</w:p>`;
}

/** A list of its own: a numbered one begins at one again. */
class Lists {
  readonly numbers: number[] = [];

  next(isNumbered: boolean): number {
    if (!isNumbered) return 1;
    this.numbers.push(this.numbers.length + 2);
    return this.numbers.length + 1;
  }
}

function tableXml({ caption, columns, rows, chart }: Table, language: Language): string {
  const bidi = directionOf(language) === "rtl" ? "<w:bidiVisual/>" : "";
  const cell = (one: Cell | { heading: Said; isNumber: boolean }, look: string) => {
    const [said, isNumber] = "heading" in one ? [one.heading, one.isNumber] : [one, one.isNumber];
    return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph([said], "TableText", { of: said.language, side: isNumber ? '<w:jc w:val="end"/>' : "", look })}</w:tc>`;
  };
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map((column) => cell(column, bold)).join("")}</w:tr>`;
  const lines = rows.map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((one, place) => cell(one, place === 0 ? bold : "")).join("")}</w:tr>`);
  const description = chart ? `<w:tblDescription w:val="${plain(chart.description)}"/>` : "";
  return [
    paragraph([caption], "Caption", { of: caption.language, more: "<w:keepNext/>" }),
    ...(chart ? [paragraph([{ text: chart.description, language }], "Normal", { of: language, more: "<w:keepNext/>" })] : []),
    `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>${bidi}<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0460" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${plain(caption.text)}"/>${description}</w:tblPr>`,
    `<w:tblGrid>${columns.map(() => "<w:gridCol/>").join("")}</w:tblGrid>${head}${lines.join("")}</w:tbl>`,
    paragraph([], "Normal", { of: language }),
  ].join("");
}

function blockXml(block: Block, words: Words, lists: Lists, site: string): string {
  const { language, t } = words;
  switch (block.kind) {
    case "heading":
      return paragraph([block.said], block.level === 3 ? "Heading2" : "Heading3", { of: block.said.language });
    case "paragraph":
      return paragraph([block.said], "Normal", { of: block.said.language });
    case "list": {
      const id = lists.next(block.isNumbered);
      const more = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
      return block.items.map((item) => paragraph([item], "ListParagraph", { of: item.language, more })).join("");
    }
    case "table":
      return tableXml(block, language);
    case "quote": {
      const written = block.language === "cy" || block.language === "ur" ? block.language : "en";
      const said = block.segments.map((segment): Said => ("text" in segment ? { text: segment.text, language: written } : { text: t(`moderation:removed.${segment.removed}`), language }));
      return paragraph(said, "Quote", { of: written, more: "<w:keepNext/>" }) + paragraph([{ text: `– ${block.by}`, language }], "QuoteSource", { of: language });
    }
    case "link":
      return paragraph([{ ...block.said, text: `${block.said.text}: ${site}${block.path}` }], "Normal", { of: block.said.language });
  }
}

/** A file in the document, by its name. */
export type Part = { name: string; text: string };

/** Every part of the file. `site` stands before the paths of links. */
export function documentParts(sections: readonly DrawnSection[], { title, caption, creator, language, madeAt, front, address }: AboutDocument, words: Words, site: string): Part[] {
  const lists = new Lists();
  const ours = (text: string): Said => ({ text, language });
  const body = [
    paragraph([caption], "Subtitle", { of: caption.language }),
    paragraph([ours(title)], "Title", { of: language }),
    ...front.map((said) => paragraph([said], "Normal", { of: said.language })),
    paragraph([ours(address)], "Normal", { of: language }),
    ...sections.flatMap(({ title: heading, blocks }) => [paragraph([heading], "Heading1", { of: heading.language }), ...blocks.map((block) => blockXml(block, words, lists, site))]),
  ].join("");
  const bidi = directionOf(language) === "rtl" ? "<w:bidi/>" : "";
  const page = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>${bidi}</w:sectPr>`;
  return [
    { name: "[Content_Types].xml", text: contentTypes },
    { name: "_rels/.rels", text: relations([["officeDocument", "word/document.xml"], ["metadata/core-properties", "docProps/core.xml"]]) },
    { name: "docProps/core.xml", text: coreXml({ title, creator, language, madeAt }) },
    { name: "word/document.xml", text: `${xmlHead}<w:document ${space}><w:body>${body}${page}</w:body></w:document>` },
    { name: "word/styles.xml", text: stylesXml(language) },
    { name: "word/numbering.xml", text: numberingXml(lists.numbers) },
    { name: "word/settings.xml", text: `${xmlHead}<w:settings ${space}><w:defaultTabStop w:val="720"/><w:themeFontLang w:val="${tags.en}" w:bidi="${tags.ur}"/></w:settings>` },
    { name: "word/_rels/document.xml.rels", text: relations([["styles", "styles.xml"], ["numbering", "numbering.xml"], ["settings", "settings.xml"]]) },
  ];
}

const kindOf = (part: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;

const contentTypes = `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kindOf("document.main")}"/><Override PartName="/word/styles.xml" ContentType="${kindOf("styles")}"/><Override PartName="/word/numbering.xml" ContentType="${kindOf("numbering")}"/><Override PartName="/word/settings.xml" ContentType="${kindOf("settings")}"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

function relations(to: readonly (readonly [kind: string, target: string])[]): string {
  const base = (kind: string) => (kind.startsWith("metadata") ? "http://schemas.openxmlformats.org/package/2006/relationships/" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
  const one = to.map(([kind, target], place) => `<Relationship Id="rId${place + 1}" Type="${base(kind)}${kind}" Target="${target}"/>`);
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${one.join("")}</Relationships>`;
}

function coreXml({ title, creator, language, madeAt }: Pick<AboutDocument, "title" | "creator" | "language" | "madeAt">): string {
  const at = `${madeAt.toISOString().slice(0, 19)}Z`;
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${plain(title)}</dc:title><dc:creator>${plain(creator)}</dc:creator><dc:language>${tags[language]}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

function stylesXml(language: Language): string {
  const style = (id: string, name: string, { after = 120, before = 0, size = 24, isBold = false, outline = -1, indent = 0, isNext = false }: { after?: number; before?: number; size?: number; isBold?: boolean; outline?: number; indent?: number; isNext?: boolean }) =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:qFormat/><w:pPr>${isNext ? "<w:keepNext/>" : ""}<w:spacing w:before="${before}" w:after="${after}"/>${indent > 0 ? `<w:ind w:start="${indent}"/>` : ""}${outline >= 0 ? `<w:outlineLvl w:val="${outline}"/>` : ""}</w:pPr><w:rPr>${isBold ? bold : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
  const lines = ["top", "bottom", "insideH"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join("");
  return [
    `${xmlHead}<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="${language === "ur" ? tags.en : tags[language]}" w:bidi="${tags.ur}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    style("Normal", "Normal", {}),
    style("Title", "Title", { size: 52, isBold: true, after: 240 }),
    style("Subtitle", "Subtitle", { size: 28 }),
    style("Heading1", "heading 1", { size: 40, isBold: true, before: 480, outline: 0, isNext: true }),
    style("Heading2", "heading 2", { size: 32, isBold: true, before: 320, outline: 1, isNext: true }),
    style("Heading3", "heading 3", { size: 26, isBold: true, before: 240, outline: 2, isNext: true }),
    style("Caption", "caption", { isBold: true, before: 200, isNext: true }),
    style("ListParagraph", "List Paragraph", { indent: 720, after: 60 }),
    style("Quote", "Quote", { indent: 567, before: 160, after: 60 }),
    style("QuoteSource", "Quote source", { indent: 567, after: 200, size: 22 }),
    style("TableText", "Table text", { size: 22, before: 40, after: 40 }),
    `<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:tblPr><w:tblBorders>${lines}</w:tblBorders><w:tblCellMar><w:start w:w="80" w:type="dxa"/><w:end w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
  ].join("");
}

function numberingXml(numbers: readonly number[]): string {
  const level = (format: string, text: string) => `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:start="720" w:hanging="360"/></w:pPr></w:lvl>`;
  const own = numbers.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`);
  return `${xmlHead}<w:numbering ${space}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level("bullet", "•")}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>${level("decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${own.join("")}</w:numbering>`;
}
