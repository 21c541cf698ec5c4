// The codeframe that the own words of the closed consultation are being coded with, and which of its codes a sentence of the bank belongs to.
import type { CodeTexts } from "#app/analysis/code.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { text } from "./text.ts";
import type { Bank, Theme } from "./words/bank.ts";
import { english } from "./words/en.ts";
import { urdu } from "./words/ur.ts";
import { welsh } from "./words/cy.ts";

type Planned = { texts: CodeTexts; theme?: Theme; under?: readonly Planned[] };

const code = (name: Text, definition: Text, theme?: Theme, more: Partial<CodeTexts> = {}): Planned => ({
  texts: { name, definition, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false, ...more },
  ...(theme && { theme }),
});
const over = (name: Text, definition: Text, under: readonly Planned[]): Planned => ({ ...code(name, definition), under });

export const livingFrame = { name: text("What would make most difference", "Beth fyddai’n gwneud y gwahaniaeth mwyaf", "کس چیز سے سب سے زیادہ فرق پڑے گا"), questionIds: ["one-thing", "anything-else"] };

export const livingCodes: readonly Planned[] = [
  over(text("Getting about", "Mynd o le i le", "آنا جانا"), text("How people get from one place to another, on foot or on wheels.", "Sut mae pobl yn mynd o un lle i’r llall, ar droed neu ar olwynion.", "لوگ پیدل یا سواری پر ایک جگہ سے دوسری جگہ کیسے جاتے ہیں۔"), [
    code(
      text("Buses", "Bysiau", "بسیں"),
      text("Whether there is a bus, when, where to, whether it comes and what it costs.", "A oes bws, pryd, i ble, a yw’n dod a beth mae’n ei gostio.", "بس ہے یا نہیں، کب، کہاں تک، آتی ہے یا نہیں، اور کرایہ کتنا ہے۔"),
      "buses",
      { exclude: text("Shelters and benches at a stop: “Toilets, benches, trees”.", "Cysgodfannau a meinciau wrth arhosfan: “Toiledau, meinciau, coed”.", "سٹاپ کی چھت اور بنچ: “بیت الخلا، بنچ، درخت”۔") },
    ),
    code(
      text("Pavements and crossings", "Palmentydd a chroesfannau", "فٹ پاتھ اور سڑک پار کرنے کی جگہیں"),
      text("Surfaces, kerbs, lights, and where one can cross.", "Wynebau, cyrbau, goleuadau, a ble gellir croesi.", "فرش، کنارے، بتیاں، اور سڑک کہاں سے پار کی جا سکتی ہے۔"),
      "pavements",
      { include: text("Speaks of a wheelchair, a stick, a pram or sight.", "Yn sôn am gadair olwyn, ffon, pram neu olwg.", "وہیل چیئر، چھڑی، بچہ گاڑی یا نظر کا ذکر۔"), isEquality: true },
    ),
    code(text("Speed of traffic", "Cyflymder traffig", "ٹریفک کی رفتار"), text("How fast people drive, and what would slow them.", "Pa mor gyflym y mae pobl yn gyrru, a beth fyddai’n eu harafu.", "لوگ کتنی تیز گاڑی چلاتے ہیں، اور کس چیز سے رفتار کم ہو گی۔"), "speeding"),
  ]),
  over(text("Health", "Iechyd", "صحت"), text("Being seen, helped and looked after.", "Cael eich gweld, eich helpu a’ch gofalu amdanoch.", "معائنہ، مدد اور نگہداشت ملنا۔"), [
    code(
      text("Being seen at the surgery", "Cael eich gweld yn y feddygfa", "سرجری میں معائنہ ہونا"),
      text("Appointments, the telephone in the morning, how long one waits, whom one sees.", "Apwyntiadau, y ffôn yn y bore, pa mor hir yr arhosir, pwy a welir.", "اپائنٹمنٹ، صبح کا فون، کتنا انتظار، اور کس سے ملاقات۔"),
      "surgery",
      { example: text("It is the getting in.", "Cyrraedd y drws yw’r drafferth.", "اصل مسئلہ اندر تک پہنچنا ہے۔") },
    ),
  ]),
  over(text("Water and lanes", "Dŵr a lonydd", "پانی اور گلیاں"), text("What grows, blocks and floods.", "Yr hyn sy’n tyfu, yn tagu ac yn gorlifo.", "جو اُگتا ہے، رکاوٹ بنتا ہے اور سیلاب لاتا ہے۔"), [
    code(text("Flooding, ditches and drains", "Llifogydd, ffosydd a draeniau", "سیلاب، نالے اور نالیاں"), text("Water where it should not be, and who clears its way.", "Dŵr lle na ddylai fod, a phwy sy’n clirio’i ffordd.", "پانی جہاں نہیں ہونا چاہیے، اور اُس کا راستہ کون صاف کرے۔"), "flooding"),
    code(text("Hedges and verges", "Cloddiau ac ymylon", "باڑیں اور کنارے"), text("When and how they are cut, and what cannot be seen behind them.", "Pryd a sut y cânt eu torri, a’r hyn na ellir ei weld y tu ôl iddynt.", "کب اور کیسے کاٹی جائیں، اور اُن کے پیچھے کیا نظر نہیں آتا۔"), "hedges"),
  ]),
  over(text("Young people", "Pobl ifanc", "نوجوان"), text("What there is for those who are not yet grown up.", "Yr hyn sydd i’r rhai nad ydynt eto’n oedolion.", "جو ابھی بڑے نہیں ہوئے، اُن کے لیے کیا ہے۔"), [
    code(text("Somewhere to go", "Rhywle i fynd", "جانے کی جگہ"), text("The youth club, the old library, the skate park, evenings.", "Y clwb ieuenctid, yr hen lyfrgell, y parc sglefrio, nosweithiau.", "یوتھ کلب، پرانی لائبریری، سکیٹ پارک، شامیں۔"), "youth", { isEquality: true }),
  ]),
  over(text("The town", "Y dref", "قصبہ"), text("What brings people into the middle of it, and lets them stay a while.", "Yr hyn sy’n dod â phobl i’w chanol, ac yn gadael iddynt aros am ychydig.", "جو لوگوں کو مرکز میں لائے اور کچھ دیر ٹھہرنے دے۔"), [
    code(text("The market and the shops", "Y farchnad a’r siopau", "بازار اور دکانیں"), text("Stalls, empty shops, parking for those who buy.", "Stondinau, siopau gwag, parcio i’r rhai sy’n prynu.", "سٹال، خالی دکانیں، خریداروں کی پارکنگ۔"), "market"),
    code(text("Toilets, benches, trees", "Toiledau, meinciau, coed", "بیت الخلا، بنچ، درخت"), text("The small things that decide whether somebody goes out.", "Y pethau bach sy’n penderfynu a fydd rhywun yn mynd allan.", "چھوٹی چیزیں جو طے کرتی ہیں کہ کوئی باہر نکلے گا یا نہیں۔"), "comfort"),
  ]),
  code(text("Told before, and nothing came", "Dywedwyd o’r blaen, a dim a ddaeth", "پہلے بھی بتایا، کچھ نہ ہوا"), text("Has reported or asked for it before, whatever it is about.", "Wedi rhoi gwybod neu ofyn o’r blaen, am beth bynnag.", "پہلے اطلاع دی یا کہا تھا، معاملہ کوئی بھی ہو۔"), undefined, { isCrossCutting: true }),
];

const banks: Record<Language, Bank> = { en: english, cy: welsh, ur: urdu };

/** A part of what somebody wrote that says one thing; whether it tells what happened or asks for something. */
export type Part = { theme: Theme; isAsked: boolean; start: number; end: number };

const escaped = (written: string) => written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Known = { theme: Theme; isAsked: boolean; pattern: RegExp };
const knownOf = (language: Language): Known[] =>
  Object.entries(banks[language].themes).flatMap(([theme, { lived, ask }]) =>
    ([[lived, false], [ask, true]] as const).flatMap(([sentences, isAsked]) =>
      Object.values(sentences).flat().map((sentence): Known => ({ theme: theme as Theme, isAsked, pattern: new RegExp(sentence.split(/\{\w+\}/).map(escaped).join(".{1,40}?"), "iu") })),
    ),
  );

/** Finds what a text of the demonstration is about, by the sentences it was put together from. */
export function reader(): (said: { text: string; language: Language }) => Part[] {
  const known: Record<Language, Known[]> = { en: knownOf("en"), cy: knownOf("cy"), ur: knownOf("ur") };
  return ({ text: said, language }) =>
    known[language]
      .flatMap(({ theme, isAsked, pattern }) => {
        const found = pattern.exec(said);
        return found ? [{ theme, isAsked, start: found.index, end: found.index + found[0].length }] : [];
      })
      .sort((one, other) => one.start - other.start);
}
