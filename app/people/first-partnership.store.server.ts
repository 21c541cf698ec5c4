// Puts the first partnership and its administrator into an empty database, and hands out links by which administrators sign
// in where no letter reaches them.
import type { NewPartnership } from "#app/partnerships/partnership.ts";
import { listPartnerships, savePartnership, takeTurnAtFirstPartnership } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Database } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { languageOf, type SetupAnswers } from "./first-partnership.ts";
import { saveHandedLink } from "./passes.store.server.ts";
import type { SignedIn } from "./role.ts";
import { findPerson, findPersonByEmail, grantRole, savePerson } from "./store.server.ts";

/** A way in for somebody, not yet used; `slug` is of the partnership they are administrator of. */
export type HandedLink = { administrator: SignedIn; slug: string; token: string };

/** Sets up the first partnership, or fails where there is one. */
export async function saveFirstPartnership(answers: SetupAnswers, now: Date): Promise<Result<HandedLink, "not-empty">> {
  const partnership = partnershipOf(answers);
  return inTransaction(async (transaction) => {
    await takeTurnAtFirstPartnership(transaction);
    if ((await listPartnerships(transaction)).length > 0) return fail("not-empty" as const);
    await savePartnership(transaction, partnership);
    // because a page that told of no partnership tells of none that could be dropped
    await dropPublishedPages(transaction, "");
    const personId = await savePerson(transaction, {
      name: answers["administrator-name"] ?? "",
      email: answers["administrator-email"] ?? "",
      language: languageOf(answers),
    });
    await recordAudit(transaction, { partnershipId: partnership.id, action: "partnership.set-up", subjectKind: "partnership", subjectId: partnership.id });
    await grantRole(transaction, { personId, partnershipId: partnership.id, role: "administrator", includesBelow: true });
    const administrator = await findPerson(transaction, personId);
    return succeed({ administrator, slug: partnership.slug, token: await saveHandedLink(transaction, administrator, now) });
  });
}

function partnershipOf(answers: SetupAnswers): NewPartnership {
  const { name = "", slug = "", tier, telephone, email, post } = answers;
  const names: Text = { en: name };
  if (answers["name-cy"]) names.cy = answers["name-cy"];
  if (answers["name-ur"]) names.ur = answers["name-ur"];
  return {
    ...{ id: newId(), slug, name: names, welcome: {}, tier: tier as NewPartnership["tier"], parentId: null, accentColour: null },
    senderName: answers["sender-name"] ?? name,
    senderAddress: answers["sender-address"] ?? "",
    contact: { ...(telephone && { telephone }), ...(email && { email }), ...(post && { post }) },
  };
}

/** A new link for an administrator; null where nobody of that address is one. */
export async function handLink(email: string, now: Date): Promise<HandedLink | null> {
  return inTransaction(async (transaction) => {
    const administrator = await findPersonByEmail(transaction, email);
    const slug = administrator && (await slugOf(transaction, administrator));
    return slug ? { administrator, slug, token: await saveHandedLink(transaction, administrator, now) } : null;
  });
}

async function slugOf(on: Database, { grants }: SignedIn): Promise<string | undefined> {
  const held = grants.filter(({ role }) => role === "administrator").map(({ partnershipId }) => partnershipId);
  return (await listPartnerships(on)).find(({ id }) => held.includes(id))?.slug;
}
