// XML as a plain tree. A document type is refused, and entities with it: what could be made to grow or to reach outside is not read.
import { SaxesParser } from "saxes";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Refused } from "./left-out.ts";
import type { XmlElement } from "./lime-tables.ts";

const deepest = 20;
const mostElements = 500_000;

/** The outermost element, or why it cannot be read. Never throws. */
export function readXml(text: string): Result<XmlElement, Refused> {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const refuse = (code: Refused["code"], values: Refused["values"] = {}) => {
    throw new NotRead({ code, values });
  };
  parser.on("doctype", () => refuse("xml-declares"));
  parser.on("error", () => refuse("xml-broken", { line: parser.line }));
  parser.on("opentag", ({ name }) => {
    if (open.length >= deepest) refuse("xml-deep", { limit: deepest });
    if ((count += 1) > mostElements) refuse("xml-many", { limit: mostElements });
    const element: XmlElement = { name, text: "", children: [] };
    if (root) open.at(-1)?.children.push(element);
    else root = element;
    open.push(element);
  });
  const write = (words: string) => {
    const element = open.at(-1);
    if (element) element.text += words;
  };
  parser.on("text", write);
  parser.on("cdata", write);
  parser.on("closetag", () => void open.pop());
  try {
    parser.write(text).close();
  } catch (problem) {
    return fail(problem instanceof NotRead ? problem.refused : { code: "xml-broken", values: { line: parser.line } });
  }
  return root ? succeed(root) : fail({ code: "xml-broken", values: { line: parser.line } });
}

class NotRead extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.code);
    this.refused = refused;
  }
}
