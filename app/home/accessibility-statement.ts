// The accessibility statement: the one dated file that its page is made from. Whoever runs Folkmoot reviews it at least
// once a year, changes what is no longer so, and moves the dates.
// Law: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, SI 2018/952.
import type { Text } from "#app/shared/languages.ts";

/** Why something is not accessible: it fails, mending it is assessed as too great a burden (reg 7), or the law leaves it out (reg 4). */
export type GapKind = "failing" | "burden" | "excluded";

export type Gap = {
  id: string;
  kind: GapKind;
  what: Text;
  why: Text;
  alternative: Text;
  /** Numbers of the WCAG criteria concerned. */
  criteria: readonly string[];
};

export type AccessibilityStatement = {
  /** Dates, as "2026-11-21". */
  preparedOn: string;
  reviewedOn: string;
  testedOn: string;
  /** How far WCAG 2.2 level AA is met. */
  compliance: "full" | "partial" | "none";
  /** What a person should be able to do here. */
  able: readonly Text[];
  gaps: readonly Gap[];
  tested: readonly Text[];
};

export const accessibilityStatement: AccessibilityStatement = {
  preparedOn: "2026-11-21",
  reviewedOn: "2026-11-21",
  testedOn: "2026-11-21",
  compliance: "partial",
  able: [
    {
      en: "make the text four times as large, or use a small screen, without having to scroll sideways",
      cy: "gwneud y testun bedair gwaith yn fwy, neu ddefnyddio sgrin fach, heb orfod sgrolio i’r ochr",
      ur: "تحریر کو چار گنا بڑا کر سکیں، یا چھوٹی سکرین استعمال کر سکیں، اور دائیں بائیں سرکانا نہ پڑے",
    },
    {
      en: "use every page with a keyboard alone",
      cy: "defnyddio pob tudalen â bysellfwrdd yn unig",
      ur: "ہر صفحہ صرف کی بورڈ سے استعمال کر سکیں",
    },
    {
      en: "listen to every page with a screen reader, in the language it is written in",
      cy: "gwrando ar bob tudalen â darllenydd sgrin, yn yr iaith y mae wedi’i hysgrifennu ynddi",
      ur: "ہر صفحہ سکرین ریڈر سے اُسی زبان میں سن سکیں جس میں وہ لکھا گیا ہے",
    },
    {
      en: "take part on an old phone, on a slow connection or with scripts turned off",
      cy: "cymryd rhan ar hen ffôn, ar gysylltiad araf neu â sgriptiau wedi’u diffodd",
      ur: "پرانے فون پر، سست کنکشن پر یا سکرپٹ بند کر کے بھی حصہ لے سکیں",
    },
    {
      en: "have your device’s choice of dark or high-contrast colours respected",
      cy: "cael y lliwiau tywyll neu’r cyferbyniad uchel y mae eich dyfais wedi’i ddewis",
      ur: "اپنے آلے پر چنے ہوئے گہرے یا نمایاں رنگوں میں صفحے دیکھ سکیں",
    },
  ],
  gaps: [
    {
      id: "documents",
      kind: "failing",
      what: {
        en: "Some documents added to a consultation, such as PDF files, cannot be read well with a screen reader or do not fit a small screen.",
        cy: "Mae rhai dogfennau a ychwanegir at ymgynghoriad, fel ffeiliau PDF, nad yw’n hawdd eu darllen â darllenydd sgrin neu nad ydynt yn ffitio ar sgrin fach.",
        ur: "مشاورت کے ساتھ دی گئی کچھ دستاویزات، جیسے PDF فائلیں، سکرین ریڈر سے ٹھیک طرح نہیں پڑھی جا سکتیں یا چھوٹی سکرین پر پوری نہیں آتیں۔",
      },
      why: {
        en: "They are made outside this site, and it cannot check them.",
        cy: "Fe’u gwneir y tu allan i’r wefan hon, ac ni all hi eu gwirio.",
        ur: "وہ اس ویب سائٹ سے باہر بنائی جاتی ہیں، اور یہ اُنہیں جانچ نہیں سکتی۔",
      },
      alternative: {
        en: "Ask the partnership for the document in another format: large print, plain text, Easy Read, audio, braille or on paper.",
        cy: "Gofynnwch i’r bartneriaeth am y ddogfen mewn fformat arall: print bras, testun plaen, Hawdd ei Ddeall, sain, braille neu ar bapur.",
        ur: "شراکت سے دستاویز کسی اور شکل میں مانگیں: بڑے حروف، سادہ تحریر، آسان زبان، آواز، بریل یا کاغذ پر۔",
      },
      criteria: ["1.3.1", "1.4.10", "4.1.2"],
    },
    {
      id: "mixed-languages",
      kind: "failing",
      what: {
        en: "Where people’s own words mix languages in one text, a screen reader may speak some of them in the wrong language.",
        cy: "Lle mae geiriau pobl eu hunain yn cymysgu ieithoedd mewn un testun, gall darllenydd sgrin ddweud rhai ohonynt yn yr iaith anghywir.",
        ur: "جہاں لوگوں کی اپنی تحریر میں ایک سے زیادہ زبانیں ملی ہوں، سکرین ریڈر کچھ الفاظ غلط زبان میں پڑھ سکتا ہے۔",
      },
      why: {
        en: "We know the language of a whole text, but not of each word in it.",
        cy: "Rydym yn gwybod beth yw iaith testun cyfan, ond nid iaith pob gair ynddo.",
        ur: "ہمیں پوری تحریر کی زبان معلوم ہوتی ہے، اُس کے ہر لفظ کی نہیں۔",
      },
      alternative: {
        en: "Ask the partnership to read the text to you or to send it in one language.",
        cy: "Gofynnwch i’r bartneriaeth ddarllen y testun i chi neu ei anfon mewn un iaith.",
        ur: "شراکت سے کہیں کہ وہ آپ کو تحریر پڑھ کر سنائے یا ایک ہی زبان میں بھیجے۔",
      },
      criteria: ["3.1.2"],
    },
  ],
  tested: [
    {
      en: "by an automatic check (axe) of the pages of each journey, in English, Welsh and Urdu, whenever the software changes",
      cy: "â gwiriad awtomatig (axe) o dudalennau pob taith, yn Gymraeg, Saesneg ac Wrdw, bob tro y bydd y feddalwedd yn newid",
      ur: "سافٹ ویئر میں ہر تبدیلی پر انگریزی، ویلش اور اردو میں ہر مرحلے کے صفحات کی خودکار جانچ (axe) سے",
    },
    {
      en: "by going through each journey with a keyboard alone, on a screen 320 pixels wide, and with scripts turned off",
      cy: "drwy fynd drwy bob taith â bysellfwrdd yn unig, ar sgrin 320 picsel o led, ac â sgriptiau wedi’u diffodd",
      ur: "ہر مرحلے کو صرف کی بورڈ سے، 320 پکسل چوڑی سکرین پر، اور سکرپٹ بند کر کے آزما کر",
    },
    {
      en: "not yet with disabled people and the range of software they use, so there may be problems that we do not know of",
      cy: "nid eto gyda phobl anabl a’r amrywiaeth o feddalwedd a ddefnyddiant, felly gall fod problemau nad ydym yn gwybod amdanynt",
      ur: "ابھی معذور افراد کے ساتھ اور اُن کے استعمال کے مختلف سافٹ ویئر سے نہیں، اس لیے ایسے مسائل ہو سکتے ہیں جن کا ہمیں علم نہیں",
    },
  ],
};

/** More than twelve months have passed since the review: on the anniversary it still counts as reviewed. */
export function isOutOfDate(statement: Pick<AccessibilityStatement, "reviewedOn">, today: string): boolean {
  const year = Number(statement.reviewedOn.slice(0, 4));
  return today > `${year + 1}${statement.reviewedOn.slice(4)}`;
}
