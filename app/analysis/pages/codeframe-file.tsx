// The codes of a codeframe as a CSV or JSON file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/shared/csv.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { codeDocument, codesForFile, fileColumns, fileRow } from "../codeframe-file.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { frame, codes } = await findFramePage(args);
  const inUse = codesForFile(codes);
  const name = `codes-${frame.id}`;
  if (args.params.file === "codes.csv") return csvDownload(`${name}.csv`, fileColumns, [inUse.map(fileRow)]);
  if (args.params.file !== "codes.json") throw notFound();
  return downloadOf(`${name}.json`, "application/json; charset=utf-8", oneOf(codeDocument(frame.name, inUse)));
}

async function* oneOf(text: string) {
  yield Buffer.from(text);
}
