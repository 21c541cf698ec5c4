// Two more consultations of the demonstration: one that opens next week, one that an officer has still to publish.
import type { ConsultationTexts } from "#app/consultations/consultation.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { option, text } from "./text.ts";

type Described = { texts: Omit<ConsultationTexts, "decisionOn">; form: FormDefinition };

const usual = { asksEquality: true, languages: ["en", "cy", "ur"], graceInMinutes: 24 * 60 } satisfies Partial<ConsultationTexts>;

/** Wenlow Vale, scheduled: one question a page. */
export const villageHalls: Described = {
  texts: {
    ...usual,
    title: text("Warm, dry and open: village halls in Wenlow Vale", "Cynnes, sych ac agored: neuaddau pentref Dyffryn Wenlow", "گرم، خشک اور کھلے: وادیِ وینلو کے گاؤں کے ہال"),
    summary: text(
      "There is £180,000 for the vale’s eighteen village halls. Should it mend a few of them well, or help all of them a little?",
      "Mae £180,000 ar gael i ddeunaw neuadd bentref y dyffryn. A ddylai drwsio ychydig ohonynt yn dda, ynteu helpu pob un ychydig?",
      "وادی کے اٹھارہ گاؤں کے ہالوں کے لیے \u2066£180,000\u2069 ہیں۔ کیا ان سے چند ہالوں کی اچھی مرمت ہو، یا سب کی تھوڑی تھوڑی مدد؟",
    ),
    purpose: text(
      "A hall is where a village votes, dances, is vaccinated and waits out a flood. Eleven of our eighteen have no heating to speak of.",
      "Mewn neuadd y mae pentref yn pleidleisio, yn dawnsio, yn cael ei frechu ac yn aros i lifogydd gilio. Nid oes gwres gwerth sôn amdano mewn un ar ddeg o’n deunaw ni.",
      "ہال وہ جگہ ہے جہاں گاؤں ووٹ دیتا ہے، خوشی مناتا ہے، ٹیکے لگواتا ہے اور سیلاب میں پناہ لیتا ہے۔ ہمارے اٹھارہ میں سے گیارہ میں گرمائش نہ ہونے کے برابر ہے۔",
    ),
    decisionToBeMade: text("How the fund for village halls is shared out.", "Sut y rhennir y gronfa ar gyfer neuaddau pentref.", "گاؤں کے ہالوں کا فنڈ کیسے تقسیم ہو۔"),
    decisionMaker: text("The board of the Wenlow Vale Partnership", "Bwrdd Partneriaeth Dyffryn Wenlow", "وادیِ وینلو شراکت کا بورڈ"),
    openToChange: [text("How many halls, which ones, and for what", "Faint o neuaddau, pa rai, ac at ba ddiben", "کتنے ہال، کون سے، اور کس کام کے لیے")],
    notOpenToChange: [text("How much there is in the fund", "Faint sydd yn y gronfa", "فنڈ میں کتنی رقم ہے")],
    audience: text("This is for everybody in Wenlow Vale, and for every hall committee.", "Mae hwn i bawb yn Nyffryn Wenlow, ac i bob pwyllgor neuadd.", "یہ وادیِ وینلو کے سب لوگوں اور ہر ہال کی کمیٹی کے لیے ہے۔"),
    otherWays: {
      telephone: "01632 960310",
      email: "halls@wenlowvale.example",
      post: "Village halls, The Maltings, Marlford",
      formats: text("Call us for large print or a paper form.", "Ffoniwch ni am brint bras neu ffurflen bapur.", "بڑے حروف یا کاغذی فارم کے لیے ہمیں فون کریں۔"),
    },
  },
  form: {
    languages: ["en", "cy", "ur"],
    sections: [
      {
        id: "halls",
        heading: text("Your hall", "Eich neuadd", "آپ کا ہال"),
        layout: "one-question-a-page",
        questions: [
          { id: "hall", type: "short-text", number: "1", maxLength: 100, label: text("Which hall do you use most?", "Pa neuadd yr ydych yn ei defnyddio fwyaf?", "آپ سب سے زیادہ کون سا ہال استعمال کرتے ہیں؟") },
          {
            id: "used-for",
            type: "several-choices",
            number: "2",
            label: text("What did you use it for in the last year?", "At beth y’i defnyddioch yn ystod y flwyddyn ddiwethaf?", "پچھلے سال آپ نے اسے کس لیے استعمال کیا؟"),
            options: [
              option("club", "A club or a class", "Clwb neu ddosbarth", "کلب یا کلاس"),
              option("party", "A party or a wedding", "Parti neu briodas", "دعوت یا شادی"),
              option("meeting", "A meeting, or to vote", "Cyfarfod, neu i bleidleisio", "میٹنگ یا ووٹ ڈالنے کے لیے"),
              option("care", "A clinic, a lunch or a warm room", "Clinig, cinio neu ystafell gynnes", "کلینک، کھانے یا گرم کمرے کے لیے"),
            ],
            noneOption: option("none", "I did not use it", "Ni ddefnyddiais hi", "میں نے استعمال نہیں کیا"),
          },
          {
            id: "share",
            type: "one-choice",
            number: "3",
            label: text("How should the fund be shared out?", "Sut y dylid rhannu’r gronfa?", "فنڈ کیسے تقسیم ہو؟"),
            options: [
              option("few", "£60,000 each for the three worst", "£60,000 yr un i’r tair waethaf", "تین سب سے خراب ہالوں کو \u2066£60,000\u2069 فی ہال"),
              option("some", "£20,000 each for nine", "£20,000 yr un i naw", "نو ہالوں کو \u2066£20,000\u2069 فی ہال"),
              option("all", "£10,000 each for all eighteen", "£10,000 yr un i’r deunaw i gyd", "اٹھارہ کے اٹھارہ کو \u2066£10,000\u2069 فی ہال"),
            ],
          },
          { id: "why", type: "long-text", number: "4", maxWords: 300, label: text("Why?", "Pam?", "کیوں؟") },
        ],
      },
    ],
  },
};

/** Tolbridge, not yet published. */
export const loadingBays: Described = {
  texts: {
    ...usual,
    title: text("Taxis and loading in the middle of Tolbridge", "Tacsis a llwytho yng nghanol Tolbridge", "ٹول برج کے مرکز میں ٹیکسیاں اور سامان اتارنا"),
    summary: text(
      "Four parking places in Sheep Street could become a taxi rank by night and a loading bay in the morning. What would that mean for you?",
      "Gallai pedwar lle parcio yn Sheep Street ddod yn safle tacsis gyda’r nos ac yn fan llwytho yn y bore. Beth fyddai hynny’n ei olygu i chi?",
      "شیپ سٹریٹ کی پارکنگ کی چار جگہیں رات کو ٹیکسی سٹینڈ اور صبح سامان اتارنے کی جگہ بن سکتی ہیں۔ آپ کے لیے اس کا کیا مطلب ہو گا؟",
    ),
    purpose: text(
      "Drivers stop on the pavement because there is nowhere else, and nobody can find a taxi after ten.",
      "Mae gyrwyr yn aros ar y palmant am nad oes unman arall, ac ni all neb ddod o hyd i dacsi ar ôl deg.",
      "ڈرائیور فٹ پاتھ پر رکتے ہیں کیونکہ کہیں اور جگہ نہیں، اور رات دس بجے کے بعد کسی کو ٹیکسی نہیں ملتی۔",
    ),
    decisionToBeMade: text("Whether the four places change, and at which hours.", "A yw’r pedwar lle’n newid, ac ar ba oriau.", "کیا یہ چار جگہیں بدلیں، اور کن اوقات میں۔"),
    decisionMaker: text("The board of the Tolbridge Partnership", "Bwrdd Partneriaeth Tolbridge", "ٹول برج شراکت کا بورڈ"),
    openToChange: [text("The hours, and which side of the street", "Yr oriau, a pha ochr i’r stryd", "اوقات، اور سڑک کی کون سی طرف")],
    notOpenToChange: [text("The blue badge places", "Lleoedd y bathodyn glas", "بلیو بیج والی جگہیں")],
    audience: text("This is for everybody who shops, works, drives or delivers in the town.", "Mae hwn i bawb sy’n siopa, yn gweithio, yn gyrru neu’n danfon yn y dref.", "یہ شہر میں خریداری، کام، ڈرائیونگ یا ڈلیوری کرنے والے سب لوگوں کے لیے ہے۔"),
    otherWays: { telephone: "01632 960220", email: "sheepstreet@tolbridge.example" },
  },
  form: {
    languages: ["en", "cy", "ur"],
    sections: [
      {
        id: "sheep-street",
        heading: text("Sheep Street", "Sheep Street", "شیپ سٹریٹ"),
        layout: "one-page",
        questions: [
          {
            id: "change",
            type: "agreement",
            number: "1",
            reasons: true,
            label: text("The four parking places should change.", "Dylai’r pedwar lle parcio newid.", "پارکنگ کی چاروں جگہیں بدل دی جائیں۔"),
          },
          { id: "else", type: "long-text", number: "2", label: text("Is there anything else?", "A oes rhywbeth arall?", "کیا کوئی اور بات ہے؟") },
        ],
      },
    ],
  },
};
