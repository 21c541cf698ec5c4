// What people type wherever they type it: other scripts' digits, stray spaces, e-mail addresses.

// The first of the ten digits of each script our residents may type: full-width, Arabic, Urdu, Hindi, Bengali, Punjabi, Gujarati.
const zeros = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6];

function latinDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((candidate) => code >= candidate && code < candidate + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** Latin digits and letters, no spaces at the ends, no invisible direction marks. */
export function plain(typed: string): string {
  return latinDigits(typed.normalize("NFKC"))
    .replace(/\p{Format}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

// Marks that turn the direction of what follows, and could make one name read as another.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line without control characters; marks that join or part letters stay, because Urdu needs them. */
export function line(typed: string): string {
  return typed.normalize("NFC").replace(turning, "").replace(/[\p{Cc}\s]+/gu, " ").trim();
}

/** The same for running text, in which blank lines part paragraphs. */
export function passage(typed: string): string {
  return typed.split(/\r?\n|\r/).map(line).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** A telephone number as it was written; undefined when it cannot be one. */
export function readTelephone(typed: string): string | undefined {
  const number = plain(typed);
  return /^[+(]?[\d ()+-]{5,30}$/.test(number) && number.replace(/\D/g, "").length >= 5 ? number : undefined;
}

/** An e-mail address without stray spaces; undefined when it cannot be one. */
export function readEmail(typed: string): string | undefined {
  const text = plain(typed).replace(/\s/g, "").replace(/^mailto:/i, "").replace(/^<(.*)>$/, "$1");
  const isAddress = text.length <= 254 && /^[^@\s<>(),;:"\\]{1,64}@[^@\s<>(),;:"\\.]+(\.[^@\s<>(),;:"\\.]+)+$/.test(text);
  return isAddress && !/^\.|\.\.|\.@/.test(text) ? text : undefined;
}
