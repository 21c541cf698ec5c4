// Whom the demonstration's officers invite, and how its open consultation is made known.
import { chooseLists } from "#app/stakeholders/mailings.store.server.ts";
import { saveList } from "#app/stakeholders/lists.store.server.ts";
import { saveReachLine } from "#app/stakeholders/reach.store.server.ts";
import type { StakeholderHead } from "#app/stakeholders/stakeholder.ts";
import { bringIn, type By } from "#app/stakeholders/stakeholders.store.server.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";

const compact: Omit<StakeholderHead, "name" | "organisation"> = {
  ...{ email: null, telephone: null, post: null, language: "en", audience: "Voluntary and community groups", source: "Signed the Marlshire Compact" },
};

const groups: StakeholderHead[] = [
  { ...compact, name: "Sandra Oakes", organisation: "Community Link Marlshire", email: "sandra.oakes@communitylink.example" },
  { ...compact, name: "Joyce Adeyemi", organisation: "Tolbridge Carers", email: "joyce.adeyemi@tolbridgecarers.example" },
  { ...compact, name: "Yusuf Rahman", organisation: "Millbrook Voices", email: "yusuf.rahman@millbrookvoices.example", language: "ur" },
  { ...compact, name: "Rhiannon Lloyd", organisation: "Cymdeithas Gymraeg Wenlow", email: "rhiannon@cymdeithaswenlow.example", language: "cy" },
  { ...compact, name: "", organisation: "Marlford and Thornley Allotment Society", email: "secretary@marlfordallotments.example" },
  { ...compact, name: "Dennis Pask", organisation: "Craswick Flood Wardens", telephone: "01632 960 214", post: "3 Ford Cottages\nCraswick\nZZ4 7ZZ" },
  { ...compact, name: "Ivy Shaw", organisation: "Hartwell Lunch Club", post: "The Old School\nChapel Lane\nHartwell\nZZ6 2ZZ" },
];

/** A list of those groups, whom the open consultation invites; what has been done to make it known, and who is still missing. */
export async function seedStakeholders(transaction: Transaction, strategy: { id: string; partnershipId: string }, now: Date): Promise<void> {
  const { partnershipId } = strategy;
  const { id: personId } = await transaction.person.findFirstOrThrow({ where: { name: "Farzana Mahmood", isDemonstration: true } });
  const by: By = { partnershipId, personId, now };
  const listId = await saveList(transaction, by, null, "Voluntary and community groups");
  if (listId === null) return;
  await bringIn(transaction, by, listId, groups);
  await chooseLists(transaction, strategy, [listId], by);
  const day = (days: number) => addDays(dayOf(now), days);
  const leaflets = { channel: "leaflet" as const, what: "Leaflet with the council tax letters", who: "Ruth Pemberton", dueOn: day(-18), doneOn: day(-19) };
  await saveReachLine(transaction, strategy, "publicity", null, leaflets, by);
  const talks = { channel: "school" as const, what: "Talks in four sixth forms", who: "Farzana Mahmood", dueOn: day(6), doneOn: null };
  await saveReachLine(transaction, strategy, "publicity", null, talks, by);
  await saveReachLine(transaction, strategy, "log", null, { channel: "leaflet", reached: 41_200, reachedOn: day(-19), note: "One to each household" }, by);
  const farms = {
    ...{ name: "People who work on farms", why: "Few answers come from Wenlow Vale, and meetings are at milking time." },
    ...{ done: "Asked the young farmers' club for an evening.", isReached: false },
  };
  await saveReachLine(transaction, strategy, "groups", null, farms, by);
}
