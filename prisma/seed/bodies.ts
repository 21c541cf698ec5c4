// The bodies of the Tolbridge Partnership: the full partnership, its board, the groups for its themes and areas.
import type { Text } from "#app/shared/languages.ts";

/** Codes as those of wards are written; no ward has them. */
export const wards = { millbrook: "E05999001", craswick: "E05999002" } as const;

export type SeededBody = {
  slug: string;
  under: string | null;
  kind: string;
  name: Text;
  purpose: Text;
  meets: Text;
  decisionModel: "all" | "small-group" | "advisory";
  chairChosenBy: string;
  isFull?: true;
  isOpen?: true;
  quorum?: number;
  themes?: string[];
  crossCutting?: string[];
  /** Those of wards, for a body that is about a part of the district. */
  areaCodes?: string[];
  /** In years before the demonstration begins, and for how many months where it is to end. */
  yearsAgo: number;
  months?: number;
};

export const bodies: readonly SeededBody[] = [
  {
    ...{ slug: "partnership", under: null, kind: "assembly", decisionModel: "all", chairChosenBy: "full-partnership", isFull: true, isOpen: true, yearsAgo: 6 },
    name: { en: "The full partnership", cy: "Y bartneriaeth lawn", ur: "مکمل شراکت" },
    purpose: {
      en: "Every partner, twice a year in conference. It agrees the strategy, hears what the board decided, and has the last word on whatever comes back to it.",
      cy: "Pob partner, ddwywaith y flwyddyn mewn cynhadledd. Mae’n cytuno ar y strategaeth, yn clywed beth a benderfynodd y bwrdd, ac yn cael y gair olaf ar beth bynnag a ddaw’n ôl ati.",
      ur: "ہر شراکت دار، سال میں دو بار کانفرنس میں۔ یہ حکمتِ عملی پر اتفاق کرتی ہے، سنتی ہے کہ بورڈ نے کیا فیصلہ کیا، اور جو معاملہ اس کے پاس واپس آئے اس پر آخری بات اسی کی ہوتی ہے۔",
    },
    meets: { en: "In April and October", cy: "Ym mis Ebrill a mis Hydref", ur: "اپریل اور اکتوبر میں" },
  },
  {
    ...{ slug: "board", under: "partnership", kind: "board", decisionModel: "small-group", chairChosenBy: "full-partnership", isOpen: true, quorum: 10, yearsAgo: 5 },
    name: { en: "Board", cy: "Y bwrdd", ur: "بورڈ" },
    purpose: {
      en: "Decides between conferences what the full partnership has delegated to it, in the open, and tells every partner what it decided.",
      cy: "Mae’n penderfynu rhwng cynadleddau yr hyn y mae’r bartneriaeth lawn wedi’i ddirprwyo iddo, yn agored, ac yn dweud wrth bob partner beth a benderfynodd.",
      ur: "دو کانفرنسوں کے درمیان وہ فیصلے کرتا ہے جو مکمل شراکت نے اسے سونپے ہیں، سب کے سامنے، اور ہر شراکت دار کو بتاتا ہے کہ کیا فیصلہ ہوا۔",
    },
    meets: { en: "Every two months", cy: "Bob deufis", ur: "ہر دو ماہ بعد" },
  },
  {
    ...{ slug: "management-group", under: "board", kind: "management-group", decisionModel: "advisory", chairChosenBy: "members", yearsAgo: 5 },
    name: { en: "Management group", cy: "Grŵp rheoli", ur: "انتظامی گروپ" },
    purpose: {
      en: "Officers of the main partners, who prepare what the board decides and see to it afterwards.",
      cy: "Swyddogion y prif bartneriaid, sy’n paratoi’r hyn y mae’r bwrdd yn ei benderfynu ac yn gofalu amdano wedyn.",
      ur: "بڑے شراکت داروں کے افسران، جو بورڈ کے فیصلوں کی تیاری کرتے اور بعد میں اُن پر عمل یقینی بناتے ہیں۔",
    },
    meets: { en: "Every month", cy: "Bob mis", ur: "ہر ماہ" },
  },
  {
    ...{ slug: "health-and-care", under: "board", kind: "theme-group", decisionModel: "advisory", chairChosenBy: "members", themes: ["healthier-and-older"], yearsAgo: 5 },
    name: { en: "Health and care group", cy: "Grŵp iechyd a gofal", ur: "صحت اور نگہداشت گروپ" },
    purpose: {
      en: "Surgeries, carers, older people and what keeps people well.",
      cy: "Meddygfeydd, gofalwyr, pobl hŷn a’r hyn sy’n cadw pobl yn iach.",
      ur: "سرجریاں، نگہداشت کرنے والے، بزرگ اور وہ سب جو لوگوں کو تندرست رکھتا ہے۔",
    },
    meets: { en: "Every three months", cy: "Bob tri mis", ur: "ہر تین ماہ بعد" },
  },
  {
    ...{ slug: "safer-tolbridge", under: "board", kind: "theme-group", decisionModel: "advisory", chairChosenBy: "members", themes: ["safer-and-stronger"], yearsAgo: 5 },
    name: { en: "Safer Tolbridge", cy: "Tolbridge Mwy Diogel", ur: "محفوظ تر ٹول برج" },
    purpose: {
      en: "Crime, fire, roads and how safe people feel. It carries out the duty of the Crime and Disorder Act 1998 to work together.",
      cy: "Trosedd, tân, ffyrdd a pha mor ddiogel y mae pobl yn teimlo. Mae’n cyflawni dyletswydd Deddf Trosedd ac Anhrefn 1998 i gydweithio.",
      ur: "جرائم، آگ، سڑکیں اور لوگ خود کو کتنا محفوظ سمجھتے ہیں۔ یہ کرائم اینڈ ڈس آرڈر ایکٹ 1998 کے تحت مل کر کام کرنے کا فرض پورا کرتا ہے۔",
    },
    meets: { en: "Every three months", cy: "Bob tri mis", ur: "ہر تین ماہ بعد" },
  },
  {
    ...{ slug: "skills-and-work", under: "board", kind: "theme-group", decisionModel: "advisory", chairChosenBy: "members", themes: ["economy"], crossCutting: ["adult-learning"], yearsAgo: 4 },
    name: { en: "Skills and work group", cy: "Grŵp sgiliau a gwaith", ur: "ہنر اور روزگار گروپ" },
    purpose: {
      en: "Learning, jobs and the town centre.",
      cy: "Dysgu, swyddi a chanol y dref.",
      ur: "تعلیم، روزگار اور شہر کا مرکز۔",
    },
    meets: { en: "Every three months", cy: "Bob tri mis", ur: "ہر تین ماہ بعد" },
  },
  {
    ...{ slug: "children-and-young-people", under: "board", kind: "theme-group", decisionModel: "advisory", chairChosenBy: "members", themes: ["children-and-young-people"], yearsAgo: 3 },
    name: { en: "Children and young people’s group", cy: "Grŵp plant a phobl ifanc", ur: "بچوں اور نوجوانوں کا گروپ" },
    purpose: {
      en: "What growing up in Tolbridge should be like; half of its members are under 25.",
      cy: "Sut le y dylai Tolbridge fod i dyfu i fyny ynddo; mae hanner ei aelodau o dan 25 oed.",
      ur: "ٹول برج میں پروان چڑھنا کیسا ہونا چاہیے؛ اس کے آدھے ارکان 25 سال سے کم عمر ہیں۔",
    },
    meets: { en: "Every two months, after school", cy: "Bob deufis, ar ôl ysgol", ur: "ہر دو ماہ بعد، اسکول کے بعد" },
  },
  {
    ...{ slug: "millbrook-forum", under: "partnership", kind: "area-group", decisionModel: "advisory", chairChosenBy: "election", isOpen: true, themes: ["safer-and-stronger"], areaCodes: [wards.millbrook], yearsAgo: 4 },
    name: { en: "Millbrook area forum", cy: "Fforwm ardal Millbrook", ur: "مِل بروک علاقائی فورم" },
    purpose: {
      en: "Open to everybody who lives or works in Millbrook.",
      cy: "Ar agor i bawb sy’n byw neu’n gweithio yn Millbrook.",
      ur: "مِل بروک میں رہنے یا کام کرنے والے ہر شخص کے لیے کھلا۔",
    },
    meets: { en: "Every three months, in the community centre", cy: "Bob tri mis, yn y ganolfan gymunedol", ur: "ہر تین ماہ بعد، کمیونٹی سینٹر میں" },
  },
  {
    ...{ slug: "flood-task-group", under: "board", kind: "task-and-finish", decisionModel: "advisory", chairChosenBy: "members", crossCutting: ["environment"], areaCodes: [wards.craswick, wards.millbrook], yearsAgo: 1, months: 18 },
    name: { en: "Flood task group", cy: "Grŵp gorchwyl llifogydd", ur: "سیلاب ٹاسک گروپ" },
    purpose: {
      en: "To find out why the same lanes flood each winter, and to say by next summer what each partner should do. Then it ends.",
      cy: "Canfod pam mae’r un lonydd yn gorlifo bob gaeaf, a dweud erbyn yr haf nesaf beth y dylai pob partner ei wneud. Yna daw i ben.",
      ur: "معلوم کرنا کہ وہی گلیاں ہر سردیوں میں کیوں ڈوبتی ہیں، اور اگلی گرمیوں تک بتانا کہ ہر شراکت دار کو کیا کرنا چاہیے۔ اس کے بعد یہ ختم ہو جائے گا۔",
    },
    meets: { en: "Every month", cy: "Bob mis", ur: "ہر ماہ" },
  },
  {
    ...{ slug: "community-network", under: "partnership", kind: "network", decisionModel: "advisory", chairChosenBy: "election", isOpen: true, yearsAgo: 5 },
    name: { en: "Tolbridge Community Network", cy: "Rhwydwaith Cymunedol Tolbridge", ur: "ٹول برج کمیونٹی نیٹ ورک" },
    purpose: {
      en: "Voluntary and community groups of every size. It elects six members of the board and hears from them after each meeting.",
      cy: "Grwpiau gwirfoddol a chymunedol o bob maint. Mae’n ethol chwe aelod o’r bwrdd ac yn clywed ganddynt ar ôl pob cyfarfod.",
      ur: "ہر حجم کے رضاکارانہ اور مقامی گروپ۔ یہ بورڈ کے چھ ارکان منتخب کرتا ہے اور ہر اجلاس کے بعد اُن سے احوال سنتا ہے۔",
    },
    meets: { en: "Four times a year", cy: "Bedair gwaith y flwyddyn", ur: "سال میں چار بار" },
  },
  {
    ...{ slug: "millbrook-centre-trust", under: "health-and-care", kind: "delivery-vehicle", decisionModel: "advisory", chairChosenBy: "members", yearsAgo: 2 },
    name: { en: "Millbrook Centre Trust", cy: "Ymddiriedolaeth Canolfan Millbrook", ur: "مِل بروک سینٹر ٹرسٹ" },
    purpose: {
      en: "Runs the nurse’s room and the advice desk in the community centre, under a contract that the health and care group looks after.",
      cy: "Mae’n rhedeg ystafell y nyrs a’r ddesg gyngor yn y ganolfan gymunedol, o dan gontract y mae’r grŵp iechyd a gofal yn gofalu amdano.",
      ur: "کمیونٹی سینٹر میں نرس کا کمرہ اور مشاورتی ڈیسک چلاتا ہے، ایک معاہدے کے تحت جس کی نگرانی صحت اور نگہداشت گروپ کرتا ہے۔",
    },
    meets: { en: "Every two months", cy: "Bob deufis", ur: "ہر دو ماہ بعد" },
  },
];
