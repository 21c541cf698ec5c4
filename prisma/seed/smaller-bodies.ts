// The seats of the bodies of the Tolbridge Partnership that are neither its board nor its groups for themes.
import type { Text } from "#app/shared/languages.ts";
import type { SeededLine, Sitting } from "./seats.ts";
import type { PartnerKey } from "./partners.ts";

const itself: Text = { en: "the organisation itself", cy: "y sefydliad ei hun", ur: "خود تنظیم" };
const officer = (name: string, of: PartnerKey, monthsAgo: number): Sitting => ({ name, of, monthsAgo, seniority: "manager" });
const resident = (name: string, monthsAgo: number): Sitting => ({ name, of: null, monthsAgo, chosenBy: "Spring meeting of the forum" });

export const smallerBodies: Readonly<Record<string, readonly SeededLine[]>> = {
  "management-group": [
    {
      ...{ sector: "council", basis: "organisation", count: 1, organisation: "district", chosenBy: itself, isRequired: true },
      holder: { en: "Tolbridge District Council", cy: "Cyngor Dosbarth Tolbridge", ur: "ٹول برج ڈسٹرکٹ کونسل" },
      sitting: [officer("Stephen Iddon", "district", 24)],
    },
    {
      ...{ sector: "council", basis: "organisation", count: 1, organisation: "county", chosenBy: itself },
      holder: { en: "Marlshire County Council", cy: "Cyngor Sir Marlshire", ur: "مارلشائر کاؤنٹی کونسل" },
      sitting: [officer("Louise Penhale", "county", 15)],
    },
    {
      ...{ sector: "public", basis: "fixed", count: 3 },
      holder: { en: "Health, police and learning", cy: "Iechyd, yr heddlu a dysgu", ur: "صحت، پولیس اور تعلیم" },
      sitting: [officer("Ruksana Malik", "health", 19), officer("Inspector Paul Weir", "police", 11), officer("Judith Lowe", "college", 27)],
    },
    {
      ...{ sector: "voluntary-community", basis: "organisation", count: 1, organisation: "tva", chosenBy: itself },
      holder: { en: "Tolbridge Voluntary Action", cy: "Gweithredu Gwirfoddol Tolbridge", ur: "ٹول برج رضاکارانہ عمل" },
      sitting: [officer("Catrin Bowen", "tva", 22)],
    },
  ],
  "millbrook-forum": [
    {
      ...{ sector: "residents", basis: "elected", count: 5, chosenBy: { en: "whoever comes to the spring meeting and lives in Millbrook", cy: "pwy bynnag a ddaw i gyfarfod y gwanwyn ac sy’n byw yn Millbrook", ur: "بہار کے اجلاس میں آنے والے مِل بروک کے رہائشی" } },
      holder: { en: "Committee of residents", cy: "Pwyllgor o drigolion", ur: "مکینوں کی کمیٹی" },
      sitting: [resident("Shabana Kausar", 7), resident("Terry Blount", 7), resident("Nia Parry", 7), resident("Abdul Qayyum", 7)],
    },
    {
      // those elected to it are seated with their election
      ...{ sector: "residents", basis: "elected", count: 3, byNetwork: true, sitting: [] },
      holder: { en: "Neighbourhood panel", cy: "Panel y gymdogaeth", ur: "محلہ پینل" },
      chosenBy: { en: "everybody over 16 who lives in Millbrook, by ballot", cy: "pawb dros 16 sy’n byw yn Millbrook, drwy bleidlais", ur: "مِل بروک میں رہنے والے 16 سال سے بڑے سب لوگ، ووٹ سے" },
    },
  ],
  "flood-task-group": [
    {
      ...{ sector: "council", basis: "organisation", count: 1, organisation: "county", chosenBy: itself, isRequired: true },
      holder: { en: "The county council, which looks after drains", cy: "Y cyngor sir, sy’n gofalu am ddraeniau", ur: "کاؤنٹی کونسل، جو نالیوں کی ذمہ دار ہے" },
      sitting: [officer("Anita Rees", "county", 6)],
    },
    {
      ...{ sector: "parish", basis: "fixed", count: 1 },
      holder: { en: "The parish that floods", cy: "Y plwyf sy’n gorlifo", ur: "وہ پیرش جو ڈوبتی ہے" },
      sitting: [{ name: "Cllr Rosemary Tudge", of: "craswick", monthsAgo: 11 }],
    },
    {
      ...{ sector: "voluntary-community", basis: "organisation", count: 1, organisation: "wildlife", chosenBy: itself },
      holder: { en: "Marl Rivers and Meadows Trust", cy: "Ymddiriedolaeth Afonydd a Dolydd Marl", ur: "مارل دریا اور چراگاہ ٹرسٹ" },
      sitting: [{ name: "Gareth Vaughan", of: "wildlife", monthsAgo: 11 }],
    },
    {
      ...{ sector: "residents", basis: "fixed", count: 2, chosenBy: { en: "those whose houses flooded", cy: "y rhai y gorlifodd eu tai", ur: "وہ لوگ جن کے گھر ڈوبے" } },
      holder: { en: "People whose houses flooded", cy: "Pobl y gorlifodd eu tai", ur: "وہ لوگ جن کے گھر ڈوبے" },
      sitting: [{ name: "Dorothy Ames", of: null, monthsAgo: 10 }, { name: "Craig Hallam", of: null, monthsAgo: 10 }],
    },
  ],
  "community-network": [
    {
      ...{ sector: "voluntary-community", basis: "elected", count: 5, byNetwork: true, chosenBy: { en: "the network at its yearly meeting", cy: "y rhwydwaith yn ei gyfarfod blynyddol", ur: "نیٹ ورک اپنے سالانہ اجلاس میں" } },
      holder: { en: "Core group", cy: "Grŵp craidd", ur: "مرکزی گروپ" },
      sitting: [
        { name: "Malcolm Reed", of: "foodbank", monthsAgo: 13 },
        { name: "Neil Farrow", of: "access", monthsAgo: 13 },
        { name: "Ffion Hughes", of: "youth", monthsAgo: 13 },
        { name: "Irene Catterall", of: "sixties", monthsAgo: 13 },
        { name: "Agnieszka Dąbrowska", of: "advice", monthsAgo: 1 },
      ],
    },
  ],
  "millbrook-centre-trust": [
    {
      ...{ sector: "public", basis: "organisation", count: 1, organisation: "health", chosenBy: itself },
      holder: { en: "Health", cy: "Iechyd", ur: "صحت" },
      sitting: [officer("Ruksana Malik", "health", 19)],
    },
    {
      ...{ sector: "voluntary-community", basis: "fixed", count: 3 },
      holder: { en: "Groups that use the centre", cy: "Grwpiau sy’n defnyddio’r ganolfan", ur: "سینٹر استعمال کرنے والے گروپ" },
      sitting: [{ name: "Farida Begum", of: "voices", monthsAgo: 23 }, { name: "Colin Bright", of: "advice", monthsAgo: 23 }, { name: "Pauline Hart", of: "sixties", monthsAgo: 9 }],
    },
    {
      ...{ sector: "residents", basis: "elected", count: 2, chosenBy: { en: "the Millbrook area forum", cy: "fforwm ardal Millbrook", ur: "مِل بروک علاقائی فورم" } },
      holder: { en: "Residents of Millbrook", cy: "Trigolion Millbrook", ur: "مِل بروک کے مکین" },
      sitting: [{ name: "Terry Blount", of: null, monthsAgo: 7 }, { name: "Shabana Kausar", of: null, monthsAgo: 7 }],
    },
  ],
};
