// Saves who belongs to the Tolbridge Community Network, who votes for each, and who asks to join.
import { letIn } from "#app/networks/members.store.server.ts";
import { findNetwork, holdNetwork, saveConstituency, saveRules } from "#app/networks/networks.store.server.ts";
import { usualRules } from "#app/networks/network.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addMonths, dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { PartnerKey } from "./partners.ts";
import type { Structure } from "./structure.ts";
import { text } from "./text.ts";

const parts = [
  { kind: "geography", name: text("Millbrook", "Millbrook", "مِل بروک") },
  { kind: "geography", name: text("Town centre and East Field", "Canol y dref ac East Field", "شہر کا مرکز اور ایسٹ فیلڈ") },
  { kind: "geography", name: text("Villages around Tolbridge", "Pentrefi o amgylch Tolbridge", "ٹول برج کے آس پاس کے دیہات") },
  { kind: "interest", name: text("Older people and carers", "Pobl hŷn a gofalwyr", "بزرگ اور نگہداشت کرنے والے") },
  { kind: "interest", name: text("Disabled people", "Pobl anabl", "معذور افراد") },
  { kind: "interest", name: text("Young people", "Pobl ifanc", "نوجوان") },
  { kind: "interest", name: text("Black, Asian and minority ethnic communities", "Cymunedau Du, Asiaidd a lleiafrifol ethnig", "سیاہ فام، ایشیائی اور نسلی اقلیتی برادریاں") },
  { kind: "interest", name: text("Environment", "Yr amgylchedd", "ماحول") },
] as const;

type Belongs = { of: PartnerKey; in: number[]; delegate: string; deputy?: string; monthsAgo: number };

const members: readonly Belongs[] = [
  { of: "voices", in: [0, 6], delegate: "Farah Aziz", deputy: "Yusuf Rahman", monthsAgo: 5 },
  { of: "carers", in: [3], delegate: "Joyce Adeyemi", monthsAgo: 7 },
  { of: "foodbank", in: [1], delegate: "Malcolm Reed", deputy: "Tessa Lowe", monthsAgo: 2 },
  { of: "access", in: [4], delegate: "Neil Farrow", monthsAgo: 11 },
  { of: "youth", in: [5], delegate: "Ffion Hughes", deputy: "Tariq Lewis", monthsAgo: 4 },
  { of: "sixties", in: [3], delegate: "Irene Catterall", monthsAgo: 13 },
  { of: "wildlife", in: [2, 7], delegate: "Gareth Vaughan", monthsAgo: 6 },
  { of: "advice", in: [0, 1], delegate: "Agnieszka Dąbrowska", monthsAgo: 3 },
  { of: "equality", in: [6], delegate: "Delroy Francis", monthsAgo: 9 },
  { of: "mosque", in: [0, 6], delegate: "Imam Bilal Hussain", monthsAgo: 8 },
  { of: "eastField", in: [1], delegate: "Kofi Boateng", monthsAgo: 20 },
];

/** An invented address, from a name. */
const emailOf = (name: string) => `${name.normalize("NFD").toLowerCase().replace(/[^a-z]+/g, ".")}@tolbridgegroups.example`;
const somebody = (name: string) => ({ name, email: emailOf(name), telephone: null, post: null, language: "en" as const });

export async function seedNetwork(transaction: Transaction, partnership: Partnership, { by, organisations }: Structure): Promise<void> {
  const held = await holdNetwork(transaction, partnership.id, "community-network");
  const joining = text(
    "Any voluntary or community group that works in Tolbridge may belong, however small, with or without a constitution. It costs nothing. Each group has one vote.",
    "Caiff unrhyw grŵp gwirfoddol neu gymunedol sy’n gweithio yn Tolbridge berthyn, waeth pa mor fach, gyda chyfansoddiad neu hebddo. Nid yw’n costio dim. Mae gan bob grŵp un bleidlais.",
    "ٹول برج میں کام کرنے والا کوئی بھی رضاکارانہ یا مقامی گروپ شامل ہو سکتا ہے، خواہ کتنا ہی چھوٹا ہو، دستور ہو یا نہ ہو۔ کوئی فیس نہیں۔ ہر گروپ کا ایک ووٹ ہے۔",
  );
  await saveRules(transaction, by, held, { ...usualRules, joining });
  for (const part of parts) await saveConstituency(transaction, by, await findNetwork(transaction, partnership.id, held.slug), null, part);
  const network = await findNetwork(transaction, partnership.id, held.slug);
  const idOf = (index: number) => network.constituencies.find(({ name }) => name.en === parts[index]!.name.en)!.id;
  for (const { of, in: within, delegate, deputy, monthsAgo } of members) {
    const now = new Date(addMonths(dayOf(by.now), -monthsAgo));
    const details = { delegate: somebody(delegate), deputy: deputy ? somebody(deputy) : null, constituencies: within.map(idOf) };
    await letIn(transaction, { ...by, now }, network, organisations[of], details);
  }
  const asked = {
    ...{ organisation: "Craswick Youth Band", kind: "community-group" as const, charityNumber: null, website: null, constituencies: [idOf(2), idOf(5)] },
    about: "Twenty-two of us, from nine to nineteen. We play at the village show and would like a say in where young people can meet in winter.",
    ...{ name: "Megan Tudge", email: "megan.tudge@craswickband.example", telephone: null, deputyName: null, deputyEmail: null },
  };
  // because nobody reads the letter that would ask whether it was they who wrote
  await transaction.networkApplication.create({ data: { id: newId(), partnershipId: partnership.id, networkId: network.id, language: "en", linkHash: newId(), askedAt: by.now, confirmedAt: by.now, ...asked } });
}
