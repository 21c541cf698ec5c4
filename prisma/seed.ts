// The demonstration: an invented county, its partnerships, its people and what they are asked. Only on the embedded database.
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { db, inTransaction, isEmbeddedDatabase } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { seedConsultations } from "./seed/consultations.ts";
import { seedPartnerships } from "./seed/partnerships.ts";
import { seedPeople } from "./seed/people.ts";

/** Seeds the demonstration into an empty embedded database, whole or not at all; where there is a partnership it does nothing. */
export async function seedDemonstration(now: Date, say: (line: string) => void): Promise<void> {
  if (!isEmbeddedDatabase()) throw new PlainError("The demonstration is only for the embedded database.");
  if ((await listPartnerships(db())).length > 0) return;
  say("Setting up the demonstration");
  await inTransaction(async (transaction) => {
    // because the server and a command may both come first; whoever waits here finds it done
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot demonstration'))`;
    if ((await listPartnerships(transaction)).length > 0) return;
    const partnerships = await seedPartnerships(transaction);
    await seedPeople(transaction, partnerships);
    await seedConsultations(transaction, partnerships, now);
  });
}
