// The period before an election in which a council launches nothing that could sway it: from the notice of election to the poll.
// Local Government Act 1986, sections 2 and 4, with the Code of Recommended Practice on Local Authority Publicity (2011),
// paragraphs 33 to 35. Days are dates in Europe/London, "2006-05-04".
import { weekdayIn } from "#app/shared/bank-holidays.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";

/** A day of voting; `name` is null for the ordinary local elections, which come every year somewhere. */
export type Election = { id: string | null; name: Text | null; noticeOn: string; pollOn: string };

const thursday = 4;
const noticeInDays = 25;

/**
 * The last day on which notice of the election is published. Local Elections (Principal Areas) (England and Wales) Rules 2006,
 * Schedule 2: [rule 1] not later than the twenty-fifth day before the day of election; [rule 2] Saturdays, Sundays, Christmas
 * Eve, Christmas Day, Good Friday and bank holidays are disregarded; what is proclaimed for one year is told of by whoever runs
 * the election.
 */
export function noticeBefore(pollOn: string): string {
  let date = pollOn;
  for (let counted = 0; counted < noticeInDays; ) {
    date = addDays(date, -1);
    if (isWorkingDay(date) && !date.endsWith("-12-24")) counted += 1;
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
