// Saves an election in which seven could vote: the network's groups of young people chose their convenors. They had asked that only the order be told.
import { usualHead, type ElectionHead } from "#app/elections/election.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { destroyAfterAYear, saveHeldElection } from "./held-election.ts";
import { text } from "./text.ts";

const head: Omit<ElectionHead, "termStartsOn"> = {
  ...usualHead,
  title: text("Two convenors of the groups of young people", "Dau gynullydd y grwpiau pobl ifanc", "نوجوانوں کے گروپوں کے دو رابطہ کار"),
  role: text(
    "The convenors call the groups together four times a year and carry what they say to the network’s meetings.",
    "Mae’r cynullwyr yn galw’r grwpiau ynghyd bedair gwaith y flwyddyn ac yn mynd â’r hyn a ddywedant i gyfarfodydd y rhwydwaith.",
    "رابطہ کار سال میں چار بار گروپوں کو اکٹھا کرتے ہیں اور ان کی بات نیٹ ورک کے اجلاسوں تک پہنچاتے ہیں۔",
  ),
  ...{ seats: 2, termInMonths: 24, supporters: 0, resultsDetail: "order" },
};

const candidates = [
  {
    ...{ name: "Aaliyah Hussain", organisation: "Millbrook Youth Council", service: "", groups: {} },
    statement: text("I want us to meet where the bus goes, and after six.", "Rwyf am i ni gwrdd lle mae’r bws yn mynd, ac ar ôl chwech.", "میں چاہتی ہوں کہ ہم وہاں ملیں جہاں بس جاتی ہے، اور چھ بجے کے بعد۔"),
  },
  {
    ...{ name: "Owen Gittins", organisation: "Craswick Young Farmers", service: "Secretary of the young farmers, two years", groups: {} },
    statement: text("In the villages the last bus goes at five. I would bring the meetings to us by turns.", "Yn y pentrefi mae’r bws olaf yn mynd am bump. Byddwn yn dod â’r cyfarfodydd atom ni yn eu tro.", "دیہات میں آخری بس پانچ بجے جاتی ہے۔ میں باری باری اجلاس ہمارے ہاں لاؤں گا۔"),
  },
  {
    ...{ name: "Ruby Tanner", organisation: "Tolbridge Skate Park Users", service: "", groups: {} },
    statement: text("We were asked about the skate park when it was finished. Next time we should be asked before.", "Gofynnwyd i ni am y parc sglefrio pan oedd wedi’i orffen. Y tro nesaf dylid gofyn i ni cyn hynny.", "سکیٹ پارک کے بارے میں ہم سے تب پوچھا گیا جب وہ بن چکا تھا۔ اگلی بار پہلے پوچھا جانا چاہیے۔"),
  },
];

/** How its seven voters ranked them, and one paper left blank. */
const ranked = [[1, 2], [1, 3], [1], [2, 1], [3, 2], [2], []];

export async function seedSmallElection(transaction: Transaction, partnership: Partnership, now: Date): Promise<void> {
  const { constituencies } = await findNetwork(transaction, partnership.id, "community-network");
  const young = constituencies.find(({ name }) => name.en === "Young people")!;
  const totals = { issued: 7, returned: 7, online: 6, paper: 1, blank: 1, spoilt: 0, void: 0 };
  const ballots = ranked.map((preferences) => ({ preferences, spoilt: preferences.length === 0 ? "blank" : null }));
  const report = "I checked the roll and the fingerprint, and counted the sealed file again at home. It comes to the same order.";
  const id = await saveHeldElection(transaction, partnership, { head: { ...head, constituencyId: young.id }, noticeDaysAgo: 520, totals, candidates, ballots, lotText: "3 3 5 1", report }, now);
  await destroyAfterAYear(transaction, partnership, id, now);
}
