// npm run export: writes a consultation and the newest version of its form to a file that the import takes in again.
import { writeFile } from "node:fs/promises";
import { consultationFileOf } from "#app/consultations/consultation-file.ts";
import { findFileContents } from "#app/consultations/file.store.server.ts";
import { findConsultationAnywhere } from "#app/consultations/store.server.ts";
import { placeOf, runCommand, say } from "#app/shared/command.server.ts";
import { closeDatabase, db } from "#app/shared/db.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";

await runCommand(async () => {
  const [address, file, ...more] = process.argv.slice(2);
  if (address === undefined || file === undefined || more.length > 0) throw new PlainError("Usage: npm run export -- ID FILE");
  const id = /\/consultations\/([^/?#]+)/.exec(address)?.[1] ?? address;
  const database = await openPreparedDatabase();
  try {
    const consultation = await findConsultationAnywhere(db(), id);
    if (!consultation) throw new PlainError(`There is no consultation ${id}.`);
    const contents = await findFileContents(db(), consultation);
    // Never over a file that is there already.
    await writeFile(placeOf(file), `${JSON.stringify(consultationFileOf(contents), null, 2)}\n`, { flag: "wx" }).catch((problem: unknown) => {
      throw new PlainError(`${placeOf(file)} cannot be written: ${(problem as Error).message}`);
    });
    say(`Written: ${placeOf(file)}`);
  } finally {
    await closeDatabase();
    await database.stop();
  }
});
