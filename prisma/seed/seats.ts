// The seats of the board of the Tolbridge Partnership and of its groups, and who sits on them.
import type { Basis } from "#app/bodies/seat-scheme.ts";
import type { SeatSector } from "#app/bodies/sector.ts";
import type { Text } from "#app/shared/languages.ts";
import type { PartnerKey } from "./partners.ts";

export type Sitting = {
  name: string;
  of: PartnerKey | null;
  /** When the term began, in months before the demonstration; terms are 36 months unless the line says otherwise. */
  monthsAgo: number;
  /** Somebody who can be signed in as. */
  email?: string;
  seniority?: "any" | "manager" | "director" | "chief-officer";
  chosenBy?: string;
  /** Appointed, and not shown round yet. */
  isNew?: true;
  /** Gone, so many months ago and why; the seat is vacant. */
  left?: { monthsAgo: number; why: "resigned" | "absent" };
};

export type SeededLine = {
  sector: SeatSector;
  basis: Basis;
  count: number | null;
  countMost?: number;
  poolSize?: number;
  holder: Text;
  chosenBy?: Text;
  organisation?: PartnerKey;
  byNetwork?: true;
  isRequired?: true;
  reserve?: { criterion: Text; least: number; justification: Text };
  sitting: readonly Sitting[];
};

const network: Text = { en: "the Tolbridge Community Network", cy: "Rhwydwaith Cymunedol Tolbridge", ur: "ٹول برج کمیونٹی نیٹ ورک" };
const itself: Text = { en: "the organisation itself", cy: "y sefydliad ei hun", ur: "خود تنظیم" };

export const board: readonly SeededLine[] = [
  {
    ...{ sector: "council", basis: "ex-officio", count: 2, organisation: "district", isRequired: true },
    holder: { en: "Leader and chief executive of the district council", cy: "Arweinydd a phrif weithredwr y cyngor dosbarth", ur: "ڈسٹرکٹ کونسل کے قائد اور چیف ایگزیکٹو" },
    sitting: [
      { name: "Cllr Margaret Hollis", of: "district", monthsAgo: 18, seniority: "chief-officer" },
      { name: "David Achterberg", of: "district", monthsAgo: 30, seniority: "chief-officer" },
    ],
  },
  {
    ...{ sector: "council", basis: "organisation", count: 1, organisation: "county", chosenBy: itself },
    holder: { en: "Marlshire County Council", cy: "Cyngor Sir Marlshire", ur: "مارلشائر کاؤنٹی کونسل" },
    sitting: [{ name: "Cllr Peter Lomax", of: "county", monthsAgo: 20, seniority: "director" }],
  },
  {
    ...{ sector: "public", basis: "organisation", count: 1, organisation: "health", chosenBy: itself, isRequired: true },
    holder: { en: "Health", cy: "Iechyd", ur: "صحت" },
    sitting: [{ name: "Dr Amara Okafor", of: "health", monthsAgo: 26, seniority: "director" }],
  },
  {
    ...{ sector: "public", basis: "organisation", count: 1, organisation: "police", chosenBy: itself },
    holder: { en: "Police", cy: "Yr heddlu", ur: "پولیس" },
    sitting: [{ name: "Superintendent Ian Mercer", of: "police", monthsAgo: 11, seniority: "director" }],
  },
  {
    ...{ sector: "public", basis: "fixed", count: 3 },
    holder: { en: "Fire, learning and employment", cy: "Tân, dysgu a chyflogaeth", ur: "فائر، تعلیم اور روزگار" },
    chosenBy: { en: "the public services, among themselves", cy: "y gwasanaethau cyhoeddus, yn eu plith eu hunain", ur: "عوامی خدمات، آپس میں" },
    sitting: [
      { name: "Group Manager Sian Pritchard", of: "fire", monthsAgo: 9, seniority: "manager" },
      { name: "Professor Colin Ashe", of: "college", monthsAgo: 33, seniority: "director" },
      { name: "Beverley Naylor", of: "jobcentre", monthsAgo: 14, seniority: "manager", left: { monthsAgo: 1, why: "resigned" } },
    ],
  },
  {
    ...{ sector: "private", basis: "elected", count: 2, chosenBy: { en: "the Chamber of Trade", cy: "y Siambr Fasnach", ur: "چیمبر آف ٹریڈ" } },
    holder: { en: "Business", cy: "Busnes", ur: "کاروبار" },
    sitting: [
      { name: "Hannah Price", of: "bakery", monthsAgo: 7, chosenBy: "Chamber of Trade, annual meeting" },
      { name: "Rajesh Nair", of: "buses", monthsAgo: 7, chosenBy: "Chamber of Trade, annual meeting" },
    ],
  },
  {
    ...{ sector: "voluntary-community", basis: "organisation", count: 1, organisation: "tva", chosenBy: itself },
    holder: { en: "Tolbridge Voluntary Action", cy: "Gweithredu Gwirfoddol Tolbridge", ur: "ٹول برج رضاکارانہ عمل" },
    sitting: [{ name: "Bryony Clegg", of: "tva", monthsAgo: 22, seniority: "chief-officer" }],
  },
  {
    ...{ sector: "voluntary-community", basis: "organisation", count: 1, organisation: "equality", chosenBy: itself },
    holder: { en: "Marlshire Race Equality Council", cy: "Cyngor Cydraddoldeb Hil Marlshire", ur: "مارلشائر نسلی مساوات کونسل" },
    sitting: [{ name: "Delroy Francis", of: "equality", monthsAgo: 4, seniority: "director", isNew: true }],
  },
  {
    ...{ sector: "voluntary-community", basis: "elected", count: 6, byNetwork: true, chosenBy: network, isRequired: true },
    holder: { en: "Voluntary and community groups", cy: "Grwpiau gwirfoddol a chymunedol", ur: "رضاکارانہ اور مقامی گروپ" },
    reserve: {
      least: 1,
      criterion: { en: "A group led by people from a Black, Asian or other minority ethnic community", cy: "Grŵp dan arweiniad pobl o gymuned Ddu, Asiaidd neu leiafrifol ethnig arall", ur: "سیاہ فام، ایشیائی یا کسی دوسری نسلی اقلیتی برادری کے لوگوں کی زیرِ قیادت گروپ" },
      justification: {
        en: "One resident in seven, and nobody of them on the board in its first three years (Equality Act 2010, section 158).",
        cy: "Un o bob saith o drigolion, a neb ohonynt ar y bwrdd yn ei dair blynedd gyntaf (Deddf Cydraddoldeb 2010, adran 158).",
        ur: "ہر سات میں سے ایک باشندہ، اور پہلے تین سال میں بورڈ پر اُن میں سے کوئی نہیں (مساوات ایکٹ 2010، دفعہ 158)۔",
      },
    },
    sitting: [
      { name: "Yusuf Rahman", of: "voices", monthsAgo: 13, email: "yusuf.rahman@millbrookvoices.example", chosenBy: "Community Network election" },
      { name: "Joyce Adeyemi", of: "carers", monthsAgo: 13, email: "joyce.adeyemi@tolbridgecarers.example", chosenBy: "Community Network election" },
      { name: "Malcolm Reed", of: "foodbank", monthsAgo: 13, chosenBy: "Community Network election" },
      { name: "Agnieszka Dąbrowska", of: "advice", monthsAgo: 13, chosenBy: "Community Network election" },
      { name: "Gareth Vaughan", of: "wildlife", monthsAgo: 13, chosenBy: "Community Network election" },
      { name: "Irene Catterall", of: "sixties", monthsAgo: 13, chosenBy: "Community Network election", left: { monthsAgo: 2, why: "resigned" } },
    ],
  },
  {
    ...{ sector: "faith", basis: "pool", count: 1, poolSize: 2 },
    holder: { en: "Faith communities", cy: "Cymunedau ffydd", ur: "مذہبی برادریاں" },
    chosenBy: { en: "the churches and the mosque, by turns", cy: "yr eglwysi a’r mosg, yn eu tro", ur: "گرجا گھر اور مسجد، باری باری" },
    sitting: [
      { name: "Revd Alice Thorne", of: "churches", monthsAgo: 25 },
      { name: "Imam Bilal Hussain", of: "mosque", monthsAgo: 25 },
    ],
  },
  {
    ...{ sector: "residents", basis: "elected", count: 2, chosenBy: { en: "tenants’ and residents’ associations", cy: "cymdeithasau tenantiaid a thrigolion", ur: "کرایہ داروں اور مکینوں کی انجمنیں" } },
    holder: { en: "Residents", cy: "Trigolion", ur: "مکین" },
    sitting: [
      { name: "Wendy Marsh", of: "tenants", monthsAgo: 34 },
      { name: "Kofi Boateng", of: "eastField", monthsAgo: 10 },
    ],
  },
  {
    ...{ sector: "parish", basis: "fixed", count: 1, chosenBy: { en: "parish and town councils", cy: "cynghorau plwyf a thref", ur: "پیرش اور ٹاؤن کونسلیں" } },
    holder: { en: "Parish and town councils", cy: "Cynghorau plwyf a thref", ur: "پیرش اور ٹاؤن کونسلیں" },
    sitting: [{ name: "Cllr Rosemary Tudge", of: "craswick", monthsAgo: 19 }],
  },
  {
    ...{ sector: "any", basis: "diversity-gap", count: 0, countMost: 2, byNetwork: true },
    holder: { en: "Whoever is missing once the others are filled", cy: "Pwy bynnag sydd ar goll wedi i’r lleill gael eu llenwi", ur: "دیگر نشستیں پُر ہونے کے بعد جس کی کمی ہو" },
    chosenBy: { en: "the community network, after each election", cy: "y rhwydwaith cymunedol, ar ôl pob etholiad", ur: "کمیونٹی نیٹ ورک، ہر انتخاب کے بعد" },
    sitting: [{ name: "Tariq Lewis", of: "youth", monthsAgo: 12, chosenBy: "Community Network, after the election" }],
  },
];

const partner = (name: string, of: PartnerKey, email?: string): Sitting => ({ name, of, monthsAgo: 30, chosenBy: "Their own organisation", ...(email !== undefined && { email }) });

/** One seat for each partner. */
export const fullPartnership: readonly SeededLine[] = [
  {
    ...{ sector: "any", basis: "organisation", count: 27, chosenBy: itself },
    holder: { en: "Partners, one seat each", cy: "Partneriaid, un sedd yr un", ur: "شراکت دار، ہر ایک کی ایک نشست" },
    sitting: [
      ...[partner("Cllr Margaret Hollis", "district"), partner("Cllr Peter Lomax", "county"), partner("Dr Amara Okafor", "health"), partner("Superintendent Ian Mercer", "police")],
      ...[partner("Group Manager Sian Pritchard", "fire"), partner("Professor Colin Ashe", "college"), partner("Beverley Naylor", "jobcentre"), partner("Grace Mutasa", "homes")],
      ...[partner("Leonard Frith", "chamber"), partner("Rajesh Nair", "buses"), partner("Hannah Price", "bakery"), partner("Bryony Clegg", "tva"), partner("Delroy Francis", "equality")],
      ...[partner("Yusuf Rahman", "voices", "yusuf.rahman@millbrookvoices.example"), partner("Joyce Adeyemi", "carers", "joyce.adeyemi@tolbridgecarers.example")],
      ...[partner("Malcolm Reed", "foodbank"), partner("Neil Farrow", "access"), partner("Tariq Lewis", "youth"), partner("Irene Catterall", "sixties")],
      ...[partner("Gareth Vaughan", "wildlife"), partner("Agnieszka Dąbrowska", "advice"), partner("Revd Alice Thorne", "churches"), partner("Imam Bilal Hussain", "mosque")],
      ...[partner("Wendy Marsh", "tenants"), partner("Kofi Boateng", "eastField"), partner("Cllr Rosemary Tudge", "craswick"), partner("Eirlys Morgan", "hartwell")],
    ],
  },
];

/** Seats of the groups: how many of the voluntary and community sector, and how many of the others. */
export const groups: Record<string, { community: number; others: number; community_sitting: readonly Sitting[]; others_sitting: readonly Sitting[] }> = {
  "health-and-care": {
    ...{ community: 4, others: 5 },
    community_sitting: [
      { name: "Joyce Adeyemi", of: "carers", monthsAgo: 16, email: "joyce.adeyemi@tolbridgecarers.example" },
      { name: "Irene Catterall", of: "sixties", monthsAgo: 16 },
      { name: "Farah Aziz", of: "voices", monthsAgo: 8, email: "farah.aziz@millbrookvoices.example" },
    ],
    others_sitting: [
      { name: "Dr Amara Okafor", of: "health", monthsAgo: 28 },
      { name: "Louise Penhale", of: "county", monthsAgo: 15 },
      { name: "Grace Mutasa", of: "homes", monthsAgo: 12 },
      { name: "Stephen Iddon", of: "district", monthsAgo: 24 },
    ],
  },
  "safer-tolbridge": {
    ...{ community: 2, others: 6 },
    community_sitting: [{ name: "Yusuf Rahman", of: "voices", monthsAgo: 10, email: "yusuf.rahman@millbrookvoices.example" }],
    others_sitting: [
      { name: "Superintendent Ian Mercer", of: "police", monthsAgo: 11 },
      { name: "Group Manager Sian Pritchard", of: "fire", monthsAgo: 9 },
      { name: "Stephen Iddon", of: "district", monthsAgo: 24 },
      { name: "Wendy Marsh", of: "tenants", monthsAgo: 20 },
      { name: "Anita Rees", of: "county", monthsAgo: 6 },
    ],
  },
  "skills-and-work": {
    ...{ community: 2, others: 5 },
    community_sitting: [{ name: "Agnieszka Dąbrowska", of: "advice", monthsAgo: 13 }],
    others_sitting: [
      { name: "Professor Colin Ashe", of: "college", monthsAgo: 33 },
      { name: "Hannah Price", of: "bakery", monthsAgo: 7 },
      { name: "Beverley Naylor", of: "jobcentre", monthsAgo: 14 },
      { name: "Rajesh Nair", of: "buses", monthsAgo: 7 },
    ],
  },
  "children-and-young-people": {
    ...{ community: 4, others: 4 },
    community_sitting: [
      { name: "Tariq Lewis", of: "youth", monthsAgo: 12 },
      { name: "Ffion Hughes", of: "youth", monthsAgo: 12 },
      { name: "Farah Aziz", of: "voices", monthsAgo: 8, email: "farah.aziz@millbrookvoices.example" },
    ],
    others_sitting: [
      { name: "Louise Penhale", of: "county", monthsAgo: 15 },
      { name: "Professor Colin Ashe", of: "college", monthsAgo: 20 },
      { name: "Anita Rees", of: "county", monthsAgo: 6 },
    ],
  },
};
