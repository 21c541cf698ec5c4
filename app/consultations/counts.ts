// The counts of a consultation in words, ready to be shown: also where the page is drawn by a browser that has no dates and
// numbers of its own for the language.
import { dayOf, timeOf } from "#app/shared/dates.ts";
import { isLanguage, languageNames, type Language } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { isChannel } from "./channel.ts";
import type { Consultation } from "./consultation.ts";
import { lastDays, type DayCount } from "./days.ts";

export type Counts = {
  /** Those that count: neither withdrawn nor left out. */
  received: number;
  withdrawn: number;
  /** Left out by officers. */
  excluded: number;
  /** Begun, not sent, still to be had. */
  drafts: number;
  byDay: DayCount[];
  byChannel: { channel: string; count: number }[];
  byLanguage: { language: string; count: number }[];
};

export type ShownCounts = {
  received: number;
  receivedText: string;
  withdrawn: string;
  excluded: string;
  drafts: string;
  days: { date: string; count: number; dateText: string; countText: string }[];
  /** What is left out of the days because it came before them. */
  before: string | null;
  channels: Part[];
  languages: (Part & { language: Language | null })[];
  /** "Counted on 3 March 2006 at 14:05". */
  countedAt: string;
};

/** One bar: a part of all responses received. */
export type Part = { key: string; name: string; count: number; countText: string; share: string; figure: string };

/** Days run from its opening to its closing or today, whichever is first. */
export function showCounts(counts: Counts, consultation: Consultation, now: Date, words: Words): ShownCounts {
  const { t, number, date, share } = words;
  const { received } = counts;
  const { opensAt, closesAt } = consultation;
  const until = dayOf(closesAt && closesAt < now ? new Date(closesAt.getTime() - 1) : now);
  const from = opensAt && opensAt < now ? dayOf(opensAt) : until;
  const { days, before } = received === 0 ? { days: [], before: 0 } : lastDays(counts.byDay, from < until ? from : until, until);
  const partOf = (key: string, name: string, count: number): Part => {
    const values = { number: number(count), base: number(received), share: share(count, received) };
    return { key, name, count, countText: values.number, share: values.share, figure: t("office:figure", values) };
  };
  return {
    received,
    receivedText: number(received),
    withdrawn: number(counts.withdrawn),
    excluded: number(counts.excluded),
    drafts: number(counts.drafts),
    days: days.map((day) => ({ ...day, dateText: date(day.date), countText: number(day.count) })),
    before: before === 0 ? null : t("office:counts.before", { count: before, number: number(before), date: date(days[0]?.date ?? until) }),
    channels: counts.byChannel.map(({ channel, count }) =>
      partOf(channel, isChannel(channel) ? t(`consultations:channel.${channel}`) : channel, count),
    ),
    languages: counts.byLanguage.map(({ language, count }) => {
      const known = isLanguage(language) ? language : null;
      return { ...partOf(language, known ? languageNames[known] : language, count), language: known };
    }),
    countedAt: t("office:counts.counted-at", { date: date(dayOf(now)), time: timeOf(now) }),
  };
}
