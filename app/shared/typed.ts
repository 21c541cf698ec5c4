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

/** An e-mail address without stray spaces; undefined when it cannot be one. */
export function readEmail(typed: string): string | undefined {
  const text = plain(typed).replace(/\s/g, "").replace(/^mailto:/i, "").replace(/^<(.*)>$/, "$1");
  const isAddress = text.length <= 254 && /^[^@\s<>(),;:"\\]{1,64}@[^@\s<>(),;:"\\.]+(\.[^@\s<>(),;:"\\.]+)+$/.test(text);
  return isAddress && !/^\.|\.\.|\.@/.test(text) ? text : undefined;
}
