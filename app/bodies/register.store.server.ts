// Takes in a register of partnerships: each of them becomes a body below the full partnership, unless there is one of its name.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { addBody, listBodies } from "./bodies.store.server.ts";
import { usualBody } from "./body.ts";
import { readRegister } from "./partnership-register.ts";

/** What came of it is told line by line. Run again with the same file it adds nothing. */
export async function importRegister({ id: partnershipId, name }: Pick<Partnership, "id" | "name">, json: unknown, say: (line: string) => void): Promise<void> {
  const register = readRegister(json);
  if (!register.ok) throw new PlainError(register.problem);
  const { entries, problems } = register.value;
  const added = await inTransaction(async (transaction) => {
    const bodies = await listBodies(transaction, partnershipId);
    const known = new Set(bodies.map((body) => textIn(body.name, "en").text.toLowerCase()));
    const parentId = bodies.find(({ isFull }) => isFull)?.id ?? null;
    const missing = entries.filter(({ name: said }) => !known.has(said.toLowerCase()) && known.add(said.toLowerCase()));
    for (const { name: en, slug, purpose, themes, legalStatus, legalBasis } of missing) {
      const details = { ...usualBody, kind: "theme-group" as const, parentId, name: { en }, purpose: { en: purpose }, themes: [...themes], legalStatus, legalBasis };
      await addBody(transaction, { partnershipId, personId: null }, details, slug);
    }
    return missing.length;
  });
  for (const problem of problems) say(problem);
  say(`${added} of ${entries.length + problems.length} were added to ${textIn(name, "en").text}; ${entries.length - added} were there already and ${problems.length} could not be read.`);
}
