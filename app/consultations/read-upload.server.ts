// A file with a consultation or another program's form, as somebody uploads it: what would become of it, before anything is saved.
import { foreignProgram } from "#app/forms/foreign-forms.ts";
import { readXml } from "#app/forms/xml.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Words } from "#app/shared/words.ts";
import { readConsultationFile, type ReadConsultation } from "./consultation-file.ts";
import { wayTo } from "./file-problem.ts";
import { takeOver } from "./foreign-consultation.server.ts";

/** `program` is null for a file of ours; `leftOut` tells what is not carried over, a line each. */
export type ReadUpload = { program: string | null; read: ReadConsultation; leftOut: string[] };

/** "not-read": it is neither JSON nor XML. "not-taken": why not, a line each. */
export type UploadProblem = { code: "not-read" } | { code: "not-taken"; program: string | null; says: string[] };

/** Never throws, whatever the file holds. */
export function readConsultationUpload(bytes: Uint8Array, words: Pick<Words, "t">): Result<ReadUpload, UploadProblem> {
  const input = parse(bytes);
  if (input === undefined) return fail({ code: "not-read" });
  if (foreignProgram(input) !== undefined) {
    const taken = takeOver(input);
    if (taken.ok) return taken;
    const { program, says, leftOut } = taken.problem;
    return fail({ code: "not-taken", program, says: [...says, ...leftOut] });
  }
  const own = readConsultationFile(input);
  if (own.ok) return succeed({ program: null, read: own.value, leftOut: [] });
  const says = own.problem.map((problem) => `${wayTo(problem.path)}: ${"says" in problem ? problem.says : words.t(`forms:problem.${problem.code}`, problem.values)}`);
  return fail({ code: "not-taken", program: null, says });
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/^\s*</.test(text)) {
      const xml = readXml(text.trimStart());
      return xml.ok ? { xml: xml.value } : undefined;
    }
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
