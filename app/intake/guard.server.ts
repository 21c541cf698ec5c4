// What every page about entering responses starts from: whoever may enter them, and the consultation.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayEnterResponses, takesEntries } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { entriesPath } from "#app/consultations/office-paths.ts";
import { findFormVersion, listVersions, type FormVersion } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { redirect } from "@remix-run/node";
import { findEntry } from "./entry-drafts.store.server.ts";
import type { EntryDraft } from "./entry.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Whoever may enter responses; who comes too early or too late is sent to the list, which says so. */
export async function findForEntering(args: Args): Promise<ForOffice> {
  const found = await findForOffice(args, mayEnterResponses);
  const { partnership, consultation } = found;
  if (!takesEntries(consultation, args.context.now)) throw redirect(entriesPath(partnership, consultation));
  return found;
}

type WithEntry = ForOffice & { entry: EntryDraft; version: FormVersion; versions: FormVersion[] };

/** The same with an entry of their own, named by the address, the version of the form it is entered under, and all there are. */
export async function findWithEntry(args: Args): Promise<WithEntry> {
  const found = await findForEntering(args);
  const { details, ...entry } = await findEntry(db(), found.consultation, found.signedIn.personId, args.params.entry);
  const version = await findFormVersion(db(), entry.formVersionId);
  const versions = await listVersions(db(), found.consultation.formId);
  return { ...found, entry: { ...entry, details: { ...details, version: String(version.number) } }, version, versions };
}
