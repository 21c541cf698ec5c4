// The form of the open consultation: four sections, and most types of question.
import type { FormDefinition, Section } from "#app/forms/definition.ts";
import { aims } from "./open-consultation.ts";
import { option, text } from "./text.ts";

const you: Section = {
  id: "you",
  heading: text("You and Marlshire", "Chi a Marlshire", "آپ اور مارلشائر"),
  intro: text(
    "Every question can be left out, except where it says otherwise.",
    "Gellir hepgor pob cwestiwn, oni nodir yn wahanol.",
    "ہر سوال چھوڑا جا سکتا ہے، سوائے جہاں کچھ اور لکھا ہو۔",
  ),
  layout: "one-page",
  questions: [
    {
      id: "connection",
      type: "one-choice",
      number: "1",
      label: text("What brings you to Marlshire?", "Beth sy’n dod â chi i Marlshire?", "مارلشائر سے آپ کا کیا تعلق ہے؟"),
      options: [
        option("live", "I live here", "Rwy’n byw yma", "میں یہاں رہتا / رہتی ہوں"),
        option("work", "I work or study here and live elsewhere", "Rwy’n gweithio neu’n astudio yma ac yn byw mewn lle arall", "میں یہاں کام یا پڑھائی کرتا / کرتی ہوں اور کہیں اور رہتا / رہتی ہوں"),
        option("visit", "I visit", "Rwy’n ymweld", "میں یہاں آتا جاتا / آتی جاتی ہوں"),
        { ...option("other", "Something else", "Rhywbeth arall", "کچھ اور"), writeIn: true, divider: true },
      ],
    },
    {
      id: "years",
      type: "number",
      number: "2",
      min: 0,
      max: 110,
      label: text("How many years have you lived here?", "Ers sawl blwyddyn yr ydych chi’n byw yma?", "آپ کتنے سال سے یہاں رہ رہے ہیں؟"),
      unit: text("years", "mlynedd", "سال"),
      showWhen: { question: "connection", is: "live" },
    },
    {
      id: "postcode",
      type: "postcode",
      number: "3",
      label: text("What is your postcode?", "Beth yw eich cod post?", "آپ کا پوسٹ کوڈ کیا ہے؟"),
      hint: text(
        "It tells us which places we have not heard from. We keep it apart from your answers.",
        "Mae’n dweud wrthym o ba leoedd nad ydym wedi clywed. Fe’i cadwn ar wahân i’ch atebion.",
        "اس سے معلوم ہوتا ہے کہ کن علاقوں سے جواب نہیں آئے۔ ہم اسے آپ کے جوابات سے الگ رکھتے ہیں۔",
      ),
      showWhen: { question: "connection", isAnyOf: ["live", "work"] },
    },
  ],
};

const first: Section = {
  id: "first",
  heading: text("What should come first", "Beth ddylai ddod gyntaf", "سب سے پہلے کیا ہو"),
  layout: "one-page",
  questions: [
    {
      id: "the-aims",
      type: "statement",
      label: text(
        "The draft strategy has six aims. You can read what each of them means in the documents; the questions can be answered without.",
        "Mae chwe nod yn y strategaeth ddrafft. Gallwch ddarllen beth mae pob un yn ei olygu yn y dogfennau; gellir ateb y cwestiynau hebddynt.",
        "حکمتِ عملی کے مسودے میں چھ مقاصد ہیں۔ ان کا مطلب دستاویزات میں پڑھا جا سکتا ہے؛ سوالوں کے جواب ان کے بغیر بھی دیے جا سکتے ہیں۔",
      ),
    },
    {
      id: "order",
      type: "ranking",
      number: "4",
      label: text("In which order should the six aims come?", "Ym mha drefn y dylai’r chwe nod ddod?", "چھ مقاصد کس ترتیب سے ہوں؟"),
      options: aims,
    },
    {
      id: "carbon",
      type: "agreement",
      number: "5",
      reasons: true,
      label: text(
        "The partners should stop heating their buildings with gas and oil by 2032, even if it costs more at first.",
        "Dylai’r partneriaid roi’r gorau i wresogi eu hadeiladau â nwy ac olew erbyn 2032, hyd yn oed os yw’n costio mwy i ddechrau.",
        "شراکت دار 2032 تک اپنی عمارتیں گیس اور تیل سے گرم کرنا چھوڑ دیں، چاہے شروع میں خرچ زیادہ ہو۔",
      ),
    },
    {
      id: "where-homes",
      type: "agreement",
      number: "6",
      label: text(
        "New homes should go to the towns first, and to the villages only where people there want them.",
        "Dylai cartrefi newydd fynd i’r trefi yn gyntaf, ac i’r pentrefi dim ond lle mae pobl yno eu heisiau.",
        "نئے گھر پہلے شہروں میں بنیں، اور دیہات میں صرف وہاں جہاں لوگ چاہتے ہوں۔",
      ),
    },
    {
      id: "now",
      type: "matrix",
      number: "7",
      label: text("How good are these where you are?", "Pa mor dda yw’r rhain lle’r ydych chi?", "آپ کے علاقے میں یہ چیزیں کیسی ہیں؟"),
      rows: [
        option("schools", "Schools and nurseries", "Ysgolion a meithrinfeydd", "سکول اور نرسریاں"),
        option("doctors", "Seeing a doctor or a dentist", "Gweld meddyg neu ddeintydd", "ڈاکٹر یا دانتوں کے ڈاکٹر سے ملنا"),
        option("jobs", "Jobs within reach", "Swyddi o fewn cyrraedd", "قریب میں روزگار"),
        option("countryside", "Parks, paths and countryside", "Parciau, llwybrau a chefn gwlad", "پارک، راستے اور دیہی علاقہ"),
        option("safety", "Feeling safe after dark", "Teimlo’n ddiogel ar ôl iddi dywyllu", "اندھیرے کے بعد محفوظ محسوس کرنا"),
      ],
      columns: [
        option("good", "Good", "Da", "اچھی"),
        option("fair", "Fair", "Gweddol", "مناسب"),
        option("poor", "Poor", "Gwael", "خراب"),
        option("unsure", "I do not know", "Nid wyf yn gwybod", "معلوم نہیں"),
      ],
    },
    {
      id: "place-to-live",
      type: "rating",
      number: "8",
      highest: 10,
      label: text("All in all, how good a place to live is it?", "Rhwng popeth, pa mor dda yw’r lle i fyw ynddo?", "مجموعی طور پر، رہنے کے لیے یہ جگہ کیسی ہے؟"),
      lowLabel: text("Very poor", "Gwael iawn", "بہت خراب"),
      highLabel: text("Very good", "Da iawn", "بہت اچھی"),
    },
  ],
};

const daily: Section = {
  id: "daily",
  heading: text("Day by day", "O ddydd i ddydd", "روزمرہ زندگی"),
  layout: "one-page",
  questions: [
    {
      id: "travel",
      type: "one-choice",
      number: "9",
      label: text("How do you get about most of the time?", "Sut yr ydych chi’n teithio gan amlaf?", "آپ زیادہ تر کیسے سفر کرتے ہیں؟"),
      options: [
        option("car", "By car or van", "Mewn car neu fan", "گاڑی یا وین سے"),
        option("bus", "By bus", "Ar fws", "بس سے"),
        option("train", "By train", "Ar drên", "ٹرین سے"),
        option("cycle", "By bicycle", "Ar feic", "سائیکل سے"),
        option("walk", "On foot or by wheelchair", "Ar droed neu mewn cadair olwyn", "پیدل یا وہیل چیئر پر"),
      ],
    },
    {
      id: "leave-car",
      type: "several-choices",
      number: "10",
      atMost: 3,
      label: text(
        "What would let you leave the car at home more often? Choose up to three.",
        "Beth fyddai’n eich galluogi i adael y car gartref yn amlach? Dewiswch hyd at dri.",
        "کس چیز سے آپ گاڑی زیادہ بار گھر پر چھوڑ سکیں گے؟ زیادہ سے زیادہ تین چنیں۔",
      ),
      showWhen: { question: "travel", is: "car" },
      options: [
        option("buses", "Buses that I can rely on", "Bysiau y gallaf ddibynnu arnynt", "بسیں جن پر بھروسا ہو"),
        option("trains", "Trains that stop closer to home", "Trenau sy’n aros yn nes at adref", "گھر کے قریب رکنے والی ٹرینیں"),
        option("paths", "Safe paths for cycling", "Llwybrau diogel ar gyfer beicio", "سائیکل کے محفوظ راستے"),
        option("pavements", "Pavements and lights all the way", "Palmentydd a goleuadau bob cam", "پورے راستے فٹ پاتھ اور روشنی"),
        option("local", "Shops and a surgery within a walk", "Siopau a meddygfa o fewn pellter cerdded", "پیدل فاصلے پر دکانیں اور سرجری"),
        option("broadband", "Broadband good enough to work at home", "Band eang digon da i weithio gartref", "گھر سے کام کے لیے اچھا انٹرنیٹ"),
      ],
      noneOption: option("none", "Nothing would: I need the car", "Dim byd: mae angen y car arnaf", "کچھ نہیں: مجھے گاڑی کی ضرورت ہے"),
    },
    {
      id: "travel-cost",
      type: "money",
      number: "11",
      max: 200_000,
      label: text("About how much did you spend on getting about last week?", "Tua faint a wariasoch ar deithio yr wythnos diwethaf?", "پچھلے ہفتے آنے جانے پر آپ کا تقریباً کتنا خرچ ہوا؟"),
    },
    {
      id: "seen",
      type: "yes-no-unsure",
      number: "12",
      label: text(
        "In the last twelve months, could you see a doctor or nurse when you needed one?",
        "Yn ystod y deuddeg mis diwethaf, a allech weld meddyg neu nyrs pan oedd angen?",
        "پچھلے بارہ مہینوں میں، کیا آپ ضرورت پڑنے پر ڈاکٹر یا نرس سے مل سکے؟",
      ),
    },
    {
      id: "not-seen",
      type: "long-text",
      number: "12a",
      maxWords: 200,
      label: text("What happened?", "Beth ddigwyddodd?", "کیا ہوا تھا؟"),
      hint: text(
        "Please do not name anybody, or say what was wrong with you unless you want to.",
        "Peidiwch ag enwi neb, na dweud beth oedd yn bod arnoch oni bai eich bod am wneud.",
        "براہِ مہربانی کسی کا نام نہ لکھیں، اور بیماری صرف اسی صورت میں بتائیں جب آپ چاہیں۔",
      ),
      showWhen: { question: "seen", is: "no" },
    },
    {
      id: "share",
      type: "point-budget",
      number: "13",
      points: 20,
      label: text("You have 20 coins. Which of the six aims do you put them on?", "Mae gennych 20 darn arian. Ar ba rai o’r chwe nod y rhowch chi nhw?", "آپ کے پاس 20 سکے ہیں۔ آپ انہیں چھ مقاصد میں سے کن پر لگائیں گے؟"),
      unit: text("coins", "darn arian", "سکے"),
      options: aims,
    },
  ],
};

const places: Section = {
  id: "places",
  heading: text("A place, and the next ten years", "Lle, a’r deng mlynedd nesaf", "ایک جگہ، اور اگلے دس سال"),
  layout: "one-page",
  questions: [
    {
      id: "place",
      type: "map-point",
      number: "14",
      label: text("Which place would you change first?", "Pa le y byddech yn ei newid gyntaf?", "آپ سب سے پہلے کون سی جگہ بدلیں گے؟"),
    },
    {
      id: "place-change",
      type: "short-text",
      number: "15",
      maxLength: 200,
      label: text("What would you do there?", "Beth fyddech chi’n ei wneud yno?", "آپ وہاں کیا کریں گے؟"),
      showWhen: { question: "place", isAnswered: true },
    },
    {
      id: "picture",
      type: "file",
      number: "16",
      kinds: ["image", "pdf"],
      maxBytes: 5_000_000,
      label: text("Do you have a picture of it?", "A oes gennych lun ohono?", "کیا آپ کے پاس اس کی تصویر ہے؟"),
      hint: text("Please send none in which people can be recognised.", "Peidiwch ag anfon un y gellir adnabod pobl ynddo.", "براہِ مہربانی ایسی تصویر نہ بھیجیں جس میں لوگ پہچانے جا سکیں۔"),
      showWhen: { question: "place", isAnswered: true },
    },
    {
      id: "picture-date",
      type: "date",
      number: "17",
      earliest: "2000-01-01",
      label: text("When did you last see it like that?", "Pryd y gwelsoch chi ef felly ddiwethaf?", "آپ نے آخری بار اسے ایسا کب دیکھا؟"),
      showWhen: { question: "place", isAnswered: true },
    },
    {
      id: "wish",
      type: "long-text",
      number: "18",
      maxWords: 500,
      label: text(
        "What should somebody who grows up here find when they come back in ten years?",
        "Beth ddylai rhywun sy’n tyfu i fyny yma ei ganfod wrth ddod yn ôl ymhen deng mlynedd?",
        "جو بچہ یہاں بڑا ہو رہا ہے، دس سال بعد واپس آئے تو اسے یہاں کیا ملنا چاہیے؟",
      ),
    },
    {
      id: "else",
      type: "long-text",
      number: "19",
      maxWords: 500,
      label: text("Is there anything we have not asked?", "A oes unrhyw beth nad ydym wedi’i ofyn?", "کیا کوئی بات رہ گئی جو ہم نے نہیں پوچھی؟"),
    },
  ],
};

export const openForm: FormDefinition = { languages: ["en", "cy", "ur"], sections: [you, first, daily, places] };
