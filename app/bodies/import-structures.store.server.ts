// Takes in partnerships with their bodies and seats: each becomes a partnership below the one that is named.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { isPartnershipSlug } from "#app/partnerships/partnership.ts";
import { listPartnerships, savePartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { issuesInWords, type LineOf } from "#app/shared/file-issues.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { addBody, type By } from "./bodies.store.server.ts";
import { usualBody } from "./body.ts";
import { agreeScheme, beginScheme, changeTotals, findDraftScheme, saveLine } from "./schemes.store.server.ts";
import { readStructures, type FileBody, type FilePartnership, type FileScheme } from "./structure-file.ts";
import { usualTerm } from "./term.ts";

/** What came of it is told line by line: all of the file is taken or none. Run again with the same file it adds nothing. */
export async function importStructures(parent: Partnership, json: unknown, now: Date, say: (line: string) => void, lineOf: LineOf = () => null): Promise<void> {
  const read = readStructures(json);
  if (!read.ok) throw new PlainError(`Nothing was taken from the file. Mend this and run the same command again:\n${issuesInWords(read.problem, lineOf)}`);
  const unfit = read.value.flatMap(({ key }, index) => (isPartnershipSlug(key) ? [] : [{ path: ["partnerships", index, "key"], wrong: `“${key}” cannot be the address of a partnership` }]));
  if (unfit.length > 0) throw new PlainError(`Nothing was taken from the file. Mend this and run the same command again:\n${issuesInWords(unfit, lineOf)}`);
  const { added, known } = await inTransaction(async (transaction) => {
    const taken = new Set((await listPartnerships(transaction)).map(({ slug }) => slug));
    const missing = read.value.filter(({ key }) => !taken.has(key));
    for (const one of missing) await savePartnershipWithBodies(transaction, parent, one, now);
    return { added: missing, known: read.value.filter(({ key }) => taken.has(key)) };
  }, 600_000);
  for (const { name, key, bodies } of added) say(`${name} is at /${key}: ${bodies.length} bodies, ${bodies.filter(({ scheme }) => scheme).length} of them with seats.`);
  for (const { name, key } of known) say(`${name} stays as it is: there is a partnership at /${key} already.`);
  say(`${added.length} of ${read.value.length} partnerships were added below ${textIn(parent.name, "en").text}; ${known.length} were there already.`);
  if (added.length > 0) say(`Such a file does not say how long somebody sits: ${usualTerm.termInMonths} months and ${usualTerm.mostTerms} terms in a row are written down until a body says otherwise.`);
}

async function savePartnershipWithBodies(transaction: Transaction, parent: Partnership, { key, name, code, tier, bodies }: FilePartnership, now: Date): Promise<void> {
  const partnershipId = newId();
  const { senderName, senderAddress } = parent;
  await savePartnership(transaction, {
    ...{ id: partnershipId, slug: key, name: { en: name }, welcome: {}, tier, parentId: parent.id, accentColour: null, senderName, senderAddress, contact: {} },
    ...(code !== null && { localAuthorityCode: code }),
  });
  const by = { partnershipId, personId: null };
  const ids: string[] = [];
  for (const body of bodies) ids.push(await saveFileBody(transaction, by, body, ids, now));
}

async function saveFileBody(transaction: Transaction, by: By, body: FileBody, above: readonly string[], now: Date): Promise<string> {
  const { name, kind, parent, isFull, decisionModel, meets, purpose, isOpen, scheme } = body;
  const said = (text: string) => (text === "" ? {} : { en: text });
  const details = { ...usualBody, kind, isFull, decisionModel, isOpen, themes: [], crossCutting: [], areaCodes: [], name: { en: name }, parentId: parent === null ? null : (above[parent] ?? null) };
  const { id } = await addBody(transaction, by, { ...details, meets: said(meets), purpose: said(purpose) });
  if (scheme) await saveScheme(transaction, by, { id }, scheme, now);
  return id;
}

async function saveScheme(transaction: Transaction, by: By, body: { id: string }, { totalLeast, totalMost, rules, lines }: FileScheme, now: Date): Promise<void> {
  const said = (text: string) => (text === "" ? {} : { en: text });
  await beginScheme(transaction, by, body);
  const draft = async () => (await findDraftScheme(transaction, body.id))!;
  await changeTotals(transaction, by, body, await draft(), { totalLeast, totalMost, rules });
  const ids: string[] = [];
  for (const { holder, chosenBy, reserves, within: _, ...line } of lines) {
    const details = { ...line, ...usualTerm, holder: { en: holder }, chosenBy: said(chosenBy), withinId: null, organisationId: null, networkId: null, isVoting: true, isRequired: false, roleDescription: {} };
    ids.push(await saveLine(transaction, by, body, await draft(), null, { ...details, reserves: reserves.map(({ least, criterion }) => ({ least, criterion: { en: criterion }, justification: {} })) }));
  }
  // because a line may stand before the one that it is within
  for (const [index, { within }] of lines.entries()) {
    const scheme = await draft();
    const { id, fromId: _, ...line } = scheme.lines.find((one) => one.id === ids[index])!;
    if (within !== null) await saveLine(transaction, by, body, scheme, id, { ...line, withinId: ids[within]! });
  }
  await agreeScheme(transaction, by, body, { scheme: await draft(), startsOn: dayOf(now), authority: { decisionId: null, note: "As it was described in the file it came from" } });
}
