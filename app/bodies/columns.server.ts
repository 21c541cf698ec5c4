// Days as they are stored: a date without a time is midnight in UTC.
import { z } from "zod";

export const dayColumn = z.date().transform((date) => date.toISOString().slice(0, 10));

export function dayIn(date: string): Date;
export function dayIn(date: string | null): Date | null;
export function dayIn(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}
