// Those who stood for Millbrook's neighbourhood panel, as they wrote of themselves, and how voters ranked them. All invented.
import type { Text } from "#app/shared/languages.ts";

export type PastCandidate = {
  name: string;
  /** Where they do something; shown beside the name. */
  organisation: string;
  statement: Text;
  service: string;
  isYoung: boolean;
  /** How often each other candidate comes next after this one, by number from 1; and how often nobody does. */
  next: Record<string, number>;
  /** First preferences, of a hundred. */
  first: number;
};

/** What was said when they met voters, written down by the network's officer. */
export const pastHustings: Text = {
  en: "About sixty people came, eleven of them online. Everybody had two minutes for each question.\n\nWhat would you do in your first six months?\n\nCallum Brody: open the old school hall in the evenings. Denise Hargreaves: take the list of damp homes to the landlords, one by one. Gareth Pugh: the path along the meadow. Mohammed Iqbal: a nurse in the community centre, and the crossing. The others agreed that the crossing comes first.\n\nHow will you tell us what you do?\n\nAll said that they would come to the tenants’ meeting once a quarter. Denise Hargreaves would also write to every street.",
  cy: "Daeth tua thrigain o bobl, un ar ddeg ohonynt ar-lein. Cafodd pawb ddwy funud ar gyfer pob cwestiwn.\n\nBeth fyddech chi’n ei wneud yn eich chwe mis cyntaf?\n\nCallum Brody: agor neuadd yr hen ysgol gyda’r nos. Denise Hargreaves: mynd â’r rhestr o gartrefi llaith at y landlordiaid, fesul un. Gareth Pugh: y llwybr ar hyd y ddôl. Mohammed Iqbal: nyrs yn y ganolfan gymunedol, a’r groesfan. Cytunodd y lleill mai’r groesfan ddaw gyntaf.\n\nSut byddwch chi’n dweud wrthym beth rydych yn ei wneud?\n\nDywedodd pawb y byddent yn dod i gyfarfod y tenantiaid unwaith y chwarter. Byddai Denise Hargreaves hefyd yn ysgrifennu at bob stryd.",
  ur: "تقریباً ساٹھ لوگ آئے، ان میں سے گیارہ آن لائن۔ ہر سوال کے لیے ہر ایک کو دو منٹ ملے۔\n\nآپ پہلے چھ مہینوں میں کیا کریں گے؟\n\nکیلم بروڈی: پرانے سکول کا ہال شام کو کھلوانا۔ ڈینیس ہارگریوز: سیلن زدہ گھروں کی فہرست ایک ایک مالک مکان تک لے جانا۔ گیرتھ پیو: چراگاہ کے ساتھ راستہ۔ محمد اقبال: کمیونٹی سنٹر میں نرس، اور کراسنگ۔ باقی سب متفق تھے کہ کراسنگ سب سے پہلے ہے۔\n\nآپ ہمیں کیسے بتائیں گے کہ آپ کیا کر رہے ہیں؟\n\nسب نے کہا کہ وہ ہر سہ ماہی کرایہ داروں کے اجلاس میں آئیں گے۔ ڈینیس ہارگریوز ہر گلی کو خط بھی لکھیں گی۔",
};

export const pastCandidates: readonly PastCandidate[] = [
  {
    ...{ name: "Callum Brody", organisation: "Millbrook Boxing Club", isYoung: true, first: 5, service: "" },
    statement: { en: "I am nineteen and have lived on Fuller’s Row all my life. There is nowhere for us to go in the evening but the bus shelter. I train the under-fourteens at the boxing club, and I know what a warm room and somebody who turns up can do. I would ask for the old school hall to be opened three nights a week." },
    next: { 5: 40, 4: 20, 2: 15, nobody: 25 },
  },
  {
    ...{ name: "Denise Hargreaves", organisation: "Millbrook Tenants’ and Residents’ Association", isYoung: false, first: 23, service: "Tenants’ association, six years" },
    statement: { en: "I have chaired the tenants’ association for six years. We got the lights in the underpass and the bins that lock. What comes next is damp: forty-one homes have told us of it, and I keep the list. I answer every letter within a week, and I will go on doing that." },
    next: { 3: 30, 4: 25, 7: 15, 1: 10, nobody: 20 },
  },
  {
    ...{ name: "Gareth Pugh", organisation: "Friends of Mill Meadow", isYoung: false, first: 17, service: "" },
    statement: {
      cy: "Rwy’n byw ym Melin-y-bont ers ugain mlynedd ac yn gofalu am y ddôl gyda’r gwirfoddolwyr bob dydd Sadwrn. Dw i am i’r afon fod yn lân, i’r llwybr fod yn addas i gadeiriau olwyn a phramiau, ac i blant gael lle i chwarae sydd ddim yn faes parcio.",
      en: "I have lived in Millbrook for twenty years and look after the meadow with the volunteers every Saturday. I want the river clean, a path fit for wheelchairs and prams, and somewhere for children to play that is not a car park.",
    },
    next: { 2: 30, 7: 25, 5: 15, 6: 10, nobody: 20 },
  },
  {
    ...{ name: "Mohammed Iqbal", organisation: "Millbrook Traders", isYoung: false, first: 13, service: "" },
    statement: { en: "I run the chemist’s on Weaver Street. Every day I see who cannot get to the surgery and who chooses between heating and a prescription. The panel should bring the nurse back to the community centre and make the crossing by the school safe. I listen for a living." },
    next: { 6: 35, 2: 30, 1: 5, nobody: 30 },
  },
  {
    ...{ name: "Zofia Nowak", organisation: "Tolbridge Polish Saturday School", isYoung: true, first: 7, service: "" },
    statement: { en: "I am twenty-two, I teach at the Saturday school and I clean offices at night, as many of us do. People who work nights never answer a consultation at a meeting at two in the afternoon. I would hold the panel’s surgery at the bus station at six in the morning, with tea." },
    next: { 1: 25, 6: 20, 3: 20, 4: 10, nobody: 25 },
  },
  {
    ...{ name: "Nasreen Akhtar", organisation: "Millbrook Women’s Circle", isYoung: false, first: 26, service: "Panel member for one term" },
    statement: {
      ur: "میں مل بروک ویمنز سرکل چلاتی ہوں، جہاں ہر ہفتے پچاس خواتین آتی ہیں۔ ہم نے مل کر سکول کے راستے پر سپیڈ بمپ لگوائے اور انگریزی کی کلاسیں شروع کیں۔ پینل میں میں صاف گلیوں، محفوظ پارک اور ایسے ڈاکٹر کے لیے آواز اٹھاؤں گی جس سے ہفتے کے اندر وقت مل جائے۔",
      en: "I run the Millbrook Women’s Circle, where fifty women come each week. Together we got speed bumps on the way to school and began English classes. On the panel I will speak for clean streets, a safe park and a doctor who can be seen within the week.",
    },
    next: { 4: 35, 2: 25, 5: 10, nobody: 30 },
  },
  {
    ...{ name: "Sheila Barraclough", organisation: "St Anne’s Lunch Club", isYoung: false, first: 9, service: "Parish councillor, two terms" },
    statement: { en: "I am seventy-four and cook lunch for sixty on Wednesdays. Older people here are not a problem to be managed: we have time, keys and memories. I would have every plan for Millbrook read aloud at the lunch club before it is decided." },
    next: { 2: 35, 3: 30, nobody: 35 },
  },
];
