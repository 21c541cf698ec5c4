// Saves an election in which people vote and put themselves on the roll: two residents for the panel of the villages. Some have come onto it
// already, by e-mail, by post and by hand, and it is open for more.
import { usualHead, type ElectionHead } from "#app/elections/election.ts";
import { beginElection, saveTimetable, takeStep } from "#app/elections/elections.store.server.ts";
import { saveOfficers } from "#app/elections/officers.store.server.ts";
import { addVoter } from "#app/elections/roll.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { text } from "./text.ts";

/** Its nominations, and the roll with them, stay open for a good fortnight. */
const noticeDaysAgo = 6;

const head: Omit<ElectionHead, "termStartsOn" | "constituencyId"> = {
  ...usualHead,
  title: text("Two residents for the villages’ panel", "Dau breswylydd ar gyfer panel y pentrefi", "دیہات کے پینل کے لیے دو رہائشی"),
  role: text(
    "The panel of the villages shares out £20,000 a year among halls, paths and buses. Two of its six are chosen by whoever lives in one of the villages, whether they belong to a group or not.",
    "Mae panel y pentrefi yn rhannu £20,000 y flwyddyn rhwng neuaddau, llwybrau a bysiau. Dewisir dau o’r chwech gan bwy bynnag sy’n byw yn un o’r pentrefi, p’un a ydynt yn perthyn i grŵp ai peidio.",
    "دیہات کا پینل ہر سال £20,000 ہالوں، راستوں اور بسوں میں بانٹتا ہے۔ اس کے چھ میں سے دو کو دیہات میں رہنے والے چنتے ہیں، چاہے وہ کسی گروپ میں ہوں یا نہ ہوں۔",
  ),
  timeNeeded: text("Five evenings a year, each in another village hall.", "Pum noson y flwyddyn, pob un mewn neuadd bentref wahanol.", "سال میں پانچ شامیں، ہر بار کسی اور گاؤں کے ہال میں۔"),
  ...{ seats: 2, termInMonths: 24, electorate: "people", registering: "residents", supporters: 0 },
};

type Comes = { name: string; daysAgo: number; email?: string; post?: string };

/** In the order in which they came; people of one household share an address. */
const residents: readonly Comes[] = [
  { name: "Megan Tudge", daysAgo: 5, email: "tudges@craswickvillage.example" },
  { name: "Alun Tudge", daysAgo: 5, email: "tudges@craswickvillage.example" },
  { name: "Walter Sallis", daysAgo: 4, post: "3 Forge Cottages\nBrockley" },
  { name: "Priya Nair", daysAgo: 4, email: "priya.nair@hartwellmail.example" },
  { name: "Dorothy Penhale", daysAgo: 3, post: "The Old Smithy\nHartwell" },
  { name: "Huw Lloyd", daysAgo: 3, email: "huw.lloyd@craswickvillage.example" },
  { name: "Tomasz Wilk", daysAgo: 2, email: "tomasz.wilk@hartwellmail.example" },
  { name: "Eileen Sallis", daysAgo: 2, post: "3 Forge Cottages\nBrockley" },
  { name: "Grace Oyelaran", daysAgo: 1, email: "grace.oyelaran@brockleypost.example" },
];

export async function seedRegistering(transaction: Transaction, partnership: Partnership, now: Date): Promise<void> {
  const network = await findNetwork(transaction, partnership.id, "community-network");
  const villages = network.constituencies.find(({ name }) => name.en === "Villages around Tolbridge")!;
  const idOf = async (email: string) => (await transaction.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const keeper = await idOf("sandra.oakes@communitylink.example");
  const [today, noticeOn] = [dayOf(now), addDays(dayOf(now), -noticeDaysAgo)];
  const by = (date: string, time: string) => ({ partnershipId: partnership.id, personId: keeper, now: instantAt(date, time) });
  const begun = by(addDays(noticeOn, -12), "15:10");
  const id = await beginElection(transaction, begun, network.id, { ...head, constituencyId: villages.id, termStartsOn: `${addMonths(today, 4).slice(0, 7)}-01` });
  await saveTimetable(transaction, begun, { id }, proposedTimetable(noticeOn));
  await saveOfficers(transaction, begun, { id }, { returningOfficerId: await idOf("helen.standish@tolbridge.example"), scrutineerIds: [await idOf("graham.tuffley@marlshire.example")] });
  await takeStep(transaction, by(noticeOn, "10:05"), { id }, { kind: "notice-published", facts: { letters: 11 } });
  await addVoter(transaction, by(noticeOn, "14:20"), { id, partnershipId: partnership.id }, { name: "Ivy Marsh", delegate: "", email: null, post: null, language: "en", reason: "Asked at the village hall; has neither e-mail nor a letterbox" });
  // because they came by pages that wrote letters to them, and the demonstration begins with none
  for (const [index, { name, daysAgo, email = null, post = null }] of residents.entries()) {
    const voter = newId();
    const declaredAt = instantAt(addDays(today, -daysAgo), "18:40");
    await transaction.voter.create({ data: { id: voter, partnershipId: partnership.id, electionId: id, number: index + 2, name, email, post, language: "en", declaredAt } });
    await recordAudit(transaction, { partnershipId: partnership.id, action: "roll.register", subjectKind: "voter", subjectId: voter, facts: { electionId: id } });
  }
}
