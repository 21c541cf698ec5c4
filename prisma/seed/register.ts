// What the register finds the demonstration's consultations by.
import type { RegisterEntry } from "#app/consultations/register.ts";
import { text } from "./text.ts";

const residents = { name: text("Everybody who lives there", "Pawb sy’n byw yno", "وہاں رہنے والے سب لوگ") };
const groups = { name: text("Voluntary and community groups", "Grwpiau gwirfoddol a chymunedol", "رضاکار اور سماجی تنظیمیں") };
const businesses = { name: text("Businesses", "Busnesau", "کاروباری ادارے") };
const tolbridge = { name: text("Tolbridge district", "Ardal Tolbridge", "ضلع ٹول برج") };

export const registered = {
  strategy: {
    topics: ["community", "environment", "housing", "transport"],
    places: [{ name: text("Marlshire", "Marlshire", "مارلشائر") }],
    audiences: [residents, groups],
  },
  living: { topics: ["community", "council"], places: [tolbridge], audiences: [residents, groups] },
  halls: { topics: ["community", "leisure-and-culture"], places: [{ name: text("Wenlow Vale", "Nyffryn Wenlow", "وادیِ وینلو") }], audiences: [residents, groups] },
  green: { topics: ["environment", "leisure-and-culture"], places: [{ name: text("Nether Wenlow", "Nether Wenlow", "نیدر وینلو") }], audiences: [residents] },
  loadingBays: { topics: ["business", "transport"], places: [{ name: text("Sheep Street", "Sheep Street", "شیپ سٹریٹ") }], audiences: [businesses] },
} satisfies Record<string, RegisterEntry>;
