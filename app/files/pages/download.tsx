// Gives anyone a public file of a partnership.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findPublicFile } from "#app/files/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const file = await findPublicFile(db(), partnership.id, params.file);
  return fileAnswer(request, file, { small: new URL(request.url).searchParams.get("size") === "small" });
}
