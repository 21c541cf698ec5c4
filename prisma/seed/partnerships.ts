// The demonstration's partnerships: a county of two districts near the Welsh border, and one parish.
import type { NewPartnership, Partnership } from "#app/partnerships/partnership.ts";
import { findPartnershipById, savePartnership } from "#app/partnerships/store.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { pictures, seedLogo } from "./logos.ts";

export type Partnerships = Record<"marlshire" | "tolbridge" | "wenlowVale" | "netherWenlow", Partnership>;

type Described = Omit<NewPartnership, "id" | "parentId" | "senderName"> & { name: { en: string; cy: string; ur: string } };

const marlshire: Described = {
  slug: "marlshire",
  tier: "county",
  accentColour: "#1d5f5a",
  name: { en: "Marlshire Partnership", cy: "Partneriaeth Marlshire", ur: "مارلشائر شراکت" },
  welcome: {
    en: "The county council, the two districts, the health service, the police, the fire service, business and community groups decide together what Marlshire needs. Tell us what you think before we do.",
    cy: "Mae’r cyngor sir, y ddwy ardal, y gwasanaeth iechyd, yr heddlu, y gwasanaeth tân, busnesau a grwpiau cymunedol yn penderfynu gyda’i gilydd beth sydd ei angen ar Marlshire. Dywedwch eich barn wrthym cyn i ni wneud hynny.",
    ur: "کاؤنٹی کونسل، دونوں اضلاع، محکمۂ صحت، پولیس، فائر سروس، کاروباری ادارے اور مقامی تنظیمیں مل کر فیصلہ کرتی ہیں کہ مارلشائر کو کس چیز کی ضرورت ہے۔ فیصلے سے پہلے ہمیں اپنی رائے بتائیے۔",
  },
  senderAddress: "hello@marlshire.example",
  contact: {
    telephone: "01632 960100",
    email: "hello@marlshire.example",
    post: "Marlshire Partnership, County Hall, Castle Street, Tolbridge",
  },
};

const tolbridge: Described = {
  slug: "tolbridge",
  tier: "district",
  accentColour: "#8a2f4f",
  name: { en: "Tolbridge Partnership", cy: "Partneriaeth Tolbridge", ur: "ٹول برج شراکت" },
  welcome: {
    en: "For everybody who lives, works or goes to school in Tolbridge, its estates and the villages around it.",
    cy: "I bawb sy’n byw, yn gweithio neu’n mynd i’r ysgol yn Tolbridge, ei stadau a’r pentrefi o’i hamgylch.",
    ur: "ہر اُس شخص کے لیے جو ٹول برج، اس کی آبادیوں اور آس پاس کے دیہات میں رہتا، کام کرتا یا پڑھتا ہے۔",
  },
  senderAddress: "hello@tolbridge.example",
  contact: {
    telephone: "01632 960200",
    email: "hello@tolbridge.example",
    post: "Tolbridge Partnership, The Old Corn Exchange, Market Place, Tolbridge",
  },
};

const wenlowVale: Described = {
  slug: "wenlow-vale",
  tier: "district",
  accentColour: "#3b5b92",
  name: { en: "Wenlow Vale Partnership", cy: "Partneriaeth Dyffryn Wenlow", ur: "وادیِ وینلو شراکت" },
  welcome: {
    en: "Forty villages along the river Wenlow, and the farms and lanes between them.",
    cy: "Deugain o bentrefi ar hyd afon Wenlow, a’r ffermydd a’r lonydd rhyngddynt.",
    ur: "دریائے وینلو کے کنارے چالیس گاؤں، اور ان کے درمیان کے کھیت اور گلیاں۔",
  },
  senderAddress: "hello@wenlowvale.example",
  contact: {
    telephone: "01632 960300",
    email: "hello@wenlowvale.example",
    post: "Wenlow Vale Partnership, The Maltings, Marlford",
  },
};

const netherWenlow: Described = {
  slug: "nether-wenlow",
  tier: "parish",
  accentColour: "#5f5316",
  name: { en: "Nether Wenlow Parish Partnership", cy: "Partneriaeth Plwyf Nether Wenlow", ur: "نیدر وینلو پیرش شراکت" },
  welcome: {
    en: "The parish council and the groups of Nether Wenlow, Brook End and Thornley Green.",
    cy: "Cyngor y plwyf a grwpiau Nether Wenlow, Brook End a Thornley Green.",
    ur: "نیدر وینلو، بروک اینڈ اور تھورنلی گرین کی پیرش کونسل اور مقامی تنظیمیں۔",
  },
  senderAddress: "clerk@netherwenlow.example",
  contact: {
    telephone: "01632 960410",
    email: "clerk@netherwenlow.example",
    post: "The Clerk, Nether Wenlow Village Hall, Church Lane, Nether Wenlow",
  },
};

async function save(
  transaction: Transaction,
  described: Described,
  parent: Partnership | null,
  logo: keyof typeof pictures,
): Promise<Partnership> {
  const partnership = { ...described, id: newId(), parentId: parent?.id ?? null, senderName: described.name.en };
  await savePartnership(transaction, partnership);
  await seedLogo(transaction, partnership.id, pictures[logo]);
  return findPartnershipById(transaction, partnership.id);
}

/** Saves the tree, the county first. */
export async function seedPartnerships(transaction: Transaction): Promise<Partnerships> {
  const county = await save(transaction, marlshire, null, "marlshire");
  const vale = await save(transaction, wenlowVale, county, "wenlowVale");
  return {
    marlshire: county,
    tolbridge: await save(transaction, tolbridge, county, "tolbridge"),
    wenlowVale: vale,
    netherWenlow: await save(transaction, netherWenlow, vale, "netherWenlow"),
  };
}
