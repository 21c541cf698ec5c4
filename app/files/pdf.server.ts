// A PDF is kept as it came, so we look whether it is whole, whether it is a PDF and nothing else, and whether it would run
// something where it is opened. Not a search for every malice: what is drawn on its pages is not looked at.
import { inflateSync } from "node:zlib";
import type { FileProblem } from "./file.ts";

const mostUnpacked = 16 * 1024 * 1024;

/** What is wrong with a PDF, or null. */
export function problemOfPdf(bytes: Buffer): FileProblem | null {
  const end = bytes.lastIndexOf("%%EOF");
  if (end === -1) return { kind: "damaged" };
  if (!/^[\s\0]*$/.test(bytes.toString("latin1", end + 5))) return { kind: "mixed" };
  // because some take a file for a page by what stands near its beginning
  const beginning = bytes.toString("latin1", 0, 1024);
  if (!beginning.startsWith("%PDF-") || /<(!doctype|html|head|body|script|svg|iframe|\?php)/i.test(beginning)) return { kind: "mixed" };
  const found = look(bytes);
  return found === null ? null : { kind: found };
}

// [ISO 32000-1 12.6.4] Scripts, programs started, files within the file, films with scripts of their own.
const running = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Rendition)(?![A-Za-z0-9_.-])/;

function look(bytes: Buffer): "holds-program" | "unpacks-too-large" | null {
  let left = mostUnpacked;
  let between = 0;
  for (let at = bytes.indexOf("stream"); at !== -1; at = bytes.indexOf("stream", between)) {
    const said = bytes.toString("latin1", between, at);
    if (running.test(plainNames(said))) return "holds-program";
    const data = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    const end = bytes.indexOf("endstream", data);
    if (end === -1) break;
    // [7.5.7] objects packed into a stream; in any other stream a name means nothing
    if (/\/ObjStm/.test(plainNames(said.slice(-2000)))) {
      const unpacked = unpack(bytes.subarray(data, end), left);
      if (unpacked === null) return "unpacks-too-large";
      left -= unpacked.length;
      if (running.test(plainNames(unpacked))) return "holds-program";
    }
    between = end + 9;
  }
  return running.test(plainNames(bytes.toString("latin1", between))) ? "holds-program" : null;
}

// [7.3.5] A letter of a name may be written as its number.
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Null: to more than may be. */
function unpack(data: Buffer, most: number): string | null {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) }).toString("latin1");
  } catch (problem) {
    // because what is broken or packed in another way says nothing to a reader either
    return (problem as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? null : "";
  }
}
