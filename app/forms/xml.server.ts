// XML as a plain tree. A document type is refused, and entities with it: what could be made to grow or to reach outside is not read.
import { SaxesParser } from "saxes";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { XmlElement } from "./lime-tables.ts";

const deepest = 20;
const mostElements = 500_000;

/** The outermost element, or a sentence about why it cannot be read. Never throws. */
export function readXml(text: string): Result<XmlElement, string> {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const refuse = (says: string) => {
    throw new Refused(says);
  };
  parser.on("doctype", () => refuse("It declares a document type, which is not read because it may hold anything."));
  parser.on("error", () => refuse(`It is not well-formed XML (line ${parser.line}).`));
  parser.on("opentag", ({ name }) => {
    if (open.length >= deepest) refuse(`It is nested more than ${deepest} deep.`);
    if ((count += 1) > mostElements) refuse(`It has more than ${mostElements} elements.`);
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
    return fail(problem instanceof Refused ? problem.message : `It is not well-formed XML (line ${parser.line}).`);
  }
  return root ? succeed(root) : fail("It holds nothing.");
}

class Refused extends Error {}
