// Where a page that was sent leads: on, back, out, or to another part. The fields that say so begin with "_", as no
// question's do.
import { newlyShown, pageAfter, pageBefore } from "./draft.ts";

export type Way =
  /** To the next page, once this one holds no error. */
  | { to: "next" }
  /** Nowhere: the browser keeps what is typed quietly. */
  | { to: "here" }
  | { to: "back" }
  | { to: "later" }
  /** Past the pages still to come. */
  | { to: "last" }
  | { to: "part"; pageId: string };

/** The way the pressed button asks for. */
export function readWay(fields: { get: (name: string) => string | null }): Way {
  const part = fields.get("_page");
  if (part) return { to: "part", pageId: part };
  switch (fields.get("_intent")) {
    case "keep":
      return { to: "here" };
    case "back":
      return { to: "back" };
    case "later":
      return { to: "later" };
    case "finish":
      return { to: "last" };
    default:
      return { to: "next" };
  }
}

type Pages = readonly { id: string }[];

export type Turning = {
  pageId: string;
  /** The pages shown before and after what was sent. */
  before: Pages;
  after: Pages;
  /** Pages passed, this one included. */
  seen: readonly string[];
  /** Whether one came from checking the answers, and returns there. */
  isChecking: boolean;
  at: (pageId: string) => string;
  /** What comes before the first page and after the last. */
  first: string;
  last: string;
  later: string;
  checkAnswers: string;
};

/** The path that a way leads to. */
export function pathOf(way: Way, turning: Turning): string {
  const { pageId, before, after, seen, isChecking, at, first, last, later, checkAnswers } = turning;
  switch (way.to) {
    case "here":
      return at(pageId);
    case "later":
      return later;
    case "last":
      return isChecking ? checkAnswers : last;
    case "part":
      return after.some(({ id }) => id === way.pageId) ? at(way.pageId) : at(pageId);
    case "back": {
      const previous = pageBefore(before, pageId);
      if (isChecking) return checkAnswers;
      return previous ? at(previous.id) : first;
    }
    case "next": {
      const next = isChecking ? newlyShown(before, after) : pageAfter(after, pageId, seen);
      if (next) return isChecking ? `${at(next.id)}?from=check` : at(next.id);
      return isChecking ? checkAnswers : last;
    }
  }
}
