// Gives officers a document of a consultation, published or not, as it is now.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { findDocumentFile } from "../documents.store.server.ts";
import { maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, maySeeOffice);
  const fileId = await findDocumentFile(db(), consultation, args.params.document);
  return fileAnswer(args.request, await findFileBehindGuard(db(), partnership.id, fileId), { isForAll: false });
}
