// Where people could meet, and can, about the demonstration's consultations.
import { addEvent, changeEvent } from "#app/consultations/events.store.server.ts";
import type { EventHead } from "#app/consultations/consultation-event.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { text } from "./text.ts";

type Invented = Omit<EventHead, "startsAt" | "endsAt"> & { inDays: number; starts: string; ends: string; attended?: number; heardBy?: string[] };

const nothing = { about: {}, booking: {}, address: null, link: null };

const strategyEvents: Invented[] = [
  {
    ...{ ...nothing, kind: "drop-in", inDays: -12, starts: "10:00", ends: "15:00" },
    title: text("Drop in at the market", "Galwch heibio yn y farchnad", "بازار میں آ کر ملیے"),
    venue: text("Butter Market, Tolbridge", "Y Farchnad Fenyn, Tolbridge", "بٹر مارکیٹ، ٹول برج"),
    address: "Market Place, Tolbridge",
    access: ["step-free", "large-print", "public-transport"],
    ...{ attended: 61, heardBy: ["poster", "word-of-mouth", "newspaper"] },
  },
  {
    ...{ ...nothing, kind: "meeting", inDays: 9, starts: "19:00", ends: "20:30" },
    title: text("What should the next ten years be for?", "I beth y dylai’r deng mlynedd nesaf fod?", "اگلے دس سال کس کام کے لیے ہوں؟"),
    about: text(
      "Three short talks, then tables of six. Somebody at each table writes down what is said.",
      "Tair sgwrs fer, yna byrddau o chwech. Bydd rhywun wrth bob bwrdd yn ysgrifennu’r hyn a ddywedir.",
      "تین مختصر تقریریں، پھر چھ چھ لوگوں کی میزیں۔ ہر میز پر کوئی لکھتا جائے گا کہ کیا کہا گیا۔",
    ),
    venue: text("Hartwell village hall", "Neuadd bentref Hartwell", "ہارٹ ویل ولیج ہال"),
    address: "Chapel Lane, Hartwell",
    access: ["step-free", "accessible-toilet", "hearing-loop", "parking", "child-care", "refreshments"],
    booking: text("There is no need to book.", "Does dim angen archebu lle.", "پہلے سے نام لکھوانے کی ضرورت نہیں۔"),
  },
  {
    ...{ ...nothing, kind: "online", inDays: 16, starts: "18:00", ends: "19:00" },
    title: text("The same evening, online and in Welsh", "Yr un noson, ar-lein ac yn Gymraeg", "یہی نشست، آن لائن اور ویلش میں"),
    venue: {},
    link: "https://meet.marlshire.example/strategy",
    access: ["captions", "bsl"],
  },
];

const livingEvents: Invented[] = [
  {
    ...{ ...nothing, kind: "meeting", inDays: -62, starts: "18:30", ends: "20:00" },
    title: text("Living in Tolbridge: an evening of questions", "Byw yn Tolbridge: noson o gwestiynau", "ٹول برج میں زندگی: سوالوں کی ایک شام"),
    venue: text("Millbrook community centre", "Canolfan gymunedol Millbrook", "مل بروک کمیونٹی سینٹر"),
    address: "12 Mill Street, Tolbridge",
    access: ["step-free", "hearing-loop", "interpreter", "refreshments"],
    ...{ attended: 38, heardBy: ["letter", "community-group"] },
  },
];

type Of = { id: string; partnershipId: string };

/** Puts them into the calendar as seen from `now`; those that have been were counted. */
export async function seedEvents(transaction: Transaction, { strategy, living }: { strategy: Of; living: Of }, now: Date): Promise<void> {
  const save = async (consultation: Of, { inDays, starts, ends, attended, heardBy, ...event }: Invented) => {
    const day = addDays(dayOf(now), inDays);
    const id = await addEvent(transaction, consultation, { ...event, startsAt: instantAt(day, starts), endsAt: instantAt(day, ends) });
    if (attended !== undefined) await changeEvent(transaction, consultation, id, { attended, heardBy: heardBy ?? [] });
  };
  for (const event of strategyEvents) await save(strategy, event);
  for (const event of livingEvents) await save(living, event);
}
