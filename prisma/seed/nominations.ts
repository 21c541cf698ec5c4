// Saves nominations in the election for which people can stand now, each at another point of its way.
import { findElection } from "#app/elections/elections.store.server.ts";
import { formVersion } from "#app/elections/nomination-form.ts";
import { supportParts } from "#app/elections/nomination.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import type { PartnerKey } from "./partners.ts";
import type { Structure } from "./structure.ts";

type Stands = {
  name: string;
  of: PartnerKey;
  by: "self" | "other";
  language?: Language;
  daysAgo: number;
  statement: Text;
  conflicts?: string;
  service?: string;
  /** Stands for the first group of the first category for which places are kept. */
  isForReserve?: boolean;
  hasAgreed: boolean;
  supporters: readonly { of: PartnerKey; has?: "confirmed" | "declined" }[];
  isValid?: boolean;
};

const nominations: readonly Stands[] = [
  {
    ...{ name: "Ffion Hughes", of: "youth", by: "self", daysAgo: 4, hasAgreed: true, isValid: true },
    statement: {
      en: "I have run the Thursday youth club for six years. Young people tell me two things: there is nowhere to go after five, and nobody asks them. I will bring what they say to the core group in their own words, and I will tell them what came of it.",
      cy: "Rwyf wedi rhedeg y clwb ieuenctid nos Iau ers chwe blynedd. Mae pobl ifanc yn dweud dau beth wrthyf: nid oes unman i fynd ar ôl pump, ac nid oes neb yn gofyn iddynt. Byddaf yn dod â’u geiriau i’r grŵp craidd, ac yn dweud wrthynt beth ddaeth ohonynt.",
    },
    service: "Deputy delegate of the network in 2021 and 2022.",
    supporters: [{ of: "access", has: "confirmed" }, { of: "wildlife", has: "confirmed" }],
  },
  {
    ...{ name: "Bilal Hussain", of: "mosque", by: "self", language: "ur", daysAgo: 3, hasAgreed: true, isForReserve: true },
    statement: {
      ur: "میں نو سال سے مِل بروک کی مسجد میں کام کر رہا ہوں۔ ہمارے ہاں ہر ہفتے ایسے لوگ آتے ہیں جنہیں معلوم نہیں کہ مدد کہاں سے ملے گی۔ میں چاہتا ہوں کہ نیٹ ورک ان تک ان کی اپنی زبان میں پہنچے۔",
      en: "I have worked at the mosque in Millbrook for nine years. Every week people come to us who do not know where to find help. I want the network to reach them in their own language.",
    },
    supporters: [{ of: "voices", has: "confirmed" }, { of: "equality", has: "confirmed" }],
  },
  {
    ...{ name: "Malcolm Reed", of: "foodbank", by: "other", daysAgo: 2, hasAgreed: true },
    statement: { en: "The food bank fed 640 households last year. I know which streets they come from, and I would like the network to know it too before money is shared out." },
    conflicts: "The food bank rents its store from the district council.",
    supporters: [{ of: "carers", has: "confirmed" }, { of: "advice" }],
  },
  {
    ...{ name: "Gareth Vaughan", of: "wildlife", by: "other", daysAgo: 1, hasAgreed: false },
    statement: { en: "Gareth keeps forty volunteers in good heart in any weather, and he listens more than he talks." },
    supporters: [{ of: "sixties" }, { of: "eastField" }],
  },
];

const emailOf = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@tolbridgegroups.example`;

export async function seedNominations(transaction: Transaction, { id: partnershipId }: Partnership, { organisations }: Pick<Structure, "organisations">, now: Date): Promise<void> {
  const open = await transaction.networkElection.findFirstOrThrow({ where: { partnershipId, steps: { some: { kind: "notice-published" } } }, select: { id: true } });
  const { id: electionId, network, reserves } = await findElection(transaction, partnershipId, open.id);
  const networkId = network.id;
  const memberOf = async (of: PartnerKey) => (await transaction.networkMember.findUniqueOrThrow({ where: { networkId_organisationId: { networkId, organisationId: organisations[of] } }, select: { id: true } })).id;
  const [kept] = reserves;
  for (const { name, of, by, language = "en", daysAgo, statement, conflicts = "", service = "", isForReserve, hasAgreed, supporters, isValid } of nominations) {
    const at = (time: string) => instantAt(addDays(dayOf(now), -daysAgo), time);
    const supports = await Promise.all(
      supporters.map(async ({ of: supporter, has }, index) => ({
        ...{ part: supportParts[index]!, memberId: await memberOf(supporter), linkHash: newId() },
        ...{ confirmedAt: has === "confirmed" ? at("16:20") : null, declinedAt: has === "declined" ? at("16:20") : null },
      })),
    );
    await transaction.nomination.create({
      data: {
        ...{ id: newId(), partnershipId, electionId, name, organisationId: organisations[of], email: emailOf(name), language, statement, conflicts, service, linkHash: newId() },
        ...{ sentAt: at("11:05"), answers: { by, eligible: hasAgreed, formVersion }, consentedAt: hasAgreed ? at("13:40") : null, supports: { create: supports } },
        ...(isForReserve && kept && { groups: { [kept.id]: kept.groups[0]!.id } }),
        ...(isValid && { ruling: "valid", ruledAt: instantAt(addDays(dayOf(now), -1), "10:15") }),
      },
    });
  }
}
