// The demonstration's people: those who run consultations, those who watch over them and those who speak for others.
import type { Role } from "#app/people/role.ts";
import { grantRole, savePerson } from "#app/people/store.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import type { Partnerships } from "./partnerships.ts";

type Somebody = {
  name: string;
  email: string;
  language?: Language;
  roles: { role: Role; in: keyof Partnerships; below?: boolean }[];
};

const everybody: Somebody[] = [
  { name: "Ruth Pemberton", email: "ruth.pemberton@marlshire.example", roles: [{ role: "administrator", in: "marlshire", below: true }] },
  { name: "Farzana Mahmood", email: "farzana.mahmood@marlshire.example", roles: [{ role: "editor", in: "marlshire" }] },
  { name: "Alun Prosser", email: "alun.prosser@marlshire.example", language: "cy", roles: [{ role: "approver", in: "marlshire", below: true }] },
  { name: "Dawit Haile", email: "dawit.haile@marlshire.example", roles: [{ role: "analyst", in: "marlshire", below: true }] },
  { name: "Katarzyna Nowak", email: "katarzyna.nowak@marlshire.example", roles: [{ role: "statistics", in: "marlshire", below: true }] },
  { name: "Graham Tuffley", email: "graham.tuffley@marlshire.example", roles: [{ role: "data-controller", in: "marlshire", below: true }] },
  { name: "Marcia Bennett-Clarke", email: "cllr.bennett-clarke@marlshire.example", roles: [{ role: "scrutiny", in: "marlshire", below: true }] },
  { name: "Gwenllian Pugh", email: "gwenllian.pugh@marlshire.example", language: "cy", roles: [{ role: "translator", in: "marlshire", below: true }] },
  { name: "Nasreen Akhtar", email: "nasreen.akhtar@marlshire.example", language: "ur", roles: [{ role: "translator", in: "marlshire", below: true }] },
  { name: "Eleri Whitcombe", email: "eleri.whitcombe@marlshire.example", language: "cy", roles: [{ role: "secretariat", in: "marlshire", below: true }] },
  { name: "Sandra Oakes", email: "sandra.oakes@communitylink.example", roles: [{ role: "network-administrator", in: "marlshire", below: true }] },
  { name: "Imran Siddiqui", email: "imran.siddiqui@tolbridge.example", language: "ur", roles: [{ role: "editor", in: "tolbridge" }, { role: "analyst", in: "tolbridge" }] },
  { name: "Helen Standish", email: "helen.standish@tolbridge.example", roles: [{ role: "approver", in: "tolbridge" }] },
  { name: "Yusuf Rahman", email: "yusuf.rahman@millbrookvoices.example", roles: [{ role: "representative", in: "tolbridge" }] },
  { name: "Joyce Adeyemi", email: "joyce.adeyemi@tolbridgecarers.example", roles: [{ role: "representative", in: "tolbridge" }] },
  { name: "Farah Aziz", email: "farah.aziz@millbrookvoices.example", language: "ur", roles: [{ role: "representative", in: "tolbridge" }] },
  { name: "Tomos Bevan", email: "tomos.bevan@wenlowvale.example", language: "cy", roles: [{ role: "editor", in: "wenlowVale", below: true }] },
  { name: "Bridget Farrell", email: "bridget.farrell@wenlowvale.example", roles: [{ role: "approver", in: "wenlowVale", below: true }] },
  { name: "Huw Jenkins", email: "clerk@netherwenlow.example", roles: [{ role: "parish-clerk", in: "netherWenlow" }] },
];

/** Saves them all with their roles. */
export async function seedPeople(transaction: Transaction, partnerships: Partnerships): Promise<void> {
  for (const { roles, language = "en", name, email } of everybody) {
    const personId = await savePerson(transaction, { name, email, language, isDemonstration: true });
    for (const { role, in: place, below = false } of roles) {
      await grantRole(transaction, { personId, partnershipId: partnerships[place].id, role, includesBelow: below });
    }
  }
}
