// The consultation and its form as the JSON that is read back without loss (docs/form-definition.md).
import type { LoaderFunctionArgs } from "@remix-run/node";
import { consultationFileOf } from "#app/consultations/consultation-file.ts";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { findFileContents } from "#app/consultations/file.store.server.ts";
import { db } from "#app/shared/db.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation } = await findForOffice(args, mayDesign);
  const contents = await findFileContents(db(), consultation);
  return new Response(`${JSON.stringify(consultationFileOf(contents), null, 2)}\n`, {
    headers: {
      ...{ "Content-Type": "application/json; charset=utf-8", "Cache-Control": "private, no-store" },
      "Content-Disposition": `attachment; filename="${consultation.id}.json"`,
    },
  });
}
