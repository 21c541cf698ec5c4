// Telephone numbers as answers: exact enough to be called.
import { plain } from "#app/shared/typed.ts";

/** A telephone number with single spaces; undefined unless it has 7 to 15 digits, an extension apart. */
export function readTelephone(typed: string): string | undefined {
  const text = plain(typed).replace(/[().\-\u2010-\u2015/]/g, " ").replace(/\s+/g, " ").trim();
  const [, number = ""] = /^(\+?[\d ]+?)(?: ?(?:ext|extension|x|est) ?\d{1,6})?$/i.exec(text) ?? [];
  const digits = number.replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15 ? text : undefined;
}
