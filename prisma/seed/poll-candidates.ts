// Those who stand in the election of which the poll is open, as they wrote of themselves, and what they were asked. All invented.
import type { Text } from "#app/shared/languages.ts";
import type { PartnerKey } from "./partners.ts";
import { text } from "./text.ts";

export type PollCandidate = { name: string; of: PartnerKey; proposer: PartnerKey; statement: Text; conflicts?: string; service?: string; answer: Text };

/** In the order of the ballot paper, which a lot made. */
export const pollCandidates: readonly PollCandidate[] = [
  {
    ...{ name: "Delroy Francis", of: "equality", proposer: "mosque", conflicts: "The Race Equality Council has asked the fund for money twice, and would again. I would leave the room." },
    statement: text(
      "I have sat on three panels that gave money away, and on the other side of the table more often. A form of one page is enough for £300. I would ask the fund to answer within ten days and to say why when it says no.",
      "Rwyf wedi eistedd ar dri phanel a oedd yn rhoi arian, ac ar ochr arall y bwrdd yn amlach. Mae ffurflen un dudalen yn ddigon ar gyfer £300. Byddwn yn gofyn i’r gronfa ateb o fewn deg diwrnod ac egluro pam pan fydd yn gwrthod.",
      "میں رقم دینے والے تین پینلوں میں رہا ہوں، اور میز کی دوسری طرف اس سے زیادہ بار۔ £300 کے لیے ایک صفحے کا فارم کافی ہے۔ میں کہوں گا کہ فنڈ دس دن میں جواب دے، اور انکار کرے تو وجہ بتائے۔",
    ),
    answer: text("Ten days, and a telephone call if it is no.", "Deg diwrnod, a galwad ffôn os mai na yw’r ateb.", "دس دن، اور انکار ہو تو فون کر کے۔"),
  },
  {
    ...{ name: "Tessa Lowe", of: "foodbank", proposer: "advice", service: "Deputy delegate of the network since 2024." },
    statement: {
      en: "I run the front desk of the food bank on Tuesdays and Fridays. People tell me what broke first: a cooker, a boiler, a bus pass. I want the fund to pay for the cooker before it pays for a leaflet about cooking.",
    },
    answer: { en: "A week for a cooker or a boiler. Nobody should have to wait for the next meeting when the house is cold." },
  },
  {
    ...{ name: "Tariq Lewis", of: "youth", proposer: "carers" },
    statement: {
      en: "I am twenty and was a young carer. Nobody told us there was a fund until it was over. I would put the fund where young people already are, and read every request by somebody under 25 twice.",
      cy: "Rwy’n ugain oed ac yn gyn-ofalwr ifanc. Ni ddywedodd neb wrthym fod cronfa nes ei bod ar ben. Byddwn yn rhoi’r gronfa lle mae pobl ifanc eisoes, ac yn darllen pob cais gan rywun dan 25 ddwywaith.",
    },
    answer: { en: "Two weeks at most. I would publish how long it took, every month.", cy: "Pythefnos ar y mwyaf. Byddwn yn cyhoeddi faint o amser a gymerodd, bob mis." },
  },
  {
    ...{ name: "Farida Begum", of: "voices", proposer: "eastField", service: "Trustee of Millbrook Centre for two years." },
    statement: {
      ur: "میں مِل بروک سنٹر کے ٹرسٹ میں دو سال سے ہوں۔ ہمارے محلے میں بہت سے لوگ مدد مانگنے میں شرم محسوس کرتے ہیں، یا فارم پڑھ نہیں سکتے۔ میں چاہتی ہوں کہ درخواست اپنی زبان میں، زبانی بھی دی جا سکے۔",
      en: "I have been a trustee of the Millbrook Centre for two years. Many people near us are ashamed to ask for help or cannot read the form. I want people to be able to ask in their own language, and by word of mouth.",
    },
    answer: { ur: "ایک ہفتہ۔ جو زبانی درخواست دے، اسے جواب بھی زبانی ملے۔", en: "One week. Whoever asks by word of mouth should be answered by word of mouth." },
  },
];

/** Put to all of them, and answered by each. */
export const pollQuestion = text(
  "How long should somebody wait for an answer from the fund?",
  "Pa mor hir ddylai rhywun aros am ateb gan y gronfa?",
  "کسی کو فنڈ کے جواب کا کتنا انتظار کرنا چاہیے؟",
);

/** Waits to be put or declined. */
export const askedQuestion = "Would you give money to a group that is not a charity?";
