// A file with a consultation or another program's form, as somebody uploads it: what would become of it, before anything is saved.
import { foreignProgram } from "#app/forms/foreign-forms.ts";
import { refusedInWords, type Refused } from "#app/forms/left-out.ts";
import { readXml } from "#app/forms/xml.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Words } from "#app/shared/words.ts";
import { readConsultationFile, type ReadConsultation } from "./consultation-file.ts";
import { leftOutOfFile } from "./consultation-file-parts.ts";
import { problemInWords } from "./file-problem.ts";
import { takeOver } from "./foreign-consultation.server.ts";

/** `program` is null for a file of ours; `leftOut` tells what is not carried over, a line each. */
export type ReadUpload = { program: string | null; read: ReadConsultation; leftOut: string[] };

/** "not-read": it is neither JSON nor XML. "not-taken": why not, a line each. */
export type UploadProblem = { code: "not-read" } | { code: "not-taken"; program: string | null; says: string[] };

/** Never throws, whatever the file holds. */
export function readConsultationUpload(bytes: Uint8Array, words: Pick<Words, "t" | "language">): Result<ReadUpload, UploadProblem> {
  const parsed = parse(bytes);
  if (parsed === undefined) return fail({ code: "not-read" });
  if (!parsed.ok) return fail({ code: "not-taken", program: null, says: [refusedInWords(parsed.problem, words)] });
  const input = parsed.value;
  if (foreignProgram(input) !== undefined) {
    const taken = takeOver(input, words);
    if (taken.ok) return taken;
    const { program, says, leftOut } = taken.problem;
    return fail({ code: "not-taken", program, says: [...says, ...leftOut] });
  }
  const own = readConsultationFile(input);
  if (own.ok) return succeed({ program: null, read: own.value, leftOut: leftOutOfFile(own.value.parts, own.value.definition, words) });
  return fail({ code: "not-taken", program: null, says: own.problem.map((problem) => problemInWords(problem, words)) });
}

function parse(bytes: Uint8Array): Result<unknown, Refused> | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (/^\s*</.test(text)) {
      const xml = readXml(text.trimStart());
      return xml.ok ? succeed({ xml: xml.value }) : xml;
    }
    return succeed(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

// What some programs for Windows save as "Unicode" says so in its first two bytes.
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
