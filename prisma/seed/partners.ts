// The partners of Tolbridge: who they are, which sector they belong to and where they work.
import type { Sector } from "#app/bodies/sector.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { wards } from "./bodies.ts";

export type Partner = {
  name: Text;
  sector: Sector;
  kind: string;
  /** Of the nine roles of a voluntary organisation. */
  roles?: string[];
  charityNumber?: string;
  website?: string;
  supportNeeds?: string[];
  /** Where it works; everywhere where nothing is said. */
  areaCodes?: readonly string[];
  /** Since when nobody has said that this is right. */
  confirmedMonthsAgo?: number;
  contact?: { name: string; role: Text; email: string; telephone?: string; isPublic?: true; language?: Language };
};

export const partners = {
  district: {
    name: { en: "Tolbridge District Council", cy: "Cyngor Dosbarth Tolbridge", ur: "ٹول برج ڈسٹرکٹ کونسل" },
    ...{ sector: "council", kind: "council", website: "https://www.tolbridge.example" },
    contact: { name: "Philippa Rowe", role: { en: "Head of policy and partnerships", cy: "Pennaeth polisi a phartneriaethau", ur: "سربراہ، پالیسی و شراکت" }, email: "philippa.rowe@tolbridge.example", telephone: "01632 960210", isPublic: true },
  },
  county: {
    name: { en: "Marlshire County Council", cy: "Cyngor Sir Marlshire", ur: "مارلشائر کاؤنٹی کونسل" },
    ...{ sector: "council", kind: "council", website: "https://www.marlshire.example" },
    contact: { name: "Oliver Strand", role: { en: "Localities manager", cy: "Rheolwr ardaloedd", ur: "منتظم، علاقہ جات" }, email: "oliver.strand@marlshire.example" },
  },
  health: {
    name: { en: "Marlshire Integrated Care Board", cy: "Bwrdd Gofal Integredig Marlshire", ur: "مارلشائر انٹیگریٹڈ کیئر بورڈ" },
    ...{ sector: "public", kind: "health" },
    contact: { name: "Dr Amara Okafor", role: { en: "Director for Tolbridge", cy: "Cyfarwyddwr Tolbridge", ur: "ڈائریکٹر، ٹول برج" }, email: "amara.okafor@marlshirecare.example" },
  },
  police: {
    name: { en: "Marlshire Constabulary", cy: "Heddlu Marlshire", ur: "مارلشائر پولیس" },
    ...{ sector: "public", kind: "police" },
    contact: { name: "Superintendent Ian Mercer", role: { en: "Commander, Tolbridge", cy: "Comander, Tolbridge", ur: "کمانڈر، ٹول برج" }, email: "ian.mercer@marlshirepolice.example" },
  },
  fire: { name: { en: "Marlshire Fire and Rescue Service", cy: "Gwasanaeth Tân ac Achub Marlshire", ur: "مارلشائر فائر اینڈ ریسکیو" }, sector: "public", kind: "fire" },
  college: { name: { en: "Tolbridge College", cy: "Coleg Tolbridge" }, sector: "public", kind: "education" },
  jobcentre: { name: { en: "Jobcentre Plus, Tolbridge", cy: "Canolfan Byd Gwaith, Tolbridge" }, sector: "public", kind: "employment-service" },
  homes: { name: { en: "Castle Homes Housing Association", cy: "Cymdeithas Dai Castle Homes" }, sector: "voluntary-community", kind: "housing-association", charityNumber: "999001" },
  chamber: { name: { en: "Tolbridge Chamber of Trade", cy: "Siambr Fasnach Tolbridge" }, sector: "private", kind: "chamber" },
  buses: { name: { en: "Wenlow Buses Ltd", cy: "Bysiau Wenlow Cyf" }, sector: "private", kind: "business" },
  bakery: { name: { en: "Marl Valley Bakery" }, sector: "private", kind: "business" },
  tva: {
    name: { en: "Tolbridge Voluntary Action", cy: "Gweithredu Gwirfoddol Tolbridge", ur: "ٹول برج رضاکارانہ عمل" },
    ...{ sector: "voluntary-community", kind: "umbrella-body", charityNumber: "999002", roles: ["representative", "adviser", "co-ordinator"] },
    contact: { name: "Sandra Oakes", role: { en: "Network co-ordinator", cy: "Cydlynydd y rhwydwaith", ur: "رابطہ کار، نیٹ ورک" }, email: "sandra.oakes@communitylink.example", telephone: "01632 960245", isPublic: true },
  },
  equality: { name: { en: "Marlshire Race Equality Council", cy: "Cyngor Cydraddoldeb Hil Marlshire", ur: "مارلشائر نسلی مساوات کونسل" }, sector: "voluntary-community", kind: "minority-ethnic-group", charityNumber: "999003" },
  voices: {
    name: { en: "Millbrook Voices", ur: "مِل بروک کی آوازیں" },
    ...{ sector: "voluntary-community", kind: "community-group", supportNeeds: ["core-funding", "learning"] },
    contact: { name: "Yusuf Rahman", role: { en: "Chair", cy: "Cadeirydd", ur: "صدر" }, email: "yusuf.rahman@millbrookvoices.example", language: "ur" },
  },
  carers: {
    name: { en: "Tolbridge Carers’ Group", cy: "Grŵp Gofalwyr Tolbridge" },
    ...{ sector: "voluntary-community", kind: "community-group", charityNumber: "999004", supportNeeds: ["volunteers"], confirmedMonthsAgo: 13 },
    contact: { name: "Joyce Adeyemi", role: { en: "Secretary", cy: "Ysgrifennydd", ur: "سیکریٹری" }, email: "joyce.adeyemi@tolbridgecarers.example" },
  },
  foodbank: { name: { en: "Tolbridge Foodbank", cy: "Banc Bwyd Tolbridge" }, sector: "voluntary-community", kind: "voluntary-organisation", charityNumber: "999005" },
  access: { name: { en: "Tolbridge Access Group", cy: "Grŵp Mynediad Tolbridge" }, sector: "voluntary-community", kind: "community-group" },
  youth: { name: { en: "Tolbridge Youth Forum", cy: "Fforwm Ieuenctid Tolbridge" }, sector: "voluntary-community", kind: "community-group" },
  sixties: { name: { en: "Tolbridge Over-Sixties Club", cy: "Clwb Dros Drigain Tolbridge" }, sector: "voluntary-community", kind: "community-group" },
  wildlife: { name: { en: "Marl Rivers and Meadows Trust", cy: "Ymddiriedolaeth Afonydd a Dolydd Marl" }, sector: "voluntary-community", kind: "voluntary-organisation", charityNumber: "999006" },
  advice: { name: { en: "Tolbridge Advice Centre", cy: "Canolfan Gyngor Tolbridge", ur: "ٹول برج مشاورتی مرکز" }, sector: "voluntary-community", kind: "voluntary-organisation", charityNumber: "999007" },
  churches: { name: { en: "Tolbridge Churches Together", cy: "Eglwysi Ynghyd Tolbridge" }, sector: "faith", kind: "faith-group" },
  mosque: { name: { en: "Millbrook Mosque", ur: "مِل بروک مسجد" }, sector: "faith", kind: "faith-group" },
  tenants: { name: { en: "Castle Homes Tenants’ Federation", cy: "Ffederasiwn Tenantiaid Castle Homes" }, sector: "residents", kind: "residents-group" },
  eastField: { name: { en: "East Field Residents’ Association", cy: "Cymdeithas Trigolion East Field" }, sector: "residents", kind: "residents-group" },
  craswick: { name: { en: "Craswick and Ford Parish Council", cy: "Cyngor Plwyf Craswick a Ford" }, sector: "parish", kind: "parish-council", areaCodes: [wards.craswick] },
  hartwell: { name: { en: "Hartwell Town Council", cy: "Cyngor Tref Hartwell" }, sector: "parish", kind: "parish-council", confirmedMonthsAgo: 17 },
} as const satisfies Record<string, Partner>;

export type PartnerKey = keyof typeof partners;
