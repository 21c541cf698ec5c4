// What the board of the Tolbridge Partnership met about, what was decided and how.
import type { Text } from "#app/shared/languages.ts";
import { text } from "./text.ts";

export type SeededDecision = {
  key: string;
  /** What the decision rests on of what was left to the board. */
  delegation?: "actions" | "budget";
  /** Whether people were consulted on it. */
  isConsulted?: true;
  title: Text;
  text: Text;
  reasons: Text;
  topic: string;
  amountInPence?: number;
  noEvidence?: Text;
  /** Who did not vote for it: against, or abstaining. */
  against?: readonly string[];
  abstained?: readonly string[];
  interest?: { name: string; nature: Text };
  veto?: { name: string; reason: Text };
  isImplemented?: true;
};

export type SeededItem = { title: Text; kind?: "any-other-business" | "emergency"; justification?: Text; decision?: SeededDecision; paper?: { title: Text; text: Text }; broughtBack?: { key: string; against: readonly string[] } };

export type SeededMeeting = {
  body: string;
  /** From the day of the demonstration; it is moved on to the next Tuesday. */
  inDays: number;
  at: string;
  hours: number;
  items: readonly SeededItem[];
};

const welcome: SeededItem = { title: text("Welcome, apologies and interests", "Croeso, ymddiheuriadau a buddiannau", "خوش آمدید، معذرتیں اور مفادات") };
const anyOther: SeededItem = { kind: "any-other-business", title: text("Any other business", "Unrhyw fater arall", "دیگر امور") };

export const laterBus: SeededDecision = {
  ...{ key: "later-bus", delegation: "actions", topic: "requests-for-action", amountInPence: 1_800_000, isImplemented: true },
  title: text("The number 7 bus runs until eleven for six months, to try it", "Bws rhif 7 yn rhedeg tan un ar ddeg am chwe mis, i’w dreialu", "بس نمبر 7 آزمائش کے طور پر چھ ماہ تک رات گیارہ بجے تک چلے گی"),
  text: text(
    "Wenlow Buses is asked to run the number 7 until eleven o’clock from Monday to Saturday for six months. The partnership pays £18,000. How many use it is published each month.",
    "Gofynnir i Fysiau Wenlow redeg rhif 7 tan un ar ddeg o’r gloch o ddydd Llun i ddydd Sadwrn am chwe mis. Bydd y bartneriaeth yn talu £18,000. Cyhoeddir bob mis faint sy’n ei ddefnyddio.",
    "وینلو بسز سے کہا جاتا ہے کہ چھ ماہ تک پیر سے ہفتے تک بس نمبر 7 رات گیارہ بجے تک چلائے۔ شراکت \u2066£18,000\u2069 ادا کرے گی۔ ہر ماہ شائع کیا جائے گا کہ کتنے لوگ اسے استعمال کرتے ہیں۔",
  ),
  reasons: text(
    "Those who clean and care in the evening cannot get home. A trial tells us more than another survey would.",
    "Ni all y rhai sy’n glanhau ac yn gofalu gyda’r nos gyrraedd adref. Mae treial yn dweud mwy wrthym nag y byddai arolwg arall.",
    "شام کو صفائی اور نگہداشت کا کام کرنے والے گھر نہیں پہنچ پاتے۔ ایک اور سروے کے بجائے آزمائش ہمیں زیادہ بتائے گی۔",
  ),
  noEvidence: text("The trial is how we find out; the consultation on living in and around Tolbridge asks about it afterwards.", "Y treial yw’r ffordd o ganfod; bydd yr ymgynghoriad ar fyw yn Tolbridge a’r cyffiniau yn holi amdano wedyn.", "آزمائش ہی سے معلوم ہو گا؛ ٹول برج اور آس پاس کی زندگی کی مشاورت بعد میں اس کے بارے میں پوچھے گی۔"),
  interest: { name: "Rajesh Nair", nature: text("Director of Wenlow Buses Ltd, which would be paid", "Cyfarwyddwr Bysiau Wenlow Cyf, a fyddai’n cael ei dalu", "وینلو بسز لمیٹڈ کے ڈائریکٹر، جسے ادائیگی ہو گی") },
};

export const adviceDesk: SeededDecision = {
  ...{ key: "advice-desk", delegation: "actions", topic: "servicing", amountInPence: 620_000, against: ["Agnieszka Dąbrowska", "Wendy Marsh"], abstained: ["Joyce Adeyemi"] },
  title: text("The advice desk in the library closes on Fridays", "Cau’r ddesg gyngor yn y llyfrgell ar ddydd Gwener", "لائبریری میں مشاورتی ڈیسک جمعے کو بند رہے گا"),
  text: text(
    "From April the advice desk in the library is open from Monday to Thursday. £6,200 a year goes to advice by telephone instead.",
    "O fis Ebrill ymlaen bydd y ddesg gyngor yn y llyfrgell ar agor o ddydd Llun i ddydd Iau. Bydd £6,200 y flwyddyn yn mynd at gyngor dros y ffôn yn ei lle.",
    "اپریل سے لائبریری میں مشاورتی ڈیسک پیر سے جمعرات تک کھلا رہے گا۔ سالانہ \u2066£6,200\u2069 اس کے بجائے فون پر مشورے پر خرچ ہوں گے۔",
  ),
  reasons: text("Fewest come on Fridays, and more ring than we can answer.", "Ar ddydd Gwener y daw’r lleiaf, ac mae mwy yn ffonio nag y gallwn eu hateb.", "جمعے کو سب سے کم لوگ آتے ہیں، اور فون کرنے والے اتنے ہیں کہ ہم سب کو جواب نہیں دے پاتے۔"),
  noEvidence: text("The advice centre’s own counts of visits and calls were used; nobody else was asked.", "Defnyddiwyd cyfrifon y ganolfan gyngor ei hun o ymweliadau a galwadau; ni ofynnwyd i neb arall.", "مشاورتی مرکز کی اپنی آمد اور کالوں کی گنتی استعمال ہوئی؛ کسی اور سے نہیں پوچھا گیا۔"),
};

export const floodGates: SeededDecision = {
  ...{ key: "flood-gates", delegation: "actions", topic: "delegating" },
  title: text("Lanes that flood are closed by gate, without waiting for an officer", "Cau lonydd sy’n gorlifo â giât, heb aros am swyddog", "ڈوبنے والی گلیاں افسر کا انتظار کیے بغیر گیٹ سے بند کی جائیں گی"),
  text: text(
    "Parish volunteers may close five named lanes by a locked gate when the river gauge shows 2.4 metres.",
    "Caiff gwirfoddolwyr plwyf gau pum lôn a enwir â giât dan glo pan fydd mesurydd yr afon yn dangos 2.4 metr.",
    "جب دریا کا پیمانہ \u20662.4\u2069 میٹر دکھائے تو پیرش کے رضاکار پانچ نامزد گلیاں تالے والے گیٹ سے بند کر سکتے ہیں۔",
  ),
  reasons: text("Twice last winter somebody drove into the water before an officer came.", "Ddwywaith y gaeaf diwethaf gyrrodd rhywun i’r dŵr cyn i swyddog ddod.", "پچھلی سردیوں میں دو بار کوئی افسر کے آنے سے پہلے پانی میں گاڑی لے گیا۔"),
  veto: {
    name: "Cllr Rosemary Tudge",
    reason: text("Our volunteers have not been asked whether they want to answer for a locked road at night, nor who insures them.", "Ni ofynnwyd i’n gwirfoddolwyr a ydynt am ateb dros ffordd dan glo gyda’r nos, na phwy sy’n eu hyswirio.", "ہمارے رضاکاروں سے نہیں پوچھا گیا کہ کیا وہ رات کو بند سڑک کی ذمہ داری لینا چاہتے ہیں، نہ یہ کہ اُن کا بیمہ کون کرے گا۔"),
  },
};

export const floodTerms: SeededDecision = {
  ...{ key: "flood-terms", delegation: "actions", topic: "terms-of-reference" },
  title: text("The flood task group reports by the end of June", "Y grŵp gorchwyl llifogydd i adrodd erbyn diwedd Mehefin", "سیلاب ٹاسک گروپ جون کے آخر تک رپورٹ دے گا"),
  text: text("The group has until the end of June, so that it can watch one more winter. Then it ends.", "Mae gan y grŵp hyd at ddiwedd Mehefin, fel y gall wylio un gaeaf arall. Yna daw i ben.", "گروپ کے پاس جون کے آخر تک وقت ہے، تاکہ وہ ایک اور سردی دیکھ سکے۔ پھر یہ ختم ہو جائے گا۔"),
  reasons: text("The county’s gauges were only put up in the autumn.", "Dim ond yn yr hydref y gosodwyd mesuryddion y sir.", "کاؤنٹی کے پیمانے خزاں ہی میں لگے تھے۔"),
};

export const smallGrants: SeededDecision = {
  ...{ key: "small-grants", topic: "delegating", amountInPence: 2_000_000 },
  title: text("The board may give small grants of up to £5,000", "Caiff y bwrdd roi grantiau bach hyd at £5,000", "بورڈ \u2066£5,000\u2069 تک کی چھوٹی گرانٹیں دے سکتا ہے"),
  text: text(
    "For one year the board may give grants of up to £5,000 each to groups of the community network, £20,000 in all, and reports each one to the next conference.",
    "Am flwyddyn caiff y bwrdd roi grantiau hyd at £5,000 yr un i grwpiau’r rhwydwaith cymunedol, £20,000 i gyd, ac adrodd ar bob un i’r gynhadledd nesaf.",
    "ایک سال تک بورڈ کمیونٹی نیٹ ورک کے گروپوں کو \u2066£5,000\u2069 تک کی گرانٹیں دے سکتا ہے، کل \u2066£20,000\u2069، اور ہر ایک کی رپورٹ اگلی کانفرنس کو دے گا۔",
  ),
  reasons: text("Groups told the conference that half a year is too long to wait for a few hundred pounds.", "Dywedodd grwpiau wrth y gynhadledd fod hanner blwyddyn yn rhy hir i aros am ychydig gannoedd o bunnoedd.", "گروپوں نے کانفرنس کو بتایا کہ چند سو پاؤنڈ کے لیے آدھا سال انتظار بہت لمبا ہے۔"),
  noEvidence: text("It was asked for by the community network at its own meeting, whose minutes are published.", "Gofynnwyd amdano gan y rhwydwaith cymunedol yn ei gyfarfod ei hun, y cyhoeddwyd ei gofnodion.", "کمیونٹی نیٹ ورک نے اپنے اجلاس میں اس کی درخواست کی، جس کی روداد شائع ہے۔"),
};

export const boardChair: SeededDecision = {
  ...{ key: "board-chair", topic: "membership" },
  title: text("Bryony Clegg leads the board for three years", "Bryony Clegg i arwain y bwrdd am dair blynedd", "برائنی کلیگ تین سال تک بورڈ کی صدارت کریں گی"),
  text: text("Bryony Clegg of Tolbridge Voluntary Action leads the board’s meetings for three years, Margaret Hollis in her place.", "Bydd Bryony Clegg o Gweithredu Gwirfoddol Tolbridge yn arwain cyfarfodydd y bwrdd am dair blynedd, a Margaret Hollis yn ei lle.", "ٹول برج رضاکارانہ عمل کی برائنی کلیگ تین سال تک بورڈ کے اجلاسوں کی صدارت کریں گی، اُن کی غیر موجودگی میں مارگریٹ ہولس۔"),
  reasons: text("The chair passes between the sectors.", "Mae’r gadeiryddiaeth yn symud rhwng y sectorau.", "صدارت شعبوں کے درمیان بدلتی رہتی ہے۔"),
};

/** On the agenda of the next meeting. */
export const sharedBudget: SeededDecision = {
  ...{ key: "shared-budget", delegation: "budget", isConsulted: true, topic: "community-strategy", amountInPence: 310_000_000 },
  title: text("What the shared budget goes to in the next two years", "Ar beth y caiff y gyllideb ar y cyd ei gwario dros y ddwy flynedd nesaf", "اگلے دو سال میں مشترکہ بجٹ کس پر خرچ ہو"),
  text: text(
    "Buses that run later and a nurse in the Millbrook Centre come first; the cut is taken from what is spent on offices.",
    "Bysiau sy’n rhedeg yn hwyrach a nyrs yng Nghanolfan Millbrook sy’n dod gyntaf; daw’r toriad o’r hyn a werir ar swyddfeydd.",
    "دیر تک چلنے والی بسیں اور مِل بروک سینٹر میں نرس پہلے آتے ہیں؛ کٹوتی دفاتر کے اخراجات سے ہو گی۔",
  ),
  reasons: text("What people said in the consultation, with the figures of what each would cost.", "Yr hyn a ddywedodd pobl yn yr ymgynghoriad, gyda ffigurau’r hyn y byddai pob un yn ei gostio.", "جو لوگوں نے مشاورت میں کہا، اور ہر ایک کی لاگت کے اعداد۔"),
};

export const meetings: readonly SeededMeeting[] = [
  { body: "partnership", inDays: -273, at: "10:00", hours: 5, items: [welcome, { title: boardChair.title, decision: boardChair }] },
  { body: "board", inDays: -182, at: "14:00", hours: 2, items: [welcome, { title: laterBus.title, decision: laterBus }, anyOther] },
  { body: "board", inDays: -119, at: "14:00", hours: 2, items: [welcome, { title: adviceDesk.title, decision: adviceDesk }, anyOther] },
  {
    ...{ body: "partnership", inDays: -91, at: "10:00", hours: 5 },
    items: [
      welcome,
      { title: text("What the board decided since the last conference", "Yr hyn a benderfynodd y bwrdd ers y gynhadledd ddiwethaf", "پچھلی کانفرنس کے بعد بورڈ نے کیا فیصلے کیے") },
      { title: adviceDesk.title, broughtBack: { key: adviceDesk.key, against: ["Agnieszka Dąbrowska", "Joyce Adeyemi", "Wendy Marsh", "Malcolm Reed", "Yusuf Rahman", "Gareth Vaughan", "Kofi Boateng", "Bryony Clegg", "Delroy Francis", "Revd Alice Thorne", "Imam Bilal Hussain", "Tariq Lewis", "Cllr Rosemary Tudge", "Hannah Price"] } },
      { title: smallGrants.title, decision: smallGrants },
    ],
  },
  { body: "board", inDays: -56, at: "14:00", hours: 2, items: [welcome, { title: floodTerms.title, decision: floodTerms }, { title: floodGates.title, decision: floodGates }, anyOther] },
  {
    ...{ body: "board", inDays: 14, at: "14:00", hours: 2 },
    items: [
      welcome,
      { title: text("Minutes and actions of the last meeting", "Cofnodion a chamau gweithredu’r cyfarfod diwethaf", "پچھلے اجلاس کی روداد اور اقدامات") },
      {
        title: sharedBudget.title,
        decision: sharedBudget,
        paper: {
          title: text("What people said about living in and around Tolbridge", "Yr hyn a ddywedodd pobl am fyw yn Tolbridge a’r cyffiniau", "لوگوں نے ٹول برج اور آس پاس کی زندگی کے بارے میں کیا کہا"),
          text: text(
            "The consultation closed three weeks ago. This paper says what came in and on which days it will be analysed.\n\nMembers are asked to read the answers before they meet, not only the figures. Three questions matter for the budget: how late the buses run, where one can see a nurse, and which drains are cleared first.",
            "Caeodd yr ymgynghoriad dair wythnos yn ôl. Mae’r papur hwn yn dweud beth a ddaeth i law ac ar ba ddyddiau y caiff ei ddadansoddi.\n\nGofynnir i’r aelodau ddarllen yr atebion cyn cyfarfod, nid y ffigurau yn unig. Mae tri chwestiwn yn bwysig i’r gyllideb: pa mor hwyr y mae’r bysiau’n rhedeg, ble y gellir gweld nyrs, a pha ddraeniau a glirir gyntaf.",
            "مشاورت تین ہفتے پہلے بند ہوئی۔ یہ کاغذ بتاتا ہے کہ کیا موصول ہوا اور اس کا تجزیہ کن دنوں میں ہو گا۔\n\nارکان سے درخواست ہے کہ اجلاس سے پہلے صرف اعداد نہیں بلکہ جوابات بھی پڑھیں۔ بجٹ کے لیے تین سوال اہم ہیں: بسیں کتنی دیر تک چلتی ہیں، نرس سے کہاں ملا جا سکتا ہے، اور کون سی نالیاں پہلے صاف ہوں۔",
          ),
        },
      },
      anyOther,
    ],
  },
  { body: "board", inDays: 77, at: "14:00", hours: 2, items: [] },
  { body: "partnership", inDays: 91, at: "10:00", hours: 5, items: [welcome] },
  { body: "board", inDays: 133, at: "14:00", hours: 2, items: [] },
  { body: "community-network", inDays: -42, at: "18:30", hours: 2, items: [welcome] },
  { body: "community-network", inDays: 49, at: "18:30", hours: 2, items: [welcome] },
  { body: "health-and-care", inDays: 21, at: "10:00", hours: 2, items: [] },
  { body: "safer-tolbridge", inDays: 28, at: "10:00", hours: 2, items: [] },
  { body: "millbrook-forum", inDays: 56, at: "18:00", hours: 2, items: [] },
];
