// The reference that opens a draft and later the response it becomes: what people type, write down and paste.
import { plain } from "#app/shared/typed.ts";

/** Letters and digits that references are made of: none that looks like another, so no 0, 1, I, L or O. */
const pattern = /^[2-9A-HJKMNP-Z]{12}$/;

/**
 * "7kq2 m4xp–9rtc", or the link of a letter with it, as "7KQ2-M4XP-9RTC"; null when it cannot be a reference.
 */
export function readReference(typed: string): string | null {
  const [, linked] = /[?&]key=([^&#\s]{1,200})/.exec(typed) ?? [];
  const characters = plain((linked ?? typed).slice(0, 500)).toUpperCase().replace(/[^A-Z0-9]/g, "");
  return pattern.test(characters) ? characters.replace(/(.{4})(?=.)/g, "$1-") : null;
}

/** Whether a figure or letter was typed that no reference has, because it looks like another. */
export function hasLookalike(typed: string): boolean {
  return /[01ILO]/i.test(plain(typed));
}
