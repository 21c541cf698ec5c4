// The demonstration's open consultation: what should come first in the county's strategy for the next ten years.
import type { ConsultationTexts } from "#app/consultations/consultation.ts";
import { option, text } from "./text.ts";

export const openTexts: Omit<ConsultationTexts, "decisionOn"> = {
  title: text("Marlshire in ten years: what should come first?", "Marlshire ymhen deng mlynedd: beth ddylai ddod gyntaf?", "دس سال بعد کا مارلشائر: سب سے پہلے کیا ہو؟"),
  summary: text(
    "Councils, health, police, business and community groups are writing one plan for the next ten years. Tell us what it should begin with, what it should leave out, and which place you would change first.",
    "Mae cynghorau, y gwasanaeth iechyd, yr heddlu, busnesau a grwpiau cymunedol yn ysgrifennu un cynllun ar gyfer y deng mlynedd nesaf. Dywedwch â beth y dylai ddechrau, beth y dylai ei hepgor, a pha le y byddech yn ei newid gyntaf.",
    "کونسلیں، محکمۂ صحت، پولیس، کاروبار اور مقامی تنظیمیں اگلے دس سال کا ایک منصوبہ لکھ رہی ہیں۔ بتائیے کہ اس کی ابتدا کس چیز سے ہو، کیا چھوڑ دیا جائے، اور آپ سب سے پہلے کون سی جگہ بدلیں گے۔",
  ),
  purpose: text(
    "Each of us has plans of our own: for roads, for health, for homes, for schools. Too often they pull in different directions. A strategy that we all sign says what matters most, and everybody's plans then follow it.\n\nThe draft has six aims. We think that they are the right ones, but we do not agree among ourselves which should come first, and there is not the money to begin all six at once.",
    "Mae gan bob un ohonom ei gynlluniau ei hun: ar gyfer ffyrdd, iechyd, cartrefi ac ysgolion. Yn rhy aml maent yn tynnu i gyfeiriadau gwahanol. Mae strategaeth y mae pawb yn ei llofnodi yn dweud beth sydd bwysicaf, ac yna mae cynlluniau pawb yn ei dilyn.\n\nMae chwe nod yn y drafft. Credwn mai’r rhain yw’r rhai cywir, ond nid ydym yn cytuno ymysg ein gilydd pa un ddylai ddod gyntaf, ac nid oes arian i ddechrau ar y chwech ar unwaith.",
    "ہم میں سے ہر ایک کے اپنے منصوبے ہیں: سڑکوں کے، صحت کے، گھروں کے، سکولوں کے۔ اکثر یہ ایک دوسرے سے مختلف سمت میں جاتے ہیں۔ ایسی حکمتِ عملی جس پر سب دستخط کریں، بتاتی ہے کہ سب سے اہم کیا ہے، اور پھر سب کے منصوبے اسی کے مطابق بنتے ہیں۔\n\nمسودے میں چھ مقاصد ہیں۔ ہمارے خیال میں یہ درست ہیں، لیکن ہم خود اس پر متفق نہیں کہ پہلے کون سا ہو، اور سب کو ایک ساتھ شروع کرنے کے لیے رقم بھی نہیں۔",
  ),
  decisionToBeMade: text(
    "Which aims the county’s strategy begins with, and what is done first under each.",
    "Â pha nodau y mae strategaeth y sir yn dechrau, a beth a wneir gyntaf dan bob un.",
    "کاؤنٹی کی حکمتِ عملی کن مقاصد سے شروع ہو، اور ہر مقصد کے لیے پہلے کیا کیا جائے۔",
  ),
  decisionMaker: text(
    "The board of the Marlshire Partnership, and then the full council",
    "Bwrdd Partneriaeth Marlshire, ac yna’r cyngor llawn",
    "مارلشائر شراکت کا بورڈ، اور پھر پوری کونسل",
  ),
  openToChange: [
    text("Which of the six aims come first", "Pa rai o’r chwe nod sy’n dod gyntaf", "چھ مقاصد میں سے کون سے پہلے ہوں"),
    text("What is done under each of them", "Beth a wneir dan bob un ohonynt", "ہر مقصد کے تحت کیا کیا جائے"),
    text("How we tell whether it is working", "Sut y gwyddom a yw’n gweithio", "ہمیں کیسے معلوم ہو کہ کام ہو رہا ہے"),
  ],
  notOpenToChange: [
    text(
      "The number of homes to be built, which was decided in the local plan",
      "Nifer y cartrefi i’w hadeiladu, a benderfynwyd yn y cynllun lleol",
      "بننے والے گھروں کی تعداد، جو مقامی منصوبے میں طے ہو چکی ہے",
    ),
    text("National rates of tax and benefit", "Cyfraddau treth a budd-dal cenedlaethol", "ٹیکس اور مالی امداد کی قومی شرحیں"),
  ],
  audience: text(
    "This is for everybody who lives, works or studies in Marlshire, and for groups that work here.",
    "Mae hwn i bawb sy’n byw, yn gweithio neu’n astudio ym Marlshire, ac i grwpiau sy’n gweithio yma.",
    "یہ مارلشائر میں رہنے، کام کرنے یا پڑھنے والے ہر شخص کے لیے ہے، اور یہاں کام کرنے والی تنظیموں کے لیے۔",
  ),
  otherWays: {
    telephone: "01632 960120",
    textphone: "18001 01632 960120",
    email: "tenyears@marlshire.example",
    post: "Marlshire in ten years, County Hall, Castle Street, Tolbridge",
    inPerson: text(
      "At every library, and on Saturday mornings at our stall in Market Place, Tolbridge",
      "Ym mhob llyfrgell, ac ar foreau Sadwrn wrth ein stondin yn Market Place, Tolbridge",
      "ہر لائبریری میں، اور ہفتے کی صبح مارکیٹ پلیس، ٹول برج میں ہمارے سٹال پر",
    ),
    formats: text(
      "Large print, Easy Read, audio, braille or British Sign Language: call or write, and it will be with you within ten working days. You then have as much longer to answer.",
      "Print bras, Hawdd ei Ddeall, sain, braille neu Iaith Arwyddion Prydain: ffoniwch neu ysgrifennwch, a bydd gyda chi o fewn deg diwrnod gwaith. Cewch gymaint â hynny’n hwy i ateb.",
      "بڑے حروف، آسان زبان، آواز، بریل یا برطانوی اشاروں کی زبان: فون کریں یا لکھیں، دس کام کے دنوں میں آپ تک پہنچ جائے گا۔ جواب دینے کے لیے آپ کو اتنا ہی زیادہ وقت ملے گا۔",
    ),
  },
  asksEquality: true,
  languages: ["en", "cy", "ur"],
  graceInMinutes: 24 * 60,
};

export const aims = [
  option("getting-about", "Getting about without a car", "Teithio heb gar", "گاڑی کے بغیر آنا جانا"),
  option("health", "Better health, closer to home", "Gwell iechyd, yn nes at adref", "بہتر صحت، گھر کے قریب"),
  option("homes", "Homes that people can afford", "Cartrefi y gall pobl eu fforddio", "گھر جو لوگ خرید یا کرائے پر لے سکیں"),
  option("young", "A good start for every child", "Dechrau da i bob plentyn", "ہر بچے کے لیے اچھا آغاز"),
  option("work", "Work that pays, and skills for it", "Gwaith sy’n talu, a sgiliau ar ei gyfer", "اچھی اجرت والا کام اور اس کے لیے ہنر"),
  option("river", "Rivers, land and a changing climate", "Afonydd, tir a hinsawdd sy’n newid", "دریا، زمین اور بدلتا موسم"),
];
