// Takes in a register of partnerships: each of them becomes a body below the full partnership, unless there is one of its name.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { issuesInWords, type LineOf } from "#app/shared/file-issues.ts";
import { textIn } from "#app/shared/languages.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { addBody, listBodies } from "./bodies.store.server.ts";
import { usualBody } from "./body.ts";
import { readRegister } from "./partnership-register.ts";

/** What came of it is told in words: all of the file is taken or none. Run again with the same file it adds nothing. */
export async function importRegister({ id: partnershipId, name }: Pick<Partnership, "id" | "name">, json: unknown, say: (line: string) => void, lineOf: LineOf = () => null): Promise<void> {
  const register = readRegister(json);
  if (!register.ok) throw new PlainError(`Nothing was taken from the file. Mend this and run the same command again:\n${issuesInWords(register.problem, lineOf)}`);
  const entries = register.value;
  const { added, isTop } = await inTransaction(async (transaction) => {
    const bodies = await listBodies(transaction, partnershipId);
    const known = new Set(bodies.map((body) => textIn(body.name, "en").text.toLowerCase()));
    const parentId = bodies.find(({ isFull }) => isFull)?.id ?? null;
    const missing = entries.filter(({ name: said }) => !known.has(said.toLowerCase()) && known.add(said.toLowerCase()));
    for (const { name: en, slug, purpose, themes, legalStatus, legalBasis } of missing) {
      // because nothing in the file gives them anything to decide for the partnership
      const details = { ...usualBody, decisionModel: "advisory" as const, kind: "theme-group" as const, parentId, name: { en }, purpose: { en: purpose }, themes: [...themes], legalStatus, legalBasis };
      await addBody(transaction, { partnershipId, personId: null }, details, slug);
    }
    return { added: missing.length, isTop: parentId === null };
  }, 600_000);
  say(`${added} of ${entries.length} were added to ${textIn(name, "en").text}; ${entries.length - added} were there already.`);
  if (added > 0 && isTop) say("They report to nobody, because there is no full partnership among its bodies yet.");
}
