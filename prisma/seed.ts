// The demonstration: an invented partnership, invented people. Only ever on the embedded database.
import { PlainError } from "#app/shared/plain-error.ts";
import { db, inTransaction, isEmbeddedDatabase } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { savePartnership } from "#app/partnerships/store.server.ts";

/** Seeds the demonstration into an empty embedded database; does nothing where there is a partnership already. */
export async function seedDemonstration(_now: Date, say: (line: string) => void): Promise<void> {
  if (!isEmbeddedDatabase()) throw new PlainError("The demonstration is only for the embedded database.");
  if ((await db().partnership.count()) > 0) return;
  say("Setting up the demonstration partnership.");
  await inTransaction(async (transaction) => {
    await savePartnership(transaction, {
      id: newId(),
      slug: "marlshire",
      name: { en: "Marlshire Partnership", cy: "Partneriaeth Marlshire", ur: "مارلشائر پارٹنرشپ" },
      welcome: { en: "Welcome" },
      tier: "county",
      parentId: null,
      accentColour: "#1d5f5a",
      senderName: "Marlshire Partnership",
      senderAddress: "hello@marlshire.example",
      contact: {},
    });
  });
}
