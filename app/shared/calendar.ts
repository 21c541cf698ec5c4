// Meetings and events as a file that calendar programs take, or go on reading as a feed. [RFC 5545, RFC 7986]
import type { Language } from "./languages.ts";

export type CalendarEvent = {
  id: string;
  title: string;
  about: string;
  place: string;
  /** The page it is told on. */
  address: string;
  isCancelled: boolean;
  /** From an instant until another; at one instant; or all day. */
} & ({ startsAt: Date; endsAt: Date | null } | { on: string });

export type Calendar = {
  language: Language;
  /** What a feed is called; a file with one event has no name. */
  name?: string;
  events: readonly CalendarEvent[];
  /** When the file is made. */
  madeAt: Date;
};

/** [3.3.5] An instant in Coordinated Universal Time. */
const instant = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** [3.3.11] Backslash, semicolon and comma are written with a backslash, a new line as "\n". */
const text = (words: string) => words.replace(/[\\;,]/g, "\\$&").replace(/\r?\n|\r/g, "\\n").replace(/\p{Cc}/gu, " ");

const mostOctets = 75;

/** [3.1] No line is longer than 75 octets: it goes on in the next, after a space, and no character is cut. */
export function folded(line: string): string {
  const lines = [""];
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > mostOctets) {
      lines.push(" ");
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join("\r\n");
}

/** [3.6.1] What has no end ends when it starts, or with its day. */
function timeOf(event: CalendarEvent): string[] {
  if ("on" in event) return [`DTSTART;VALUE=DATE:${event.on.replaceAll("-", "")}`];
  return [`DTSTART:${instant(event.startsAt)}`, ...(event.endsAt ? [`DTEND:${instant(event.endsAt)}`] : [])];
}

function linesOf(event: CalendarEvent, language: Language, madeAt: Date): string[] {
  const { id, title, about, place, address, isCancelled } = event;
  return [
    ...["BEGIN:VEVENT", `UID:${id}@folkmoot`, `DTSTAMP:${instant(madeAt)}`, ...timeOf(event)],
    `SUMMARY;LANGUAGE=${language}:${text(title)}`,
    ...(about === "" ? [] : [`DESCRIPTION;LANGUAGE=${language}:${text(about)}`]),
    ...(place === "" ? [] : [`LOCATION;LANGUAGE=${language}:${text(place)}`]),
    ...[`URL:${address}`, `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`, "END:VEVENT"],
  ];
}

export function calendarOf({ language, name, events, madeAt }: Calendar): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Folkmoot//Folkmoot//EN", "METHOD:PUBLISH"],
    // [RFC 7986 5.1, 5.7] the name, also as programs older than that take it, and how often to look again
    ...(name === undefined ? [] : [`NAME;LANGUAGE=${language}:${text(name)}`, `X-WR-CALNAME:${text(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT6H"]),
    ...events.flatMap((event) => linesOf(event, language, madeAt)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
