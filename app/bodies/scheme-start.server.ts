// What a new version of a body's seats begins with, as an officer chose it.
import type { Transaction } from "#app/shared/db.server.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findBody } from "./bodies.store.server.ts";
import { findSchemeOn, listSeatedBodies } from "./schemes.store.server.ts";
import { emptyStart, isTemplateCode, startOfScheme, startOfTemplate, type SchemeStart } from "./seat-template.ts";

type Asked = { partnershipId: string; from: string; fromBody: string; today: string };
type Problem = { field: "from" | "fromBody"; code: "choose" };

/** Null where it is the version that holds, whose seats go on. */
export async function chosenStart(transaction: Transaction, { partnershipId, from, fromBody, today }: Asked): Promise<Result<SchemeStart | null, Problem[]>> {
  if (from === "" || from === "current") return succeed(null);
  if (from === "nothing") return succeed(emptyStart);
  if (isTemplateCode(from)) return succeed(startOfTemplate(from, inEveryLanguage));
  if (from !== "body") return fail([{ field: "from", code: "choose" }]);
  const isSeated = (await listSeatedBodies(transaction, partnershipId, today)).some(({ slug }) => slug === fromBody);
  const scheme = isSeated ? await findSchemeOn(transaction, (await findBody(transaction, partnershipId, fromBody)).id, today) : null;
  return scheme ? succeed(startOfScheme(scheme)) : fail([{ field: "fromBody", code: "choose" }]);
}

function inEveryLanguage(key: string): Text {
  return Object.fromEntries(languages.map((language) => [language, wordsFor(language).t(key)]));
}
