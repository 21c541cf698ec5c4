// Saves elections of the Tolbridge Community Network: one for which people can stand now, and two that are still being planned, one after the other.
import { usualHead, type ElectionHead } from "#app/elections/election.ts";
import { beginElection, findElection, saveTimetable, takeStep } from "#app/elections/elections.store.server.ts";
import { listLinesOf } from "#app/elections/lines.store.server.ts";
import { saveOfficers } from "#app/elections/officers.store.server.ts";
import { takeRoll } from "#app/elections/roll.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { seedHustings } from "./hustings.ts";
import { text } from "./text.ts";

/** Days since the notice of the one for which people can stand: its nominations close a fortnight and a bit from now. */
const noticeDaysAgo = 5;

const expenses = text(
  "We pay travel within the district, care for children or others while you are at a meeting, and an interpreter or a signer if you need one. Tell us before, and you need not pay first.",
  "Rydym yn talu am deithio o fewn y dosbarth, am ofal plant neu eraill tra byddwch mewn cyfarfod, ac am gyfieithydd neu ddehonglydd arwyddion os oes angen. Rhowch wybod ymlaen llaw, ac nid oes rhaid i chi dalu’n gyntaf.",
  "ہم ضلع کے اندر سفر، اجلاس کے دوران بچوں یا دوسروں کی نگہداشت، اور ضرورت ہو تو مترجم یا اشاروں کے ترجمان کا خرچ دیتے ہیں۔ پہلے بتا دیں تو آپ کو خود پہلے ادا نہیں کرنا پڑے گا۔",
);

const core: Omit<ElectionHead, "termStartsOn" | "lineId" | "reserves"> = {
  ...usualHead,
  title: text("Five members of the network’s core group", "Pum aelod o grŵp craidd y rhwydwaith", "نیٹ ورک کے مرکزی گروپ کے پانچ رکن"),
  role: text(
    "The core group decides what the network works on, between its meetings. It prepares what our members on the board say there, and it tells all member groups afterwards what came of it.\n\nYou do not need to have done this before. Somebody who has will go with you to your first two meetings.",
    "Y grŵp craidd sy’n penderfynu ar beth mae’r rhwydwaith yn gweithio, rhwng ei gyfarfodydd. Mae’n paratoi’r hyn y mae ein haelodau ar y bwrdd yn ei ddweud yno, ac yn dweud wrth bob grŵp sy’n aelod wedyn beth ddaeth ohono.\n\nNid oes angen i chi fod wedi gwneud hyn o’r blaen. Bydd rhywun sydd wedi gwneud hynny yn dod gyda chi i’ch dau gyfarfod cyntaf.",
    "مرکزی گروپ نیٹ ورک کے اجلاسوں کے درمیان طے کرتا ہے کہ نیٹ ورک کس پر کام کرے۔ وہ تیاری کرتا ہے کہ بورڈ پر ہمارے رکن وہاں کیا کہیں، اور بعد میں تمام رکن گروپوں کو بتاتا ہے کہ نتیجہ کیا نکلا۔\n\nپہلے سے تجربہ ضروری نہیں۔ کوئی تجربہ کار آپ کے پہلے دو اجلاسوں میں آپ کے ساتھ جائے گا۔",
  ),
  personSpec: text(
    "People who know what their group and its neighbours need, who listen, and who will speak for more than their own group.",
    "Pobl sy’n gwybod beth sydd ei angen ar eu grŵp a’i gymdogion, sy’n gwrando, ac a fydd yn siarad dros fwy na’u grŵp eu hunain.",
    "وہ لوگ جو جانتے ہیں کہ ان کے گروپ اور آس پاس والوں کو کیا چاہیے، جو سنتے ہیں، اور جو صرف اپنے گروپ ہی کی نہیں بلکہ دوسروں کی بھی بات کریں گے۔",
  ),
  timeNeeded: text(
    "Six evening meetings a year, from half past six to half past eight, and about two hours to read before each.",
    "Chwe chyfarfod gyda’r nos y flwyddyn, o hanner awr wedi chwech tan hanner awr wedi wyth, a thua dwy awr o ddarllen cyn pob un.",
    "سال میں چھ شام کے اجلاس، ساڑھے چھ سے ساڑھے آٹھ تک، اور ہر ایک سے پہلے تقریباً دو گھنٹے کا مطالعہ۔",
  ),
  ...{ expenses, seats: 5, termInMonths: 24 },
};

const minority = {
  name: text("Ethnic group", "Grŵp ethnig", "نسلی گروہ"),
  justification: text(
    "One resident of Tolbridge in seven is Black, Asian or of another minority ethnic community. Of the fifteen people elected to the core group so far, one was. Keeping one place of five changes that and leaves the other four open to all (Equality Act 2010, section 158).",
    "Mae un o bob saith o drigolion Tolbridge yn Ddu, yn Asiaidd neu o gymuned leiafrifol ethnig arall. O’r pymtheg o bobl a etholwyd i’r grŵp craidd hyd yma, un oedd felly. Mae cadw un lle o bump yn newid hynny ac yn gadael y pedwar arall yn agored i bawb (Deddf Cydraddoldeb 2010, adran 158).",
    "ٹول برج کے ہر سات میں سے ایک باشندہ سیاہ فام، ایشیائی یا کسی اور نسلی اقلیتی برادری سے ہے۔ مرکزی گروپ میں اب تک منتخب ہونے والے پندرہ لوگوں میں سے ایک ایسا تھا۔ پانچ میں سے ایک نشست مخصوص رکھنا اسے بدلتا ہے اور باقی چار سب کے لیے کھلی رہتی ہیں (مساوات ایکٹ 2010، دفعہ 158)۔",
  ),
  group: text("Black, Asian or another minority ethnic community", "Cymuned Ddu, Asiaidd neu leiafrifol ethnig arall", "سیاہ فام، ایشیائی یا کوئی اور نسلی اقلیتی برادری"),
};

const boardSeat: Omit<ElectionHead, "termStartsOn" | "lineId" | "reserves"> = {
  ...usualHead,
  title: text("A community member of the board", "Aelod cymunedol o’r bwrdd", "بورڈ کا ایک مقامی رکن"),
  role: text(
    "Irene Catterall has left the board. Whoever is elected takes her seat for the rest of its term, speaks there for voluntary and community groups, and reports back to the network.",
    "Mae Irene Catterall wedi gadael y bwrdd. Bydd pwy bynnag a etholir yn cymryd ei sedd am weddill ei thymor, yn siarad yno dros grwpiau gwirfoddol a chymunedol, ac yn adrodd yn ôl i’r rhwydwaith.",
    "آئرین کیٹرال بورڈ چھوڑ چکی ہیں۔ جو منتخب ہوگا وہ باقی مدت کے لیے ان کی نشست سنبھالے گا، وہاں رضاکارانہ اور مقامی گروپوں کی بات کرے گا، اور نیٹ ورک کو بتائے گا کہ کیا ہوا۔",
  ),
  ...{ expenses, seats: 1, delegates: 2, termInMonths: 20, rules: "scottish" },
};

const young = {
  name: text("Age", "Oedran", "عمر"),
  justification: text(
    "One resident of Tolbridge in six is between 16 and 24. Nobody on the board is (Equality Act 2010, section 158).",
    "Mae un o bob chwech o drigolion Tolbridge rhwng 16 a 24 oed. Nid oes neb ar y bwrdd (Deddf Cydraddoldeb 2010, adran 158).",
    "ٹول برج کے ہر چھ میں سے ایک باشندہ 16 سے 24 سال کا ہے۔ بورڈ میں کوئی نہیں (مساوات ایکٹ 2010، دفعہ 158)۔",
  ),
  group: text("16 to 24", "16 i 24", "16 تا 24"),
};

/** Planned already; its notice waits until the seat that Irene Catterall left is filled. */
const boardGap: Omit<ElectionHead, "termStartsOn" | "lineId" | "reserves"> = {
  ...usualHead,
  title: text("A member of the board for whoever is missing", "Aelod o’r bwrdd dros bwy bynnag sydd ar goll", "بورڈ کا ایک رکن، جس کی کمی ہو اس کے لیے"),
  role: text(
    "Once the network’s other seats on the board are filled, two more are for people who are missing there. Whoever is elected speaks on the board for themselves and for others like them.",
    "Wedi i seddi eraill y rhwydwaith ar y bwrdd gael eu llenwi, mae dwy arall i bobl sydd ar goll yno. Mae pwy bynnag a etholir yn siarad ar y bwrdd drostynt eu hunain a thros eraill tebyg iddynt.",
    "جب بورڈ پر نیٹ ورک کی دوسری نشستیں پُر ہو جائیں تو دو مزید ان لوگوں کے لیے ہیں جن کی وہاں کمی ہو۔ جو منتخب ہو وہ بورڈ پر اپنی اور اپنے جیسے دوسروں کی بات کرتا ہے۔",
  ),
  ...{ expenses, seats: 1, termInMonths: 24, rules: "scottish" },
};

export async function seedElections(transaction: Transaction, partnership: Partnership, now: Date): Promise<void> {
  const network = await findNetwork(transaction, partnership.id, "community-network");
  const lines = await listLinesOf(transaction, partnership.id, network.id);
  const lineOf = (slug: string) => lines.find(({ body }) => body.slug === slug)?.id ?? null;
  const idOf = async (email: string) => (await transaction.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const keeper = await idOf("sandra.oakes@communitylink.example");
  const today = dayOf(now);
  const by = (date: string, time: string) => ({ partnershipId: partnership.id, personId: keeper, now: instantAt(date, time) });
  const firstOf = (date: string) => `${date.slice(0, 7)}-01`;

  const noticeOn = addDays(today, -noticeDaysAgo);
  const begun = by(addDays(noticeOn, -9), "10:20");
  const reserves = [{ id: newId(), name: minority.name, justification: minority.justification, groups: [{ id: newId(), name: minority.group, least: 1, most: null }] }];
  const head: ElectionHead = { ...core, reserves, lineId: lineOf("community-network"), termStartsOn: firstOf(addMonths(today, 3)) };
  const open = { id: await beginElection(transaction, begun, network.id, head) };
  await saveTimetable(transaction, begun, open, proposedTimetable(noticeOn));
  await saveOfficers(transaction, begun, open, {
    returningOfficerId: await idOf("helen.standish@tolbridge.example"),
    scrutineerIds: [await idOf("cllr.bennett-clarke@marlshire.example"), await idOf("graham.tuffley@marlshire.example")],
  });
  await takeStep(transaction, by(noticeOn, "09:30"), open, { kind: "notice-published", facts: { letters: 11 } });
  await seedHustings(transaction, { id: open.id, partnershipId: partnership.id }, addDays(proposedTimetable(noticeOn).pollOpensOn, 2), begun.now);
  await takeRoll(transaction, by(noticeOn, "11:40"), await findElection(transaction, partnership.id, open.id));

  const planned = { ...boardSeat, reserves: [], lineId: lineOf("board"), termStartsOn: firstOf(addMonths(today, 4)) };
  const first = await beginElection(transaction, by(addDays(today, -2), "14:05"), network.id, planned);
  const missing = lines.find(({ body, holder }) => body.slug === "board" && holder.en?.startsWith("Whoever is missing"));
  const youth = [{ id: newId(), name: young.name, justification: young.justification, groups: [{ id: newId(), name: young.group, least: 1, most: null }] }];
  const second = { ...boardGap, reserves: youth, lineId: missing?.id ?? null, termStartsOn: firstOf(addMonths(today, 7)) };
  const id = await beginElection(transaction, by(addDays(today, -1), "11:50"), network.id, second);
  await transaction.networkElection.update({ where: { id }, data: { firstStageId: first } });
}
