// The period before an election in which a council launches nothing that could sway it: from the notice of election to the poll.
// Local Government Act 1986, sections 2 and 4, with the Code of Recommended Practice on Local Authority Publicity (2011),
// paragraphs 33 to 35. Days are dates in Europe/London, "2006-05-04".
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";

/** A day of voting; `name` is null for the ordinary local elections, which come every year somewhere. */
export type Election = { id: string | null; name: Text | null; noticeOn: string; pollOn: string };

const weekdayOf = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
const [sunday, monday, thursday, saturday] = [0, 1, 4, 6] as const;

/** The first of a weekday in a month (1 to 12), or counted from its end. */
function weekdayIn(year: number, month: number, weekday: number, from: "first" | "last"): string {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const inOrder = Array.from({ length: days }, (_, index) => (from === "first" ? index + 1 : days - index));
  const dates = inOrder.map((day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10));
  return dates.find((date) => weekdayOf(date) === weekday)!;
}

/** Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** A bank holiday that falls on a weekend is kept on the next day that is no holiday. */
function onWeekday(date: string, taken: readonly string[]): string {
  const isFree = weekdayOf(date) !== saturday && weekdayOf(date) !== sunday && !taken.includes(date);
  return isFree ? date : onWeekday(addDays(date, 1), taken);
}

/** Bank holidays in England and Wales, with Christmas Eve; what is proclaimed for one year is told of by whoever runs the election. */
function holidaysOf(year: number): string[] {
  const easter = easterOf(year);
  const christmas = onWeekday(`${year}-12-25`, []);
  return [
    ...[onWeekday(`${year}-01-01`, []), addDays(easter, -2), addDays(easter, 1), weekdayIn(year, 5, monday, "first")],
    ...[weekdayIn(year, 5, monday, "last"), weekdayIn(year, 8, monday, "last")],
    ...[`${year}-12-24`, christmas, onWeekday(`${year}-12-26`, [christmas])],
  ];
}

const noticeInDays = 25;

/**
 * The last day on which notice of the election is published. Local Elections (Principal Areas) (England and Wales) Rules 2006,
 * Schedule 2: [rule 1] not later than the twenty-fifth day before the day of election; [rule 2] Saturdays, Sundays, Christmas
 * Eve, Christmas Day, Good Friday and bank holidays are disregarded.
 */
export function noticeBefore(pollOn: string): string {
  const year = Number(pollOn.slice(0, 4));
  const holidays = [...holidaysOf(year - 1), ...holidaysOf(year)];
  let date = pollOn;
  for (let counted = 0; counted < noticeInDays; ) {
    date = addDays(date, -1);
    if (weekdayOf(date) !== saturday && weekdayOf(date) !== sunday && !holidays.includes(date)) counted += 1;
  }
  return date;
}

/** Representation of the People Act 1983, section 37(1): the ordinary day of election of councillors is the first Thursday in May. */
export function ordinaryElection(year: number): Election {
  const pollOn = weekdayIn(year, 5, thursday, "first");
  return { id: null, name: null, noticeOn: noticeBefore(pollOn), pollOn };
}

/** The election in whose period an instant lies, of those told of and the ordinary one of its year. */
export function electionAt(at: Date, toldOf: readonly Election[]): Election | undefined {
  const day = dayOf(at);
  return [...toldOf, ordinaryElection(Number(day.slice(0, 4)))].find(({ noticeOn, pollOn }) => noticeOn <= day && day <= pollOn);
}
