// What every URL of the table gives to everybody: the addresses, and who gets a page, is sent elsewhere or is refused.
import { expectedOfConsultations } from "./expected/consultations.ts";
import { missing, type Expected } from "./expected/kinds.ts";
import { expectedOfOffice } from "./expected/office.ts";
import { expectedOfPartnership } from "./expected/partnership.ts";
import { expectedOfPeople } from "./expected/people.ts";

export const expected: Record<string, Expected> = {
  ...expectedOfPeople,
  ...expectedOfConsultations,
  ...expectedOfOffice,
  ...expectedOfPartnership,
  "*": missing,
};
