// Saves the Tolbridge Partnership as an organisation: its partners, its bodies, their seats and who sits on them.
import { adoptSafeguards } from "#app/bodies/adoptions.store.server.ts";
import { appoint, endAppointment, saveInduction } from "#app/bodies/appointments.store.server.ts";
import { inductionSteps } from "#app/bodies/appointment.ts";
import { addBody, type By } from "#app/bodies/bodies.store.server.ts";
import { usualBody, type BodyDetails } from "#app/bodies/body.ts";
import { readDiversity } from "#app/bodies/diversity.ts";
import { saveDiversity } from "#app/bodies/diversity.store.server.ts";
import { saveOrganisation } from "#app/bodies/organisations.store.server.ts";
import type { OrganisationHead } from "#app/bodies/organisation.ts";
import { safeguardCodes, type SafeguardCode } from "#app/bodies/safeguard.ts";
import { agreeScheme, beginScheme, changeTotals, findDraftScheme, saveLine, type SchemeTotals } from "#app/bodies/schemes.store.server.ts";
import { addSubstitute } from "#app/bodies/substitutes.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, addMonths, dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { bodies } from "./bodies.ts";
import { seedFounding } from "./founding.ts";
import { partners, type Partner, type PartnerKey } from "./partners.ts";
import { board, fullPartnership, groups, type SeededLine, type Sitting } from "./seats.ts";
import { smallerBodies } from "./smaller-bodies.ts";
import { terms } from "./terms.ts";
import { text } from "./text.ts";

export type Structure = {
  by: By & { personId: string; now: Date };
  organisations: Record<PartnerKey, string>;
  /** Ids of bodies by the last part of their address. */
  bodies: Record<string, string>;
  /** The decision that founded the partnership. */
  founding: string;
  /** Ids of those who sit now, by body and name. */
  seated: Map<string, string>;
};

/** Who comes to the board in whose place. */
const substitutes = [
  ["Joyce Adeyemi", "Tom Brennan"],
  ["Joyce Adeyemi", "Parveen Malik"],
  ["Yusuf Rahman", "Farah Aziz"],
  ["Wendy Marsh", "Derek Oyelaran"],
] as const;

type Seeding = Structure & { transaction: Transaction; partnership: Partnership; today: string };

/** Who sits on a body under this name. */
export function seatedAs({ seated }: Structure, body: string, name: string): string {
  const id = seated.get(`${body}/${name}`);
  if (!id) throw new Error(`Nobody called ${name} sits on ${body}`);
  return id;
}

export async function seedStructure(transaction: Transaction, partnership: Partnership, personId: string, now: Date): Promise<Structure> {
  const by = { partnershipId: partnership.id, personId, now };
  const organisations = Object.fromEntries(await inTurn(Object.entries(partners), async ([key, partner]) => [key, await savePartner(transaction, by, partner)])) as Structure["organisations"];
  const seeding: Seeding = { transaction, partnership, today: dayOf(now), by, organisations, bodies: {}, seated: new Map(), founding: "" };
  for (const body of bodies) await saveBody(seeding, body);
  seeding.founding = await seedFounding(transaction, by, seeding.bodies.partnership!);
  await sayWhatItIs(seeding);
  await seat(seeding, "partnership", fullPartnership, { totalLeast: null, totalMost: null, rules: [] });
  await seat(seeding, "board", board, {
    ...{ totalLeast: null, totalMost: null, turns: { turns: 3, from: `${addMonths(seeding.today, 2).slice(0, 7)}-01` } },
    rules: [{ kind: "share", sectors: ["voluntary-community", "faith", "residents"], least: 45, most: null }],
  });
  const others = { ...Object.fromEntries(Object.entries(groups).map(([slug, group]) => [slug, linesOf(group)])), ...smallerBodies };
  for (const [slug, lines] of Object.entries(others)) await seat(seeding, slug, lines, { totalLeast: null, totalMost: null, rules: [] });
  await adopt(seeding);
  for (const [name, substitute] of substitutes) {
    await addSubstitute(transaction, by, seatedAs(seeding, "board", name), { name: substitute, toldOn: addMonths(dayOf(now), -6) });
  }
  await sayWhoTheyAre(seeding);
  return seeding;
}

/** What those with an account say of themselves: too few for any of it to be seen. */
async function sayWhoTheyAre({ transaction, by: { partnershipId } }: Seeding): Promise<void> {
  const sitting = await transaction.appointment.findMany({ where: { partnershipId, personId: { not: null } }, select: { personId: true, name: true }, distinct: ["personId"], orderBy: [{ name: "asc" }, { id: "asc" }] });
  for (const [index, { personId }] of sitting.entries()) {
    await saveDiversity(transaction, { partnershipId, personId: personId! }, readDiversity({ "age-band": ["35-44", "55-64", "45-54"][index % 3], sex: index % 3 === 2 ? "male" : "female", condition: "no" }));
  }
}

async function inTurn<One, Made>(all: readonly One[], make: (one: One) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of all) made.push(await make(one));
  return made;
}

async function savePartner(transaction: Transaction, by: Structure["by"], { contact, confirmedMonthsAgo = 3, ...partner }: Partner): Promise<string> {
  const head = {
    ...{ roles: [], charityNumber: null, companyNumber: null, website: null, areaCodes: [], supportNeeds: [] },
    ...partner,
  } as OrganisationHead;
  const confirmed = new Date(addMonths(dayOf(by.now), -confirmedMonthsAgo));
  const saved = await saveOrganisation(transaction, { ...by, now: confirmed }, null, head);
  if (!saved.ok) throw new Error(`Two partners are called ${partner.name.en}`);
  if (contact) {
    const { telephone = null, isPublic = false, ...known } = contact;
    await transaction.bodyContact.create({ data: { id: newId(), partnershipId: by.partnershipId, purpose: "organisation", organisationId: saved.value, telephone, isPublic, ...known } });
  }
  return saved.value;
}

async function saveBody({ transaction, by, today, organisations, ...seeding }: Seeding, body: (typeof bodies)[number]): Promise<void> {
  const { slug, under, kind, name, purpose, meets, decisionModel, chairChosenBy, isFull = false, isOpen = false, quorum = null, yearsAgo, months } = body;
  const startedOn = addMonths(today, -12 * yearsAgo);
  const details = {
    ...usualBody,
    ...{ parentId: under === null ? null : seeding.bodies[under], kind, name, purpose, terms: terms[slug] ?? {}, meets, decisionModel, chairChosenBy, isFull, isOpen, quorum },
    ...{ themes: body.themes ?? [], crossCutting: body.crossCutting ?? [], areaCodes: body.areaCodes ?? [], startedOn, termsAgreedOn: startedOn, plannedEndOn: months === undefined ? null : addMonths(startedOn, months) },
  } as BodyDetails;
  const { id } = await addBody(transaction, by, details, slug);
  seeding.bodies[slug] = id;
  const members = isFull ? Object.values(organisations) : [];
  await transaction.bodyMember.createMany({
    data: members.map((organisationId, place) => ({ id: newId(), partnershipId: by.partnershipId, bodyId: id, organisationId, category: place < 12 ? "core" : "member", startsOn: new Date(startedOn) })),
  });
}

/** Who answers in law, and how to complain. */
async function sayWhatItIs({ transaction, by, organisations, ...seeding }: Seeding): Promise<void> {
  const { partnershipId } = by;
  await transaction.partnershipStanding.create({
    data: {
      ...{ partnershipId, type: "advisory", legalForm: "unincorporated", status: "operating", accountableId: organisations.district },
      complaints: text(
        "Tell Philippa Rowe, by post, telephone or e-mail, in any language. She says within three working days that she has it, and answers within twenty. If you are not content, the board hears it; after that the district council’s own complaints scheme does.",
        "Rhowch wybod i Philippa Rowe, drwy’r post, dros y ffôn neu drwy e-bost, mewn unrhyw iaith. Bydd yn dweud o fewn tri diwrnod gwaith ei bod wedi’i chael, ac yn ateb o fewn ugain. Os nad ydych yn fodlon, bydd y bwrdd yn ei chlywed; wedyn cynllun cwynion y cyngor dosbarth ei hun.",
        "فلیپا رو کو ڈاک، فون یا ای میل سے، کسی بھی زبان میں بتائیے۔ وہ تین کام کے دنوں میں بتائیں گی کہ شکایت مل گئی، اور بیس دنوں میں جواب دیں گی۔ اگر آپ مطمئن نہ ہوں تو بورڈ اسے سنے گا؛ اس کے بعد ڈسٹرکٹ کونسل کا اپنا شکایتی نظام۔",
      ),
    },
  });
  const contact = { ...partners.district.contact, isPublic: true };
  await transaction.bodyContact.create({ data: { id: newId(), partnershipId, purpose: "complaints", post: "Tolbridge Partnership, The Old Corn Exchange, Market Place, Tolbridge", ...contact } });
  const role = text("Secretary to the partnership", "Ysgrifennydd y bartneriaeth", "شراکت کی سیکریٹری");
  for (const slug of ["partnership", "board"]) {
    await transaction.bodyContact.create({ data: { id: newId(), partnershipId, purpose: "body", bodyId: seeding.bodies[slug]!, name: "Eleri Whitcombe", role, email: "eleri.whitcombe@marlshire.example", telephone: "01632 960220", isPublic: true } });
  }
}

/** The seats of a group: those of the voluntary and community sector, and the others. */
function linesOf(group: (typeof groups)[string]): SeededLine[] {
  return [
    {
      ...{ sector: "voluntary-community", basis: "elected", count: group.community, byNetwork: true, sitting: group.community_sitting },
      holder: text("Voluntary and community groups", "Grwpiau gwirfoddol a chymunedol", "رضاکارانہ اور مقامی گروپ"),
    },
    { sector: "any", basis: "fixed", count: group.others, sitting: group.others_sitting, holder: text("Other partners", "Partneriaid eraill", "دیگر شراکت دار") },
  ];
}

async function seat(seeding: Seeding, slug: string, lines: readonly SeededLine[], totals: SchemeTotals): Promise<void> {
  const { transaction, by, today, organisations, founding } = seeding;
  const body = { id: seeding.bodies[slug]! };
  await beginScheme(transaction, by, body);
  const draft = async () => (await findDraftScheme(transaction, body.id))!;
  await changeTotals(transaction, by, body, await draft(), totals);
  const lineIds: string[] = [];
  for (const [index, { sitting: _, organisation, byNetwork, reserve, chosenBy = {}, countMost = null, poolSize = null, isRequired = false, ...line }] of lines.entries()) {
    lineIds.push(
      await saveLine(transaction, by, body, await draft(), null, {
        ...{ ...line, countMost, poolSize, isRequired, chosenBy, position: index + 1, withinId: null, termInMonths: 36, mostTerms: 2, isVoting: true, roleDescription: {} },
        ...{ organisationId: organisation ? organisations[organisation] : null, networkId: byNetwork ? seeding.bodies["community-network"]! : null, reserves: reserve ? [reserve] : [] },
      } as Parameters<typeof saveLine>[5]),
    );
  }
  const authority = { decisionId: founding, note: null };
  await agreeScheme(transaction, by, body, { scheme: await draft(), startsOn: addMonths(today, -Math.min(48, 12 * bodies.find((one) => one.slug === slug)!.yearsAgo)), authority });
  for (const [index, line] of lines.entries()) {
    for (const [place, sitting] of line.sitting.entries()) await sit(seeding, slug, lineIds[index]!, place + 1, line, sitting);
  }
}

async function sit({ transaction, by, today, organisations, seated, ...seeding }: Seeding, slug: string, lineId: string, number: number, line: SeededLine, sitting: Sitting): Promise<void> {
  const { name, of, monthsAgo, email, seniority = "any", isNew = false, left } = sitting;
  const startsOn = addMonths(today, -monthsAgo);
  const person = email === undefined ? null : await transaction.person.findUniqueOrThrow({ where: { email } });
  const id = await appoint(transaction, by, { bodyId: seeding.bodies[slug]!, lineId, seat: number }, {
    ...{ name, personId: person?.id ?? null, organisationId: of === null ? null : organisations[of], startsOn, endsOn: addDays(addMonths(startsOn, 36), -1) },
    chosenHow: line.basis === "elected" ? "elected" : line.basis === "ex-officio" ? "ex-officio" : "nominated",
    ...{ chosenBy: sitting.chosenBy ?? line.chosenBy?.en ?? "Holds the office", authority: "decides", seniority },
  });
  const done = isNew ? inductionSteps.slice(0, 2) : inductionSteps;
  await saveInduction(transaction, by, { id }, done.map((code) => ({ code, doneOn: startsOn })));
  if (left) await endAppointment(transaction, by, { id }, { endedOn: addMonths(today, -left.monthsAgo), endedFor: left.why });
  else seated.set(`${slug}/${name}`, id);
}

/** The board has adopted all twelve; the full partnership those that a whole can. */
async function adopt({ transaction, by, bodies: ids, today, founding }: Seeding): Promise<void> {
  const authority = { decisionId: founding, note: null };
  const wanted = new Map<SafeguardCode, object>(safeguardCodes.map((code) => [code, {}]));
  await adoptSafeguards(transaction, { partnershipId: by.partnershipId, bodyId: ids.board!, personId: by.personId, today: addMonths(today, -48) }, wanted, authority);
}
