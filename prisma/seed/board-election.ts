// Saves the election in which the network chose its six members of the board, more than a year ago: on paper, at a meeting, before elections were held
// here. Its ballot file was loaded later, so that everybody can see how those who sit came to their seats.
import { readBlt } from "#app/counting/blt.ts";
import { countTwice } from "#app/elections/counted.ts";
import { declare, findContest } from "#app/elections/counts.store.server.ts";
import { findElection, takeStep } from "#app/elections/elections.store.server.ts";
import { loadElection } from "#app/elections/loaded.store.server.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { text } from "./text.ts";

/** Nine stood; twenty-two papers were handed in. */
const ballots = `9 6
3 1 5 2 0
3 2 1 7 0
2 3 4 8 0
1 3 9 4 0
3 4 3 6 0
3 5 1 2 0
3 6 4 3 0
1 7 2 0
1 7 1 6 0
1 8 3 0
1 9 5 4 0
0
"Yusuf Rahman"
"Joyce Adeyemi"
"Malcolm Reed"
"Agnieszka Dąbrowska"
"Gareth Vaughan"
"Irene Catterall"
"Philip Nash"
"Denise Okoro"
"Rhodri Bevan"
"Six community members of the board"
`;

export async function seedBoardElection(transaction: Transaction, { id: partnershipId }: Partnership, now: Date): Promise<void> {
  const { id: personId } = await transaction.person.findUniqueOrThrow({ where: { email: "sandra.oakes@communitylink.example" }, select: { id: true } });
  const today = dayOf(now);
  const by = { partnershipId, personId, now: instantAt(addDays(today, -150), "14:30") };
  const read = readBlt(ballots);
  if (!read.ok) throw new Error("The ballots of the board's election cannot be read");
  const electionId = await loadElection(transaction, by, {
    ...{ networkId: (await findNetwork(transaction, partnershipId, "community-network")).id, rules: "scottish", contest: read.value, reserved: [], lots: null },
    ...{ heldOn: addDays(addMonths(today, -13), -12), title: text("Six community members of the board", "Chwe aelod cymunedol o’r bwrdd", "بورڈ کے چھ مقامی ارکان") },
    source: text(
      "Papers of the network’s meeting in the Corn Exchange, typed by two people. Invented for the demonstration, like everything here.",
      "Papurau cyfarfod y rhwydwaith yn y Gyfnewidfa Ŷd, wedi’u teipio gan ddau berson. Dyfeisiwyd ar gyfer yr arddangosiad, fel popeth yma.",
      "کارن ایکسچینج میں نیٹ ورک کے اجلاس کے کاغذات، دو لوگوں کے ٹائپ کیے ہوئے۔ یہاں کی ہر چیز کی طرح نمونے کے لیے گھڑے گئے۔",
    ),
  });
  const election = await findElection(transaction, partnershipId, electionId);
  const { contest, terms, standers } = await findContest(transaction, election);
  const counted = countTwice(election.rules, contest, terms);
  if (counted.kind !== "counted") throw new Error("The election of the board's members could not be counted");
  await transaction.electionCount.create({ data: { electionId, partnershipId, first: counted.first, second: counted.second, countedAt: by.now, countedById: personId } });
  await takeStep(transaction, by, election, { kind: "counted" });
  await declare(transaction, by, election, { sheet: counted.sheet, standers });
  const elected = counted.sheet.elected.map((number) => standers.find((one) => one.number === number)!.name);
  const { count } = await transaction.appointment.updateMany({ where: { partnershipId, chosenHow: "elected", name: { in: elected }, body: { slug: "board" } }, data: { electionId } });
  if (count !== elected.length) throw new Error("Others were elected to the board than sit on it");
}
