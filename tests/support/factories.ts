// Records for tests: a test names only what matters to it, and what it needs besides is made along with it.
import { savePartnership } from "#app/partnerships/store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import type { Role } from "#app/people/role.ts";
import { startSession } from "#app/people/session.server.ts";
import { grantRole, savePerson } from "#app/people/store.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";

export async function buildPartnership(wanted: Partial<Partnership> = {}): Promise<Partnership> {
  const partnership: Partnership = {
    id: newId(),
    slug: `place-${newId()}`,
    name: { en: "Marlshire Partnership", cy: "Partneriaeth Marlshire", ur: "مارلشائر پارٹنرشپ" },
    welcome: { en: "Welcome", cy: "Croeso", ur: "خوش آمدید" },
    tier: "county",
    parentId: null,
    accentColour: null,
    senderName: "Marlshire Partnership",
    senderAddress: "hello@marlshire.example",
    contact: {},
    ...wanted,
  };
  await inTransaction((transaction) => savePartnership(transaction, partnership));
  return partnership;
}

export type BuiltPerson = { id: string; name: string; email: string; partnership: Partnership | null };

type WantedPerson = {
  name?: string;
  email?: string;
  language?: Language;
  isDemonstration?: boolean;
  /** Granted in `partnership`, which is made where it is not given. */
  role?: Role;
  partnership?: Partnership;
  includesBelow?: boolean;
};

export async function buildPerson(wanted: WantedPerson = {}): Promise<BuiltPerson> {
  const { name = "Mair Rees", email = `${newId()}@people.example`, language = "en", isDemonstration = false } = wanted;
  const partnership = wanted.partnership ?? (wanted.role ? await buildPartnership() : null);
  const id = await inTransaction(async (transaction) => {
    const personId = await savePerson(transaction, { name, email, language, isDemonstration });
    if (wanted.role && partnership) {
      const { role, includesBelow = false } = wanted;
      await grantRole(transaction, { personId, partnershipId: partnership.id, role, includesBelow });
    }
    return personId;
  });
  return { id, name, email, partnership };
}

/** The cookie of a session begun at `now`, for `get` and `post`. */
export function signInCookie(person: { id: string }, now = new Date()): Promise<string> {
  return inTransaction((transaction) => startSession(transaction, person.id, now));
}
