// The responses of a consultation as CSV, streamed; who took it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/shared/csv.server.ts";
import { beginExport, exportRows } from "../responses-download.server.ts";
import { exportColumns } from "../responses-export.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation, versions } = await beginExport(args, "csv");
  const header = exportColumns(versions).map(({ heading }) => heading);
  return csvDownload(`responses-${consultation.id}.csv`, header, exportRows(consultation.id, versions));
}
