// The demonstration's closed consultation: what it is like to live in and around Tolbridge.
import type { ConsultationTexts } from "#app/consultations/consultation.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { option, text } from "./text.ts";

export const closedTexts: Omit<ConsultationTexts, "decisionOn"> = {
  title: text("Living in and around Tolbridge", "Byw yn Tolbridge a’r cyffiniau", "ٹول برج اور آس پاس کی زندگی"),
  summary: text(
    "Buses, seeing a doctor, somewhere for young people to go, and the state of lanes and drains: what works where you live, what does not, and what should come first.",
    "Bysiau, gweld meddyg, rhywle i bobl ifanc fynd, a chyflwr lonydd a draeniau: beth sy’n gweithio lle’r ydych chi’n byw, beth nad yw, a beth ddylai ddod gyntaf.",
    "بسیں، ڈاکٹر سے ملاقات، نوجوانوں کے لیے کوئی جگہ، اور گلیوں اور نالیوں کی حالت: آپ کے علاقے میں کیا ٹھیک ہے، کیا نہیں، اور سب سے پہلے کیا ہونا چاہیے۔",
  ),
  purpose: text(
    "The five largest members of the Tolbridge Partnership spend about £31 million a year on the services this is about. Next year there will be about £1.2 million less. We want to know what matters most to people before we decide where it goes.\n\nIn 2023 we changed the bus timetable and closed the youth club. We said then that we would ask how it went.",
    "Mae pum aelod mwyaf Partneriaeth Tolbridge yn gwario tua £31 miliwn y flwyddyn ar y gwasanaethau dan sylw. Y flwyddyn nesaf bydd tua £1.2 miliwn yn llai. Rydym am wybod beth sydd bwysicaf i bobl cyn penderfynu i ble mae’n mynd.\n\nYn 2023 newidiwyd amserlen y bysiau a chaewyd y clwb ieuenctid. Dywedwyd bryd hynny y byddem yn gofyn sut yr aeth hi.",
    "ٹول برج شراکت کے پانچ سب سے بڑے ارکان ان خدمات پر سال میں تقریباً 31 ملین پاؤنڈ خرچ کرتے ہیں۔ اگلے سال تقریباً 1.2 ملین پاؤنڈ کم ہوں گے۔ رقم کہاں خرچ ہو، یہ طے کرنے سے پہلے ہم جاننا چاہتے ہیں کہ لوگوں کے لیے سب سے اہم کیا ہے۔\n\n2023 میں ہم نے بسوں کے اوقات بدلے اور یوتھ کلب بند کیا تھا۔ ہم نے تب کہا تھا کہ بعد میں پوچھیں گے کہ اس کا کیا اثر ہوا۔",
  ),
  decisionToBeMade: text(
    "How the partnership’s shared budget for local services is spent in the next two years.",
    "Sut y caiff cyllideb y bartneriaeth ar gyfer gwasanaethau lleol ei gwario dros y ddwy flynedd nesaf.",
    "اگلے دو سال میں مقامی خدمات کے لیے شراکت کا مشترکہ بجٹ کیسے خرچ ہو۔",
  ),
  decisionMaker: text("The board of the Tolbridge Partnership", "Bwrdd Partneriaeth Tolbridge", "ٹول برج شراکت کا بورڈ"),
  openToChange: [
    text("How late the buses run, and how often", "Pa mor hwyr y mae’r bysiau’n rhedeg, a pha mor aml", "بسیں کتنی دیر تک اور کتنی بار چلیں"),
    text("Whether and where there is a youth club", "A oes clwb ieuenctid, ac ymhle", "یوتھ کلب ہو یا نہ ہو، اور کہاں ہو"),
    text(
      "When hedges are cut and which drains are cleared first",
      "Pryd y torrir cloddiau a pha ddraeniau a glirir gyntaf",
      "باڑیں کب کاٹی جائیں اور کون سی نالیاں پہلے صاف ہوں",
    ),
  ],
  notOpenToChange: [
    text(
      "How much money there is altogether, which is set by others",
      "Faint o arian sydd i gyd, gan mai eraill sy’n pennu hynny",
      "کل رقم کتنی ہے، کیونکہ یہ دوسرے طے کرتے ہیں",
    ),
    text(
      "Which surgery you are registered with, which is up to you",
      "Pa feddygfa yr ydych wedi cofrestru â hi, gan mai chi sy’n dewis",
      "آپ کس سرجری میں درج ہیں، کیونکہ یہ آپ کی اپنی مرضی ہے",
    ),
  ],
  audience: text(
    "This is for everybody who lives, works or goes to school in Tolbridge district.",
    "Mae hwn i bawb sy’n byw, yn gweithio neu’n mynd i’r ysgol yn ardal Tolbridge.",
    "یہ ہر اُس شخص کے لیے ہے جو ضلع ٹول برج میں رہتا، کام کرتا یا پڑھتا ہے۔",
  ),
  otherWays: {
    telephone: "01632 960210",
    textphone: "18001 01632 960210",
    email: "living@tolbridge.example",
    post: "Living in Tolbridge, The Old Corn Exchange, Market Place, Tolbridge",
    inPerson: text(
      "At the library, the leisure centre and every surgery",
      "Yn y llyfrgell, y ganolfan hamdden a phob meddygfa",
      "لائبریری، لیژر سنٹر اور ہر سرجری میں",
    ),
    formats: text(
      "Large print, Easy Read, audio or another language: call or write, and it will be with you within ten working days.",
      "Print bras, Hawdd ei Ddeall, sain neu iaith arall: ffoniwch neu ysgrifennwch, a bydd gyda chi o fewn deg diwrnod gwaith.",
      "بڑے حروف، آسان زبان، آواز یا کوئی اور زبان: فون کریں یا لکھیں، دس کام کے دنوں میں آپ تک پہنچ جائے گا۔",
    ),
  },
  asksEquality: true,
  languages: ["en", "cy", "ur"],
  graceInMinutes: 24 * 60,
};

/** The parts of the district, as people chose them. */
export type Area = "town-centre" | "millbrook" | "eastgate" | "castle-hill" | "hartwell" | "craswick" | "brockley" | "elsewhere";

export const closedForm: FormDefinition = {
  languages: ["en", "cy", "ur"],
  sections: [
    {
      id: "where",
      heading: text("Where you live", "Ble’r ydych chi’n byw", "آپ کہاں رہتے ہیں"),
      layout: "one-page",
      questions: [
        {
          id: "area",
          type: "one-choice",
          number: "1",
          label: text("Which part of the district do you live in?", "Ym mha ran o’r ardal yr ydych chi’n byw?", "آپ ضلع کے کس حصے میں رہتے ہیں؟"),
          options: [
            option("town-centre", "Tolbridge town centre", "Canol tref Tolbridge", "ٹول برج ٹاؤن سنٹر"),
            option("millbrook", "Millbrook", "Millbrook", "مل بروک"),
            option("eastgate", "Eastgate and Station Quarter", "Eastgate a Chwarter yr Orsaf", "ایسٹ گیٹ اور سٹیشن کوارٹر"),
            option("castle-hill", "Castle Hill", "Castle Hill", "کاسل ہل"),
            option("hartwell", "Hartwell", "Hartwell", "ہارٹ ویل"),
            option("craswick", "Craswick", "Craswick", "کریس وِک"),
            option("brockley", "Lower Brockley", "Lower Brockley", "لوئر بروکلی"),
            option("elsewhere", "I do not live in the district", "Nid wyf yn byw yn yr ardal", "میں اس ضلع میں نہیں رہتا / رہتی"),
          ],
        },
      ],
    },
    {
      id: "buses",
      heading: text("Buses", "Bysiau", "بسیں"),
      layout: "one-page",
      questions: [
        {
          id: "bus-use",
          type: "one-choice",
          number: "2",
          label: text("How often do you take a local bus?", "Pa mor aml yr ydych chi’n mynd ar fws lleol?", "آپ مقامی بس کتنی بار استعمال کرتے ہیں؟"),
          options: [
            option("most-days", "Most days", "Y rhan fwyaf o ddyddiau", "تقریباً ہر روز"),
            option("weekly", "Every week", "Bob wythnos", "ہر ہفتے"),
            option("monthly", "Every month", "Bob mis", "ہر مہینے"),
            option("rarely", "Less often", "Yn llai aml", "اس سے کم"),
            option("never", "Never", "Byth", "کبھی نہیں"),
          ],
        },
        {
          id: "bus-more",
          type: "several-choices",
          number: "3",
          label: text(
            "What would make you take the bus more often?",
            "Beth fyddai’n gwneud i chi fynd ar y bws yn amlach?",
            "کس چیز سے آپ بس زیادہ استعمال کریں گے؟",
          ),
          showWhen: { question: "bus-use", isAnyOf: ["weekly", "monthly", "rarely", "never"] },
          options: [
            option("later", "Buses after 7 pm", "Bysiau ar ôl 7 yr hwyr", "شام 7 بجے کے بعد بسیں"),
            option("reliable", "Buses that come when they should", "Bysiau sy’n dod pan ddylent", "بسیں جو وقت پر آئیں"),
            option("cheaper", "Lower fares", "Prisiau is", "کم کرایہ"),
            option("sunday", "Buses on Sundays", "Bysiau ar ddydd Sul", "اتوار کو بسیں"),
            option("shelters", "Shelters and seats", "Cysgodfannau a seddi", "سٹاپ پر چھت اور بیٹھنے کی جگہ"),
            option("surgery", "A route to the surgery or the hospital", "Llwybr i’r feddygfa neu’r ysbyty", "سرجری یا ہسپتال تک کا روٹ"),
            { ...option("other", "Something else", "Rhywbeth arall", "کچھ اور"), writeIn: true },
          ],
          noneOption: option("none", "None of these", "Dim un o’r rhain", "ان میں سے کوئی نہیں"),
        },
        {
          id: "bus-seven",
          type: "agreement",
          number: "4",
          reasons: true,
          label: text(
            "Route 7 should run until 11 pm, even if by day it then comes every 45 minutes instead of every 30.",
            "Dylai llwybr 7 redeg tan 11 yr hwyr, hyd yn oed os bydd yn dod bob 45 munud yn lle bob 30 yn ystod y dydd.",
            "روٹ 7 کی بس رات 11 بجے تک چلے، چاہے دن میں وہ ہر 30 منٹ کے بجائے ہر 45 منٹ بعد آئے۔",
          ),
        },
      ],
    },
    {
      id: "help",
      heading: text("Health and young people", "Iechyd a phobl ifanc", "صحت اور نوجوان"),
      layout: "one-page",
      questions: [
        {
          id: "surgery",
          type: "rating",
          number: "5",
          highest: 5,
          label: text(
            "How easy is it to see or speak to somebody at your doctor’s surgery?",
            "Pa mor hawdd yw hi i weld neu siarad â rhywun yn eich meddygfa?",
            "آپ کی سرجری میں کسی سے ملنا یا بات کرنا کتنا آسان ہے؟",
          ),
          lowLabel: text("Very hard", "Anodd iawn", "بہت مشکل"),
          highLabel: text("Very easy", "Hawdd iawn", "بہت آسان"),
        },
        {
          id: "youth-club",
          type: "yes-no-unsure",
          number: "6",
          label: text(
            "Should the youth club open again, in the old library?",
            "A ddylai’r clwb ieuenctid agor eto, yn yr hen lyfrgell?",
            "کیا یوتھ کلب پرانی لائبریری میں دوبارہ کھلنا چاہیے؟",
          ),
        },
        {
          id: "youth-why",
          type: "long-text",
          number: "6a",
          maxWords: 300,
          label: text("Why do you think so?", "Pam yr ydych yn meddwl hynny?", "آپ ایسا کیوں سمجھتے ہیں؟"),
          showWhen: { question: "youth-club", isAnyOf: ["yes", "no"] },
        },
      ],
    },
    {
      id: "lanes",
      heading: text("Lanes, drains and hedges", "Lonydd, draeniau a chloddiau", "گلیاں، نالیاں اور باڑیں"),
      layout: "one-page",
      questions: [
        {
          id: "upkeep",
          type: "matrix",
          number: "7",
          label: text("How well are these looked after where you live?", "Pa mor dda y gofelir am y rhain lle’r ydych chi’n byw?", "آپ کے علاقے میں ان چیزوں کی دیکھ بھال کیسی ہے؟"),
          rows: [
            option("drains", "Drains and ditches", "Draeniau a ffosydd", "نالیاں اور نالے"),
            option("hedges", "Hedges and verges", "Cloddiau ac ymylon ffyrdd", "باڑیں اور سڑک کے کنارے"),
            option("pavements", "Pavements", "Palmentydd", "فٹ پاتھ"),
            option("lights", "Street lights", "Goleuadau stryd", "سڑک کی بتیاں"),
          ],
          columns: [
            option("well", "Well", "Yn dda", "اچھی"),
            option("fairly", "Fairly well", "Yn weddol", "مناسب"),
            option("badly", "Badly", "Yn wael", "خراب"),
            option("not-here", "There are none here", "Nid oes rhai yma", "یہاں نہیں ہیں"),
          ],
        },
        {
          id: "water",
          type: "one-choice",
          number: "8",
          label: text(
            "In the last three years, how close has flood water come?",
            "Yn ystod y tair blynedd diwethaf, pa mor agos y daeth dŵr llifogydd?",
            "پچھلے تین سال میں سیلاب کا پانی کتنا قریب آیا؟",
          ),
          options: [
            option("home", "Into my home", "I mewn i’m cartref", "گھر کے اندر"),
            option("lane", "Into the garden or the road outside", "I’r ardd neu’r ffordd y tu allan", "باغ یا گھر کے سامنے کی سڑک تک"),
            option("nearby", "Nearby", "Gerllaw", "آس پاس"),
            option("no", "Nowhere near", "Ddim yn agos", "قریب نہیں آیا"),
          ],
        },
      ],
    },
    {
      id: "money",
      heading: text("What should come first", "Beth ddylai ddod gyntaf", "سب سے پہلے کیا ہو"),
      layout: "one-page",
      questions: [
        {
          id: "spend",
          type: "point-budget",
          number: "9",
          points: 100,
          spendAll: true,
          label: text(
            "If you had £100 to spend on these, how would you share it out?",
            "Pe bai gennych £100 i’w wario ar y rhain, sut y byddech yn ei rannu?",
            "اگر آپ کے پاس ان پر خرچ کرنے کے لیے \u2066£100\u2069 ہوں تو آپ انہیں کیسے بانٹیں گے؟",
          ),
          unit: text("pounds", "punt", "پاؤنڈ"),
          options: [
            option("buses", "Buses", "Bysiau", "بسیں"),
            option("health", "Nurses and advice close to home", "Nyrsys a chyngor yn agos i gartref", "گھر کے قریب نرس اور مشورہ"),
            option("youth", "Somewhere for young people", "Rhywle i bobl ifanc", "نوجوانوں کے لیے جگہ"),
            option("drains", "Drains and ditches", "Draeniau a ffosydd", "نالیاں اور نالے"),
            option("streets", "Pavements, lights and crossings", "Palmentydd, goleuadau a chroesfannau", "فٹ پاتھ، بتیاں اور سڑک پار کرنے کی جگہیں"),
            option("town", "The market and the town centre", "Y farchnad a chanol y dref", "بازار اور ٹاؤن سنٹر"),
          ],
        },
      ],
    },
    {
      id: "own-words",
      heading: text("In your own words", "Yn eich geiriau eich hun", "اپنے الفاظ میں"),
      layout: "one-page",
      questions: [
        {
          id: "one-thing",
          type: "long-text",
          number: "10",
          maxWords: 500,
          label: text(
            "What one thing would make most difference where you live?",
            "Pa un peth fyddai’n gwneud y gwahaniaeth mwyaf lle’r ydych chi’n byw?",
            "آپ کے علاقے میں کس ایک چیز سے سب سے زیادہ فرق پڑے گا؟",
          ),
        },
        {
          id: "anything-else",
          type: "long-text",
          number: "11",
          maxWords: 500,
          label: text("Is there anything else you would like to say?", "A oes unrhyw beth arall yr hoffech ei ddweud?", "کیا آپ کچھ اور کہنا چاہیں گے؟"),
        },
      ],
    },
  ],
};

/** What was wrong in print, and put right in the open: question 4 said 45 minutes. */
export const closedErratum = {
  questionId: "bus-seven",
  text: text(
    "Question 4 said that route 7 would come every 45 minutes by day. It would come every 40 minutes.",
    "Roedd cwestiwn 4 yn dweud y byddai llwybr 7 yn dod bob 45 munud yn ystod y dydd. Bob 40 munud y byddai’n dod.",
    "سوال 4 میں لکھا تھا کہ روٹ 7 کی بس دن میں ہر 45 منٹ بعد آئے گی۔ درست یہ ہے کہ وہ ہر 40 منٹ بعد آئے گی۔",
  ),
};
