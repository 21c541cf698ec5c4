// The demonstration's answered consultation: what becomes of the green and the pond of Nether Wenlow.
import type { ConsultationTexts } from "#app/consultations/consultation.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import type { ReplyTexts } from "#app/replies/reply.ts";
import type { Text } from "#app/shared/languages.ts";
import { option, text } from "./text.ts";

export const greenTexts: Omit<ConsultationTexts, "decisionOn"> = {
  title: text("The green and the pond", "Y maes a’r pwll", "سبزہ زار اور تالاب"),
  summary: text(
    "A grant of £6,000 is to be spent on the green. Should the pond be fenced, and what should the rest go to?",
    "Mae grant o £6,000 i’w wario ar y maes. A ddylid codi ffens o amgylch y pwll, ac ar beth y dylid gwario’r gweddill?",
    "سبزہ زار پر \u2066£6,000\u2069 کی گرانٹ خرچ ہونی ہے۔ کیا تالاب کے گرد باڑ لگے، اور باقی رقم کس کام پر خرچ ہو؟",
  ),
  purpose: text(
    "A child fell into the pond last summer and was pulled out by a passer-by. The county offered us £6,000 for the green, and some of us want a fence. Others say that it would spoil the only place where the village meets.",
    "Syrthiodd plentyn i’r pwll yr haf diwethaf a thynnwyd ef allan gan rywun oedd yn mynd heibio. Cynigiodd y sir £6,000 i ni ar gyfer y maes, ac mae rhai ohonom am gael ffens. Dywed eraill y byddai’n difetha’r unig fan lle mae’r pentref yn cwrdd.",
    "پچھلی گرمیوں میں ایک بچہ تالاب میں گر گیا تھا اور ایک راہ گیر نے اُسے نکالا۔ کاؤنٹی نے سبزہ زار کے لیے \u2066£6,000\u2069 کی پیشکش کی، اور ہم میں سے کچھ باڑ چاہتے ہیں۔ دوسرے کہتے ہیں کہ اس سے گاؤں کے ملنے کی واحد جگہ خراب ہو جائے گی۔",
  ),
  decisionToBeMade: text("Whether the pond is fenced, and what the grant is spent on.", "A godir ffens o amgylch y pwll, ac ar beth y caiff y grant ei wario.", "کیا تالاب کے گرد باڑ لگے، اور گرانٹ کس پر خرچ ہو۔"),
  decisionMaker: text("Nether Wenlow Parish Council", "Cyngor Plwyf Nether Wenlow", "نیدر وینلو پیرش کونسل"),
  openToChange: [text("Whether there is a fence, and everything the grant could pay for", "A fydd ffens, a phopeth y gallai’r grant dalu amdano", "باڑ ہو یا نہ ہو، اور وہ سب جس پر گرانٹ خرچ ہو سکتی ہے")],
  notOpenToChange: [text("The lane beside the green, which is the county’s", "Y lôn wrth ymyl y maes, sy’n eiddo i’r sir", "سبزہ زار کے ساتھ والی گلی، جو کاؤنٹی کی ہے")],
  audience: text("This is for everybody in the parish, children too.", "Mae hwn i bawb yn y plwyf, a phlant hefyd.", "یہ پیرش کے سب لوگوں کے لیے ہے، بچوں کے لیے بھی۔"),
  otherWays: {
    telephone: "01632 960410",
    email: "clerk@netherwenlow.example",
    post: "The Clerk, Nether Wenlow Village Hall, Church Lane, Nether Wenlow",
    inPerson: text("Paper forms are in the shop and in the hall.", "Mae ffurflenni papur yn y siop ac yn y neuadd.", "کاغذی فارم دکان اور ہال میں ہیں۔"),
  },
  asksEquality: false,
  languages: ["en", "cy", "ur"],
  graceInMinutes: 24 * 60,
};

export const greenForm: FormDefinition = {
  languages: ["en", "cy", "ur"],
  sections: [
    {
      id: "green",
      heading: text("The green", "Y maes", "سبزہ زار"),
      layout: "one-page",
      questions: [
        {
          id: "fence",
          type: "agreement",
          number: "1",
          reasons: true,
          label: text("The pond should be fenced.", "Dylid codi ffens o amgylch y pwll.", "تالاب کے گرد باڑ لگنی چاہیے۔"),
        },
        {
          id: "spend",
          type: "several-choices",
          number: "2",
          atMost: 2,
          label: text("What should the rest of the grant go to?", "Ar beth y dylid gwario gweddill y grant?", "باقی گرانٹ کس کام پر خرچ ہو؟"),
          hint: text("Choose up to two.", "Dewiswch hyd at ddau.", "زیادہ سے زیادہ دو چنیں۔"),
          options: [
            option("path", "The path to the church", "Y llwybr i’r eglwys", "گرجا گھر کا راستہ"),
            option("benches", "Benches", "Meinciau", "بنچ"),
            option("trees", "Trees and long grass", "Coed a glaswellt hir", "درخت اور لمبی گھاس"),
            option("play", "Something to play on", "Rhywbeth i chwarae arno", "کھیلنے کی کوئی چیز"),
          ],
        },
        { id: "change", type: "long-text", number: "3", maxWords: 300, label: text("What would you change about the green?", "Beth fyddech chi’n ei newid am y maes?", "آپ سبزہ زار میں کیا بدلیں گے؟") },
      ],
    },
  ],
};

export const greenOutcome = {
  decision: text(
    "The pond is not fenced. It gets a shallow shelf all round, a lifebelt and a sign. £3,400 of the grant goes to the path to the church, the rest to three benches and to trees.",
    "Nid oes ffens o amgylch y pwll. Caiff silff fas o’i gwmpas, gwregys achub ac arwydd. Mae £3,400 o’r grant yn mynd at y llwybr i’r eglwys, a’r gweddill at dair mainc ac at goed.",
    "تالاب کے گرد باڑ نہیں لگے گی۔ اس کے چاروں طرف کم گہرا کنارہ، ایک لائف بیلٹ اور ایک تختی ہو گی۔ گرانٹ کے \u2066£3,400\u2069 گرجا گھر کے راستے پر، اور باقی تین بنچوں اور درختوں پر خرچ ہوں گے۔",
  ),
  reasons: text(
    "Most who gave a reason did not want to lose the view or the ducks, and two who work in water safety told us that a shelf saves more lives than a fence that is climbed. Those who wanted a fence were mostly parents of small children. The shelf was changed after their meeting with the warden: it is now two metres wide where the path comes near.",
    "Nid oedd y rhan fwyaf a roddodd reswm am golli’r olygfa na’r hwyaid, a dywedodd dau sy’n gweithio ym maes diogelwch dŵr fod silff yn achub mwy o fywydau na ffens y mae rhywun yn ei dringo. Rhieni plant bach oedd y rhan fwyaf o’r rhai a oedd am gael ffens. Newidiwyd y silff ar ôl eu cyfarfod â’r warden: mae bellach yn ddau fetr o led lle daw’r llwybr yn agos.",
    "وجہ بتانے والوں میں سے اکثر منظر یا بطخیں کھونا نہیں چاہتے تھے، اور پانی کی حفاظت میں کام کرنے والے دو افراد نے بتایا کہ کم گہرا کنارہ اُس باڑ سے زیادہ جانیں بچاتا ہے جس پر چڑھا جا سکے۔ باڑ چاہنے والے زیادہ تر چھوٹے بچوں کے والدین تھے۔ وارڈن سے اُن کی ملاقات کے بعد کنارہ بدلا گیا: جہاں راستہ قریب آتا ہے وہاں اب یہ دو میٹر چوڑا ہے۔",
  ),
  nextSteps: text(
    "The warden looks at the shelf every spring and tells the annual meeting of the parish what he found.",
    "Mae’r warden yn edrych ar y silff bob gwanwyn ac yn dweud wrth gyfarfod blynyddol y plwyf beth a welodd.",
    "وارڈن ہر بہار میں کنارے کا معائنہ کرتا ہے اور پیرش کے سالانہ اجلاس کو بتاتا ہے کہ اُس نے کیا دیکھا۔",
  ),
};

const council = text("Nether Wenlow Parish Council", "Cyngor Plwyf Nether Wenlow", "نیدر وینلو پیرش کونسل");
const warden = text("The parish warden", "Warden y plwyf", "پیرش کا وارڈن");

/** Days are counted from the day the demonstration is set up; the note tells what was changed once it was public. */
type PlannedReply = Omit<ReplyTexts, "dueOn" | "evidence" | "codeIds"> & { themes: readonly string[] } & { dueInDays: number | null; note: Text | null };

export const greenReplies: readonly PlannedReply[] = [
  {
    ...{ questionIds: ["fence"], themes: ["Another way"], verdict: "accepted", progress: "done", owner: warden, dueInDays: -70 },
    said: text(
      "A fence would be climbed, and would hide a child in trouble. Make the edge shallow and hang up a lifebelt.",
      "Byddai ffens yn cael ei dringo, ac yn cuddio plentyn mewn trafferth. Gwnewch yr ymyl yn fas a chrogwch wregys achub.",
      "باڑ پر لوگ چڑھیں گے، اور مشکل میں پھنسا بچہ نظر نہیں آئے گا۔ کنارہ کم گہرا کریں اور لائف بیلٹ لٹکائیں۔",
    ),
    did: text(
      "We dug the shelf in the dry week, with help from the young farmers. The lifebelt hangs on the west bank.",
      "Cloddiwyd y silff yn yr wythnos sych, gyda chymorth y ffermwyr ifanc. Mae’r gwregys achub ar y lan orllewinol.",
      "ہم نے خشک ہفتے میں نوجوان کسانوں کی مدد سے کنارہ کھودا۔ لائف بیلٹ مغربی کنارے پر لٹکی ہے۔",
    ),
    note: text(
      "The shelf is finished, two metres wide by the path.",
      "Mae’r silff wedi’i gorffen, yn ddau fetr o led wrth y llwybr.",
      "کنارہ مکمل ہو گیا ہے، راستے کے پاس دو میٹر چوڑا۔",
    ),
  },
  {
    ...{ questionIds: ["spend", "change"], themes: ["Cannot get through"], verdict: "accepted", progress: "will-do", owner: council, dueInDays: 60, note: null },
    said: text(
      "From October to March the path to the church is mud, and nobody with a pram or a stick can use it.",
      "O Hydref i Fawrth mae’r llwybr i’r eglwys yn fwd, ac ni all neb â phram neu ffon ei ddefnyddio.",
      "اکتوبر سے مارچ تک گرجا گھر کا راستہ کیچڑ ہوتا ہے، اور بچہ گاڑی یا چھڑی والا کوئی اسے استعمال نہیں کر سکتا۔",
    ),
    did: text(
      "£3,400 is set aside for a firm surface, 1.5 metres wide. It waits for the ground to dry.",
      "Mae £3,400 wedi’i neilltuo ar gyfer wyneb cadarn, 1.5 metr o led. Mae’n aros i’r ddaear sychu.",
      "1.5 میٹر چوڑی پکی سطح کے لیے \u2066£3,400\u2069 رکھے گئے ہیں۔ زمین خشک ہونے کا انتظار ہے۔",
    ),
  },
  {
    ...{ questionIds: ["spend"], themes: ["Somewhere to sit, meet and play", "Animals and plants"], verdict: "with-changes", progress: "doing", owner: text("Wenlow Young Farmers", "Ffermwyr Ifanc Wenlow", "وینلو ینگ فارمرز"), dueInDays: 25, note: null },
    said: text(
      "There is nowhere to sit but the war memorial. Leave some grass long, for the bees.",
      "Nid oes unman i eistedd ond y gofeb ryfel. Gadewch rywfaint o’r glaswellt yn hir, i’r gwenyn.",
      "جنگی یادگار کے سوا بیٹھنے کی کوئی جگہ نہیں۔ کچھ گھاس شہد کی مکھیوں کے لیے لمبی رہنے دیں۔",
    ),
    did: text(
      "One bench of three stands by the shop. The Brook End side is mown once a year from now on.",
      "Mae un fainc o dair wrth y siop. O hyn ymlaen caiff ochr Brook End ei thorri unwaith y flwyddyn.",
      "تین میں سے ایک بنچ دکان کے پاس لگ گیا ہے۔ اب سے بروک اینڈ کی طرف کی گھاس سال میں ایک بار کٹے گی۔",
    ),
  },
  {
    ...{ questionIds: ["change"], themes: ["Traffic"], verdict: "not-taken", progress: "not-doing", owner: council, dueInDays: null, note: null },
    said: text(
      "Close the lane to cars on Sundays, so that children can play from garden to green.",
      "Caewch y lôn i geir ar y Sul, er mwyn i blant gael chwarae o’r ardd i’r maes.",
      "اتوار کو گلی گاڑیوں کے لیے بند کریں، تاکہ بچے باغ سے سبزہ زار تک کھیل سکیں۔",
    ),
    did: text(
      "The lane is the county’s, and it is the only way for the milk lorry. We have asked for a sign and a limit of 20 miles an hour, and will tell you the answer.",
      "Eiddo’r sir yw’r lôn, a dyma’r unig ffordd i’r lori laeth. Rydym wedi gofyn am arwydd a therfyn o 20 milltir yr awr, a byddwn yn rhoi gwybod i chi am yr ateb.",
      "گلی کاؤنٹی کی ہے، اور دودھ کے ٹرک کا یہی ایک راستہ ہے۔ ہم نے تختی اور 20 میل فی گھنٹہ کی حد مانگی ہے، اور جواب آپ کو بتائیں گے۔",
    ),
  },
];
