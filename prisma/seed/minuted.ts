// What was said at the past meetings of the Tolbridge Partnership, who took on what, and what members told those they sit for.
import type { Language, Text } from "#app/shared/languages.ts";
import { text } from "./text.ts";

export type SeededAction = {
  /** Which item of the agenda, the first being 0. */
  item: number;
  text: Text;
  /** Somebody who sits there, or another name. */
  owner: string;
  /** After the meeting. */
  dueInDays: number;
  isDone?: true;
};

export type Minuted = {
  /** What was said of each item, in their order. */
  items: readonly Text[];
  actions: readonly SeededAction[];
  reports?: readonly { name: string; language: Language; text: string }[];
};

const welcomed = text(
  "The chair welcomed everybody. Apologies were noted. Nobody declared an interest in anything on the agenda. The minutes of the last meeting were agreed.",
  "Croesawodd y cadeirydd bawb. Nodwyd yr ymddiheuriadau. Ni ddatganodd neb fuddiant yn unrhyw beth ar yr agenda. Cytunwyd ar gofnodion y cyfarfod diwethaf.",
  "صدر نے سب کو خوش آمدید کہا۔ معذرتیں درج کی گئیں۔ ایجنڈے کی کسی بات میں کسی نے مفاد ظاہر نہیں کیا۔ پچھلے اجلاس کی روداد منظور ہوئی۔",
);
const nothingElse = text("Nothing else was raised.", "Ni chodwyd dim arall.", "اور کوئی بات نہیں اٹھائی گئی۔");

/** By the body and the days of the meeting, as in the list of meetings. */
export const minuted: Readonly<Record<string, Minuted>> = {
  "partnership -273": {
    items: [
      text("Sixty people came. Those who had not been before were shown how the conference works.", "Daeth trigain o bobl. Dangoswyd i’r rhai nad oeddent wedi bod o’r blaen sut mae’r gynhadledd yn gweithio.", "ساٹھ لوگ آئے۔ جو پہلی بار آئے اُنہیں بتایا گیا کہ کانفرنس کیسے چلتی ہے۔"),
      text(
        "Three people were put forward and each spoke for five minutes. People talked in small groups and then said what matters to them in a chair: that every sector is heard, and that meetings end on time. The sectors take turns, and this time it is the voluntary sector’s.",
        "Cynigiwyd tri pherson a siaradodd pob un am bum munud. Bu pobl yn trafod mewn grwpiau bach ac yna’n dweud beth sy’n bwysig iddynt mewn cadeirydd: bod pob sector yn cael ei glywed, a bod cyfarfodydd yn gorffen mewn pryd. Mae’r sectorau’n cymryd eu tro, a thro’r sector gwirfoddol yw hi y tro hwn.",
        "تین نام پیش ہوئے اور ہر ایک نے پانچ منٹ بات کی۔ لوگوں نے چھوٹے گروپوں میں گفتگو کی اور پھر بتایا کہ صدر میں اُن کے لیے کیا اہم ہے: ہر شعبے کی بات سنی جائے، اور اجلاس وقت پر ختم ہوں۔ شعبے باری باری صدارت کرتے ہیں، اور اس بار رضاکارانہ شعبے کی باری ہے۔",
      ),
    ],
    actions: [
      { item: 1, owner: "Eleri Whitcombe", dueInDays: 14, isDone: true, text: text("Write to every partner about the new chair", "Ysgrifennu at bob partner am y cadeirydd newydd", "نئے صدر کے بارے میں ہر شراکت دار کو لکھنا") },
    ],
  },
  "board -182": {
    items: [
      text(
        "Rajesh Nair said that he is a director of Wenlow Buses. He left the room for item 2 and did not vote. The minutes of the last meeting were agreed.",
        "Dywedodd Rajesh Nair ei fod yn gyfarwyddwr Bysiau Wenlow. Gadawodd yr ystafell ar gyfer eitem 2 ac ni phleidleisiodd. Cytunwyd ar gofnodion y cyfarfod diwethaf.",
        "راجیش نائر نے بتایا کہ وہ وینلو بسز کے ڈائریکٹر ہیں۔ وہ آئٹم 2 کے وقت کمرے سے باہر گئے اور ووٹ نہیں دیا۔ پچھلے اجلاس کی روداد منظور ہوئی۔",
      ),
      text(
        "Joyce Adeyemi told of three carers who walk four miles home after a late shift. The county asked what happens after six months. It was agreed that the figures are published each month, so that nobody has to guess then.",
        "Soniodd Joyce Adeyemi am dri gofalwr sy’n cerdded pedair milltir adref ar ôl shifft hwyr. Gofynnodd y sir beth fydd yn digwydd ar ôl chwe mis. Cytunwyd i gyhoeddi’r ffigurau bob mis, fel na fydd yn rhaid i neb ddyfalu bryd hynny.",
        "جوائس ادیمی نے تین نگہداشت کرنے والوں کا بتایا جو دیر کی شفٹ کے بعد چار میل پیدل گھر جاتے ہیں۔ کاؤنٹی نے پوچھا کہ چھ ماہ بعد کیا ہو گا۔ طے ہوا کہ اعداد ہر ماہ شائع ہوں گے، تاکہ تب کسی کو اندازہ نہ لگانا پڑے۔",
      ),
      text("Wendy Marsh asked for the agenda in larger print. It will be sent so from now on.", "Gofynnodd Wendy Marsh am yr agenda mewn print brasach. Fe’i hanfonir felly o hyn ymlaen.", "وینڈی مارش نے بڑے حروف میں ایجنڈا مانگا۔ اب سے اسی طرح بھیجا جائے گا۔"),
    ],
    actions: [
      { item: 1, owner: "Cllr Peter Lomax", dueInDays: 30, isDone: true, text: text("Agree the dates of the trial with Wenlow Buses", "Cytuno ar ddyddiadau’r treial gyda Bysiau Wenlow", "وینلو بسز کے ساتھ آزمائش کی تاریخیں طے کرنا") },
      { item: 1, owner: "Eleri Whitcombe", dueInDays: 60, isDone: true, text: text("Publish how many use the late bus, each month", "Cyhoeddi bob mis faint sy’n defnyddio’r bws hwyr", "ہر ماہ شائع کرنا کہ دیر والی بس کتنے لوگ استعمال کرتے ہیں") },
    ],
  },
  "board -119": {
    items: [
      welcomed,
      text(
        "Agnieszka Dąbrowska said that those who cannot ring come on Fridays because the market brings them into town. Others pointed to the calls that are not answered. The board was not at one, so the matter goes back to the full partnership.",
        "Dywedodd Agnieszka Dąbrowska fod y rhai na allant ffonio yn dod ar ddydd Gwener am fod y farchnad yn dod â nhw i’r dref. Tynnodd eraill sylw at y galwadau nad ydynt yn cael eu hateb. Nid oedd y bwrdd yn gytûn, felly mae’r mater yn mynd yn ôl at y bartneriaeth lawn.",
        "اگنیشکا ڈومبروسکا نے کہا کہ جو فون نہیں کر سکتے وہ جمعے کو آتے ہیں کیونکہ بازار اُنہیں شہر لاتا ہے۔ دوسروں نے اُن کالوں کی طرف توجہ دلائی جن کا جواب نہیں ملتا۔ بورڈ متفق نہ تھا، اس لیے معاملہ پوری شراکت کو واپس جاتا ہے۔",
      ),
      nothingElse,
    ],
    actions: [
      { item: 1, owner: "Agnieszka Dąbrowska", dueInDays: 21, isDone: true, text: text("Count for three weeks who comes on which day, and why", "Cyfrif am dair wythnos pwy sy’n dod ar ba ddiwrnod, a pham", "تین ہفتے گننا کہ کون کس دن آتا ہے اور کیوں") },
    ],
  },
  "partnership -91": {
    items: [
      welcomed,
      text(
        "The chair went through each decision of the board, what it cost and what became of it. People asked most about the late bus: forty a night use it, more on Fridays.",
        "Aeth y cadeirydd drwy bob penderfyniad gan y bwrdd, beth oedd ei gost a beth ddaeth ohono. Am y bws hwyr y gofynnwyd fwyaf: mae deugain y noson yn ei ddefnyddio, mwy ar nos Wener.",
        "صدر نے بورڈ کا ہر فیصلہ، اُس کی لاگت اور اُس کا نتیجہ بتایا۔ سب سے زیادہ سوال دیر والی بس کے بارے میں ہوئے: ہر رات چالیس لوگ اسے استعمال کرتے ہیں، جمعے کو زیادہ۔",
      ),
      text(
        "The count showed that one in three who come on a Friday has no telephone. The conference was asked whether the desk closes all the same. Most said that it should stay open.",
        "Dangosodd y cyfrif nad oes ffôn gan un o bob tri sy’n dod ar ddydd Gwener. Gofynnwyd i’r gynhadledd a ddylai’r ddesg gau beth bynnag. Dywedodd y rhan fwyaf y dylai aros ar agor.",
        "گنتی سے معلوم ہوا کہ جمعے کو آنے والے ہر تین میں سے ایک کے پاس فون نہیں۔ کانفرنس سے پوچھا گیا کہ کیا پھر بھی ڈیسک بند ہو۔ زیادہ تر نے کہا کہ کھلا رہنا چاہیے۔",
      ),
      text("Groups said what a few hundred pounds at the right time would have saved. The limits were read out and agreed.", "Dywedodd grwpiau beth y byddai ychydig gannoedd o bunnoedd ar yr adeg iawn wedi’i arbed. Darllenwyd y terfynau a chytunwyd arnynt.", "گروپوں نے بتایا کہ صحیح وقت پر چند سو پاؤنڈ سے کیا بچ سکتا تھا۔ حدیں پڑھ کر سنائی گئیں اور منظور ہوئیں۔"),
    ],
    actions: [
      { item: 3, owner: "Bryony Clegg", dueInDays: 42, isDone: true, text: text("Put a one-page form for small grants before the board", "Rhoi ffurflen un dudalen ar gyfer grantiau bach gerbron y bwrdd", "چھوٹی گرانٹوں کا ایک صفحے کا فارم بورڈ کے سامنے رکھنا") },
      { item: 2, owner: "Eleri Whitcombe", dueInDays: 28, isDone: true, text: text("Tell the library that the desk stays open on Fridays", "Rhoi gwybod i’r llyfrgell fod y ddesg yn aros ar agor ar ddydd Gwener", "لائبریری کو بتانا کہ ڈیسک جمعے کو کھلا رہے گا") },
    ],
  },
  "board -56": {
    items: [
      welcomed,
      text(
        "The task group said what it has learnt and what it has not: two of the six gauges were only put up in the autumn. One more winter would show whether they warn in time.",
        "Dywedodd y grŵp gorchwyl beth mae wedi’i ddysgu a beth nad yw: dim ond yn yr hydref y gosodwyd dau o’r chwe mesurydd. Byddai un gaeaf arall yn dangos a ydynt yn rhybuddio mewn pryd.",
        "ٹاسک گروپ نے بتایا کہ اُس نے کیا سیکھا اور کیا نہیں: چھ میں سے دو پیمانے خزاں ہی میں لگے۔ ایک اور سردی بتائے گی کہ کیا وہ وقت پر خبردار کرتے ہیں۔",
      ),
      text(
        "The fire service showed where cars went into the water last winter. Cllr Tudge used the parishes’ veto: the volunteers have not been asked, and nobody has said who insures them. Everybody agreed that both can be found out before the next winter.",
        "Dangosodd y gwasanaeth tân ble’r aeth ceir i’r dŵr y gaeaf diwethaf. Defnyddiodd y Cyng. Tudge feto’r plwyfi: ni ofynnwyd i’r gwirfoddolwyr, ac nid oes neb wedi dweud pwy sy’n eu hyswirio. Cytunodd pawb y gellir canfod y ddau beth cyn y gaeaf nesaf.",
        "فائر سروس نے دکھایا کہ پچھلی سردیوں میں گاڑیاں کہاں پانی میں گئیں۔ کونسلر ٹج نے پیرشوں کا ویٹو استعمال کیا: رضاکاروں سے نہیں پوچھا گیا، اور کسی نے نہیں بتایا کہ اُن کا بیمہ کون کرے گا۔ سب متفق تھے کہ دونوں باتیں اگلی سردیوں سے پہلے معلوم ہو سکتی ہیں۔",
      ),
      nothingElse,
    ],
    actions: [
      { item: 2, owner: "Cllr Rosemary Tudge", dueInDays: 70, text: text("Ask the parish volunteers whether they would close a lane at night", "Gofyn i wirfoddolwyr y plwyfi a fyddent yn cau lôn gyda’r nos", "پیرش کے رضاکاروں سے پوچھنا کہ کیا وہ رات کو گلی بند کریں گے") },
      { item: 2, owner: "Group Manager Sian Pritchard", dueInDays: 42, text: text("Find out who insures volunteers at a locked road", "Canfod pwy sy’n yswirio gwirfoddolwyr wrth ffordd dan glo", "معلوم کرنا کہ بند سڑک پر رضاکاروں کا بیمہ کون کرتا ہے") },
      { item: 1, owner: "Eleri Whitcombe", dueInDays: 14, isDone: true, text: text("Change the task group’s terms of reference", "Newid cylch gorchwyl y grŵp gorchwyl", "ٹاسک گروپ کی شرائطِ کار بدلنا") },
    ],
    reports: [
      { name: "Joyce Adeyemi", language: "en", text: "I wrote to the forty carers on our list and spoke about it at the coffee morning. They are glad about the late bus. Two live on lanes that flood and want to know who would hold the key." },
      { name: "Gareth Vaughan", language: "cy", text: "Anfonais nodyn at bob grŵp amgylcheddol yn y rhwydwaith. Maent yn cefnogi gaeaf arall o wylio’r mesuryddion ac yn cynnig pum gwirfoddolwr i’w darllen." },
      { name: "Imam Bilal Hussain", language: "ur", text: "جمعے کے بعد میں نے لوگوں کو بورڈ کے فیصلے بتائے۔ اُنہوں نے پوچھا کہ سیلاب کی اطلاع اردو میں بھی کیوں نہیں آتی۔ میں یہ بات اگلے اجلاس میں اٹھاؤں گا۔" },
      { name: "Wendy Marsh", language: "en", text: "Told at the tenants’ committee. People in the lower flats want the gauge readings on the notice board, not only online." },
      { name: "Cllr Rosemary Tudge", language: "en", text: "All seven parish clerks have the minutes and know why I used the veto. Four will ask their volunteers at the next parish meeting." },
      { name: "Hannah Price", language: "en", text: "Reported to the Chamber of Trade. No questions on floods; several on whether the late bus goes on after the trial." },
      { name: "Bryony Clegg", language: "en", text: "In our weekly bulletin, and in person at the chief officers’ lunch. Groups ask when the small grants open." },
    ],
  },
  "community-network -42": {
    items: [
      text("Twenty-three groups came. Two were there for the first time.", "Daeth tri ar hugain o grwpiau. Roedd dau yno am y tro cyntaf.", "تئیس گروپ آئے۔ دو پہلی بار آئے تھے۔"),
    ],
    actions: [
      { item: 0, owner: "Bryony Clegg", dueInDays: 28, isDone: true, text: text("Send new groups the list of who sits for the network, and where", "Anfon at grwpiau newydd y rhestr o bwy sy’n eistedd dros y rhwydwaith, ac ymhle", "نئے گروپوں کو فہرست بھیجنا کہ نیٹ ورک کی طرف سے کون کہاں بیٹھتا ہے") },
    ],
  },
};
