// Gives anyone a document of a published consultation.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findPublicFile } from "#app/files/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { findDocumentFile } from "../documents.store.server.ts";
import { findConsultation } from "../store.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const fileId = await findDocumentFile(db(), consultation, params.document);
  return fileAnswer(request, await findPublicFile(db(), partnership.id, fileId));
}
