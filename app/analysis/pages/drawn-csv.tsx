// With what texts were drawn, so that anybody can draw the same again: all that they were drawn from, in the order in which the seed draws them.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayLeadCoding } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDraw } from "../hand-outs.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation } = await findForOffice(args, mayLeadCoding);
  const draw = await findDraw(db(), consultation, args.params.handOut);
  if (!draw) throw notFound();
  const { t } = wordsFor(args.context.language);
  const header = (["place", "text", "drawn", "seed"] as const).map((name) => t(`work:file.${name}`));
  const rows = draw.ids.map((id, place) => [String(place + 1), id, t(place < draw.texts ? "work:file.yes" : "work:file.no"), draw.seed]);
  return csvDownload(`drawn-${args.params.handOut}.csv`, header, [rows]);
}
