// What the server hands to every loader and action besides the request.
import type { Language } from "./languages.ts";

/** What a loader or an action came to. */
export type Outcome = { value: unknown } | { problem: unknown };

/** What fills the blanks of one answer, by name. */
export type Filling = Readonly<Record<string, string>>;

declare module "@remix-run/server-runtime" {
  interface Future {
    /** Loaders and actions give their values as they are, and a page knows them by their own types. */
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** The language of the address. */
    language: Language;
    /** The instant the request came in; nothing in a page asks the clock. */
    now: Date;
    /** Names the request in the log. */
    requestId: string;
    /** The beginning of addresses on the host that was asked: the installation's own, or a partnership's domain. */
    site: string;
    /** The network of the caller's address, for limits only; never stored. */
    address: string;
    /** Allows the worker's pages their scripts under the content security policy. */
    nonce: string;
    /** The line of remix.config.js that answers, where one does: for logs and metrics, which must not hold addresses. */
    pattern?: string | null;
    /** What loaders and actions called already came to, by "loader ROUTE" and "action ROUTE" (short-way.server.ts). */
    outcomes?: Record<string, Outcome>;
    /** What fills the blanks of the page, set by its loader. */
    filling?: Filling;
    /** The page as it was drawn: with its blanks, to be kept, and filled in, to be sent. */
    drawn?: { withBlanks: string; filled: string };
  }
}
