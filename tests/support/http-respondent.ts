// Somebody who responds over plain HTTP, as a browser without JavaScript does: each page is opened, filled in and sent, and
// redirects are followed. It knows the form beforehand, so that hundreds at once cost little beside the server they ask: of
// all it is shown it reads the way on, and the reference of the receipt.
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Dispatcher } from "undici";
import { consultationPath, equalityPath, respondPath, sentPath } from "#app/consultations/paths.ts";
import { sendingForm } from "#app/consultations/sending-form.ts";
import { pagesOf } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { entriesOf, fieldsOf, type Entries } from "#app/forms/entries.ts";
import { isPersonal, type Question } from "#app/forms/question.ts";
import { typedAnswers } from "./typed-answers.ts";

/** One request as it was answered: which page, and how long until the last byte of it was here. */
export type Requested = { page: string; method: "GET" | "POST"; ms: number; status: number; bytes: number };

/** What was answered is not what somebody who does nothing wrong is answered. */
export class Refused extends Error {
  constructor(
    readonly page: string,
    readonly status: number,
    said: string,
  ) {
    super(`${page} was answered with ${status}: ${said.replace(/\s+/g, " ").slice(0, 300)}`);
  }
}

export type Asked = { slug: string; consultation: string; definition: FormDefinition };

type Options = {
  /** Connections to the server; one Client each for people who keep theirs, or a Pool that many share. */
  connection: Pick<Dispatcher, "dispatch">;
  /** Where the server believes itself to be, for the header that says a post is its own. */
  origin: string;
  asked: Asked;
  /** Who this is: another number types other answers. */
  person: number;
  /** The address a proxy in front would say this comes from, so that limits see different people. */
  address?: string;
  /** Asks for the receipt by e-mail. */
  givesEmail?: boolean;
  onRequest?: (requested: Requested) => void;
  /** Asks again, for so long, what was not answered or was to be asked again in a moment, as somebody does who wants to get on. */
  persistsForMs?: number;
};

/** An address for each person, of those set aside for measuring (RFC 2544). */
export function addressOf(person: number): string {
  return `198.${18 + ((person >> 16) & 1)}.${(person >> 8) & 255}.${person & 255}`;
}

type Answered = { status: number; to: string | null; body: Buffer; encoding: string };

export class HttpRespondent {
  /** What was typed on every page that the server said it has. */
  readonly saved: Entries = {};
  /** All that this person answers in the form, personal questions included. */
  readonly typed: Entries;
  readonly person: number;
  /** The reference of the draft and later of the response, as the cookie holds it from the beginning on. */
  reference: string | null = null;
  /** The reference as the receipt showed it. */
  receipt: string | null = null;

  readonly #options: Options;
  readonly #cookies = new Map<string, string>();
  readonly #pages: Map<string, Page>;
  readonly #start: string;
  #path: string;
  #sent: Record<string, string> = {};

  constructor(options: Options) {
    this.#options = options;
    const { asked, person } = options;
    this.person = person;
    this.typed = typedAnswers(asked.definition, person);
    this.#pages = bodiesOf(asked.definition, this.typed, {
      ...{ as: ["individual"], name: [`Person Number ${person}`], publish: ["unnamed"], confidential: ["no"] },
      ...(options.givesEmail && { email: [`person-${person}@people.example`] }),
    });
    this.#start = respondPath({ slug: asked.slug }, { id: asked.consultation });
    this.#path = this.#start;
  }

  /** The answers that are stored with the response, by field; personal ones lie apart. */
  get entries(): Entries {
    const own = new Set(questionsOf(this.#options.asked.definition).filter((question) => !isPersonal(question)).flatMap(fieldsOf));
    return Object.fromEntries(Object.entries(this.typed).filter(([field]) => own.has(field)));
  }

  /** The same person with the same draft, over another connection. */
  over(connection: Dispatcher): HttpRespondent {
    const moved = new HttpRespondent({ ...this.#options, connection });
    for (const [name, value] of this.#cookies) moved.#cookies.set(name, value);
    Object.assign(moved.saved, this.saved);
    [moved.#sent, moved.#path, moved.reference] = [this.#sent, this.#path, this.reference];
    return moved;
  }

  /** Everything, from reading what is asked to the receipt; the reference it shows. */
  async respond(): Promise<string> {
    await this.read();
    await this.begin();
    await this.fillIn();
    await this.checkAnswers();
    await this.send();
    return this.receive();
  }

  /** Reads what the consultation is about. */
  async read(): Promise<void> {
    const { slug, consultation } = this.#options.asked;
    await this.#open(consultationPath({ slug }, { id: consultation }));
  }

  /** Begins, as the page of the consultation offers. */
  async begin(): Promise<void> {
    await this.#post(this.#start, "");
  }

  /** Comes back, with the cookie of a draft that was filled in before. */
  comeBack(cookie: string): void {
    this.#keep([cookie]);
    Object.assign(this.saved, this.typed);
  }

  /** Opens the page the last one led to, fills it in and sends it; false where nothing is left but to check the answers. */
  async answerPage(): Promise<boolean> {
    const page = this.#pages.get(this.#pageId());
    if (!page) return false;
    await this.#open(this.#path);
    await this.#post(this.#path, page.body);
    Object.assign(this.saved, page.entries);
    return true;
  }

  /** Every page that is left, those about oneself and about publication too. */
  async fillIn(): Promise<void> {
    while (await this.answerPage());
  }

  async checkAnswers(): Promise<void> {
    await this.#open(`${this.#start}/check-answers`);
  }

  /** Sends the response. */
  async send(): Promise<void> {
    await this.#post(`${this.#start}/check-answers`, "");
  }

  /** The receipt, past the equality questions where the consultation asks them; the reference it shows. */
  async receive(): Promise<string> {
    const { slug, consultation } = this.#options.asked;
    const [equality, sent] = [equalityPath, sentPath].map((path) => path({ slug }, { id: consultation }));
    if (this.#path === equality) {
      await this.#open(this.#path);
      await this.#post(this.#path, "answer=skip");
    }
    const shown = textOf(await this.#open(sent!));
    const [, reference] = /class="reference"[^>]*>\s*([0-9A-Z-]{14})\s*</.exec(shown) ?? [];
    if (reference === undefined) throw new Refused(pageName(sent!), 200, `a receipt without a reference: ${shown}`);
    return (this.receipt = reference);
  }

  #pageId(): string {
    return new URL(this.#path, "http://localhost").pathname.split("/").at(-1) ?? "";
  }

  async #open(path: string): Promise<Answered> {
    const answered = await this.#exchange("GET", path);
    if (answered.status !== 200) throw new Refused(`GET ${pageName(path)}`, answered.status, answered.to ?? textOf(answered));
    return answered;
  }

  /** A post leads on, or it was refused. */
  async #post(path: string, body: string): Promise<void> {
    const answered = await this.#exchange("POST", path, body);
    if (answered.to === null || answered.to === path) {
      throw new Refused(`POST ${pageName(path)}`, answered.status, answered.to ?? textOf(answered));
    }
    this.#path = answered.to;
  }

  async #exchange(method: "GET" | "POST", path: string, body?: string): Promise<Answered> {
    const { persistsForMs = 0 } = this.#options;
    for (const until = Date.now() + persistsForMs; ; await wait(100)) {
      try {
        const answered = await this.#ask(method, path, body);
        if (answered.status !== 503 || Date.now() > until) return answered;
      } catch (problem) {
        if (Date.now() > until) throw problem;
      }
    }
  }

  #ask(method: "GET" | "POST", path: string, body?: string): Promise<Answered> {
    const { connection, origin, address, onRequest } = this.#options;
    const headers: Record<string, string> = { ...usualHeaders, ...this.#sent };
    if (address !== undefined) headers["x-forwarded-for"] = address;
    if (method === "POST") {
      headers.origin = origin;
      headers["content-type"] = "application/x-www-form-urlencoded";
    }
    return new Promise((done, failed) => {
      const began = performance.now();
      const chunks: Buffer[] = [];
      let status = 0;
      let to: string | null = null;
      let encoding = "";
      connection.dispatch(
        { origin, path, method, headers, body: body ?? null },
        {
          onRequestStart: () => undefined,
          onResponseStart: (_controller, code, given) => {
            status = code;
            to = first(given.location) ?? null;
            encoding = first(given["content-encoding"]) ?? "";
            if (given["set-cookie"] !== undefined) this.#keep([given["set-cookie"]].flat());
          },
          onResponseData: (_controller, chunk) => void chunks.push(chunk),
          onResponseEnd: () => {
            const whole = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
            onRequest?.({ page: pageName(path), method, ms: performance.now() - began, status, bytes: whole.length });
            done({ status, to, body: whole, encoding });
          },
          onResponseError: (_controller, problem) => failed(problem),
        },
      );
    });
  }

  #keep(cookies: string[]) {
    for (const cookie of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
      if (name.startsWith("draft-")) this.reference = referenceIn(value);
    }
    this.#sent = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }
}

const usualHeaders = {
  accept: "text/html,application/xhtml+xml",
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "en-GB,en;q=0.9",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
};

const first = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

/** The text of an answer that was worth unpacking. */
function textOf({ body, encoding }: Answered): string {
  if (encoding === "br") return brotliDecompressSync(body).toString();
  return (encoding === "gzip" ? gunzipSync(body) : body).toString();
}

/** The signed cookie begins with it. */
function referenceIn(cookie: string): string | null {
  return /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?=\.)/.exec(decodeURIComponent(cookie))?.[0] ?? null;
}

/** The kind of page that an address is of. */
function pageName(path: string): string {
  const { pathname } = new URL(path, "http://localhost");
  const [, responding] = /\/respond(?:\/(questions|about-you|permission|check-answers|equality|sent)(?:\/.*)?)?$/.exec(pathname) ?? [];
  if (!/\/respond(\/|$)/.test(pathname)) return "read";
  return responding ?? "begin";
}

type Page = { body: string; entries: Entries };

/** What is posted to each page, by its id, for the pages of the form and those asked before sending. */
function bodiesOf(definition: FormDefinition, typed: Entries, said: Entries): Map<string, Page> {
  const sending = sendingForm((key) => ({ en: key }), said);
  return new Map([
    ...pagesOf(definition, typed).map(({ id, questions }) => [id, pageOf(questions, typed)] as const),
    ...pagesOf(sending, said).map(({ id, questions }) => [id, { ...pageOf(questions, said), entries: {} }] as const),
  ]);
}

const chosen = ["one-choice", "several-choices", "yes-no-unsure", "agreement", "rating", "matrix"];

function pageOf(questions: readonly Question[], typed: Entries): Page {
  const body = new URLSearchParams();
  const entries: Entries = {};
  for (const question of questions) {
    for (const field of fieldsOf(question)) {
      const values = entriesOf(typed, field);
      if (values.length > 0) entries[field] = values;
      for (const value of values) body.append(field, value);
      // because a browser sends a text box that was left blank, and nothing for a choice that was not made
      const isChosen = chosen.includes(question.type) && (field === question.id || question.type === "matrix");
      if (values.length === 0 && !isChosen) body.append(field, "");
    }
  }
  return { body: body.toString(), entries };
}
