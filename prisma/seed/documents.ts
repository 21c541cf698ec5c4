// The documents of the open consultation: what the draft strategy says, as plain text in each language and as a tagged PDF.
import { saveFile } from "#app/files/store.server.ts";
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { makePdf } from "./pdf.ts";
import { text } from "./text.ts";

const names: Record<Language, string> = { en: "Draft strategy.txt", cy: "Strategaeth ddrafft.txt", ur: "حکمت عملی کا مسودہ.txt" };

const title = text("Draft strategy: six aims for ten years", "Strategaeth ddrafft: chwe nod am ddeng mlynedd", "حکمتِ عملی کا مسودہ: دس سال کے چھ مقاصد");

const paragraphs: Record<Language, string[]> = {
  en: [
    "This is a draft. Nothing in it has been decided.",
    "1. Getting about without a car. Of every ten journeys in Marlshire, eight are made by car, and four of those are shorter than two miles. Buses run later and meet the trains; the old railway becomes a path; every new house can be reached on foot.",
    "2. Better health, closer to home. A nurse in every village hall with a warm room, one day a week. Appointments that can be made ahead. People who look after others are looked after too.",
    "3. Homes that people can afford. Three hundred homes a year, a third of them at rents that one wage can pay, in the towns first and in villages that ask for them.",
    "4. A good start for every child. A place in a nursery within five miles. Somewhere warm to go after school. No school closed without a year's notice and another plan.",
    "5. Work that pays, and skills for it. Courses in what is done here: farming, building, care, repair. The partners buy from local firms what local firms can sell.",
    "6. Rivers, land and a changing climate. The Wenlow and the Marl clean enough to swim in. Ditches and drains cleared every autumn. Partners' buildings off gas and oil by 2032.",
    "How we would know. Each aim has three figures that anybody can look up, published every June, whether they are good or bad.",
    "What it would cost. About 14 million pounds over ten years that is not yet in anybody's budget. That is why the order matters.",
  ],
  cy: [
    "Drafft yw hwn. Nid oes dim ynddo wedi’i benderfynu.",
    "1. Teithio heb gar. O bob deg taith ym Marlshire, gwneir wyth mewn car, ac mae pedair o’r rheini’n fyrrach na dwy filltir. Bydd bysiau’n rhedeg yn hwyrach ac yn cwrdd â’r trenau; bydd yr hen reilffordd yn llwybr; gellir cyrraedd pob tŷ newydd ar droed.",
    "2. Gwell iechyd, yn nes at adref. Nyrs ym mhob neuadd bentref sydd ag ystafell gynnes, un diwrnod yr wythnos. Apwyntiadau y gellir eu trefnu ymlaen llaw. Gofal am y rhai sy’n gofalu am eraill.",
    "3. Cartrefi y gall pobl eu fforddio. Tri chant o gartrefi y flwyddyn, traean ohonynt ar rent y gall un cyflog ei dalu, yn y trefi’n gyntaf ac yn y pentrefi sy’n gofyn amdanynt.",
    "4. Dechrau da i bob plentyn. Lle mewn meithrinfa o fewn pum milltir. Rhywle cynnes i fynd ar ôl ysgol. Ni chaeir ysgol heb flwyddyn o rybudd a chynllun arall.",
    "5. Gwaith sy’n talu, a sgiliau ar ei gyfer. Cyrsiau yn yr hyn a wneir yma: ffermio, adeiladu, gofal, trwsio. Bydd y partneriaid yn prynu gan gwmnïau lleol yr hyn y gallant ei werthu.",
    "6. Afonydd, tir a hinsawdd sy’n newid. Afonydd Wenlow a Marl yn ddigon glân i nofio ynddynt. Clirio ffosydd a draeniau bob hydref. Adeiladau’r partneriaid heb nwy nac olew erbyn 2032.",
    "Sut y byddem yn gwybod. Mae gan bob nod dri ffigur y gall unrhyw un eu gweld, a gyhoeddir bob mis Mehefin, boed dda neu ddrwg.",
    "Beth y byddai’n ei gostio. Tua 14 miliwn o bunnoedd dros ddeng mlynedd nad yw eto yng nghyllideb neb. Dyna pam y mae’r drefn yn bwysig.",
  ],
  ur: [
    "یہ مسودہ ہے۔ اس میں کوئی بات طے نہیں ہوئی۔",
    "1۔ گاڑی کے بغیر آنا جانا۔ مارلشائر میں دس میں سے آٹھ سفر گاڑی سے ہوتے ہیں، اور ان میں سے چار دو میل سے بھی کم کے ہیں۔ بسیں دیر تک چلیں اور ٹرینوں سے ملیں؛ پرانی ریلوے لائن راستہ بن جائے؛ ہر نئے گھر تک پیدل پہنچا جا سکے۔",
    "2۔ بہتر صحت، گھر کے قریب۔ ہر اُس گاؤں کے ہال میں جہاں گرم کمرہ ہو، ہفتے میں ایک دن نرس۔ ملاقات کا وقت پہلے سے لیا جا سکے۔ جو دوسروں کی دیکھ بھال کرتے ہیں ان کی بھی دیکھ بھال ہو۔",
    "3۔ گھر جو لوگ خرید یا کرائے پر لے سکیں۔ سال میں تین سو گھر، جن میں سے ایک تہائی کا کرایہ ایک تنخواہ میں ادا ہو سکے؛ پہلے شہروں میں، اور ان دیہات میں جو خود چاہیں۔",
    "4۔ ہر بچے کے لیے اچھا آغاز۔ پانچ میل کے اندر نرسری میں جگہ۔ سکول کے بعد جانے کے لیے گرم جگہ۔ کوئی سکول ایک سال کے نوٹس اور دوسرے انتظام کے بغیر بند نہ ہو۔",
    "5۔ اچھی اجرت والا کام اور اس کے لیے ہنر۔ ان کاموں کے کورس جو یہاں ہوتے ہیں: کھیتی باڑی، تعمیر، دیکھ بھال، مرمت۔ شراکت دار وہ چیزیں مقامی اداروں سے خریدیں جو وہ بیچ سکتے ہیں۔",
    "6۔ دریا، زمین اور بدلتا موسم۔ دریائے وینلو اور مارل تیرنے کے قابل صاف ہوں۔ نالے اور نالیاں ہر خزاں میں صاف ہوں۔ شراکت داروں کی عمارتیں 2032 تک گیس اور تیل کے بغیر ہوں۔",
    "ہمیں کیسے معلوم ہو گا۔ ہر مقصد کے تین اعداد ہیں جو کوئی بھی دیکھ سکتا ہے، ہر سال جون میں شائع ہوں گے، خواہ اچھے ہوں یا برے۔",
    "اس پر کیا خرچ آئے گا۔ دس سال میں تقریباً 14 ملین پاؤنڈ، جو ابھی کسی کے بجٹ میں نہیں۔ اسی لیے ترتیب اہم ہے۔",
  ],
};

/** A document goes by its own title, whatever the language of the page it is listed on. */
function inOwn(language: Language): Text {
  return { [language]: title[language] };
}

type Document = { title: Text; language: Language; format: "plain_text" | "pdf"; name: string; bytes: Buffer };

function documents(): Document[] {
  const plain = languages.map((language): Document => {
    const words = [title[language] ?? "", ...paragraphs[language]].join("\n\n");
    return { title: inOwn(language), language, format: "plain_text", name: names[language], bytes: Buffer.from(`\uFEFF${words}\n`) };
  });
  const bytes = makePdf({ title: title.en ?? "", language: "en-GB", paragraphs: paragraphs.en });
  return [{ title: inOwn("en"), language: "en", format: "pdf", name: "Draft strategy.pdf", bytes }, ...plain];
}

/** Saves the files and links them to the consultation. */
export async function seedDocuments(transaction: Transaction, consultation: { id: string; partnershipId: string }): Promise<void> {
  const { id: consultationId, partnershipId } = consultation;
  for (const [place, document] of documents().entries()) {
    const saved = await saveFile(transaction, { partnershipId, visibility: "public", name: document.name, bytes: document.bytes });
    if (!saved.ok) throw new Error(`The document ${document.name} was not taken: ${saved.problem.kind}`);
    await transaction.consultationDocument.create({
      data: {
        ...{ id: newId(), partnershipId, consultationId, fileId: saved.value.id, place },
        ...{ title: document.title, language: document.language, format: document.format },
      },
    });
  }
}
