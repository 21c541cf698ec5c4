// What the pages about somebody to turn to do alike, whether at an organisation, about a body or with a complaint.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import type { SignedIn } from "#app/people/role.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within, type Text } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { contactAsTyped, contactUnits, readContact } from "./contact.ts";
import { findContact, mostContacts, removeContact, saveContact, type Contact, type ContactOf } from "./contacts.store.server.ts";

/** What was not written down, with what was wrong or had changed meanwhile. */
export type RefusedContact = { entries: Entries; problems: { field: string; code: string; most?: number }[]; clashes: readonly (readonly string[])[]; now: Entries };

function contactOf(on: Database, partnershipId: string, of: ContactOf, id: string | undefined): Promise<Contact | null> {
  return id === "new" ? Promise.resolve(null) : findContact(on, partnershipId, of, id);
}

/** The contact of the address, or a new one; and whether it is asked if it is to go. */
export async function loadContact(
  { params, request, context }: LoaderFunctionArgs,
  partnership: Partnership,
  { of, name }: { of: ContactOf; name: Text },
): Promise<{ title: string; contact: Contact | null; entries: Entries; asks: boolean }> {
  const contact = await contactOf(db(), partnership.id, of, params.contact);
  const words = wordsFor(context.language);
  const values = { name: within(name, words) };
  return {
    title: titleOf(contact ? words.t("organisations:contact.title-at", values) : words.t("organisations:contact.new-at", values), context.language, partnership),
    ...{ contact, entries: contactAsTyped(contact) },
    asks: contact !== null && new URL(request.url).searchParams.get("ask") === "remove",
  };
}

/** Writes down, changes or takes away what was posted; `hold` holds whatever it is a contact of. Two officers at once lose nothing. */
export async function takeContact(
  { params, request, context }: ActionFunctionArgs,
  { partnership, signedIn }: { partnership: Partnership; signedIn: SignedIn },
  hold: (transaction: Transaction) => Promise<ContactOf>,
): Promise<RefusedContact | "contact" | "removed"> {
  const form = await readForm(request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: context.now };
  return inTransaction(async (transaction) => {
    const of = await hold(transaction);
    const contact = await contactOf(transaction, partnership.id, of, params.contact);
    if (contact && form.get("deed") === "remove") {
      await removeContact(transaction, by, of, contact.id);
      return "removed";
    }
    const theirs = contactAsTyped(contact);
    const { merged, clashes } = takeEdits(contactUnits, form, theirs);
    const read = readContact(merged);
    const refuse = (problems: RefusedContact["problems"]): RefusedContact => ({ entries: merged, problems, clashes, now: theirs });
    if (!read.ok || clashes.length > 0) return refuse(read.ok ? [] : read.problem);
    const isSaved = await saveContact(transaction, by, of, contact?.id ?? null, read.value);
    return isSaved ? "contact" : refuse([{ field: "name", code: "contacts-full", most: mostContacts }]);
  });
}
