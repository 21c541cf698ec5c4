// npm run recount: counts the live results of every consultation again from the responses themselves.
import { listCounted, rebuildTallies } from "#app/consultations/tallies.store.server.ts";
import { runCommand, say } from "#app/shared/command.server.ts";
import { closeDatabase } from "#app/shared/db.server.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";

await runCommand(async () => {
  const database = await openPreparedDatabase();
  try {
    const consultations = await listCounted();
    for (const [index, id] of consultations.entries()) {
      const responses = await rebuildTallies(id, new Date());
      say(`${index + 1} of ${consultations.length}: ${id}, ${responses} responses.`);
    }
    say("All results are counted again.");
  } finally {
    await closeDatabase();
    await database.stop();
  }
});
