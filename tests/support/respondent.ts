// Somebody who responds: a browser that keeps its cookies from page to page, without a server in between.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import * as aboutYou from "#app/consultations/pages/about-you.tsx";
import * as changedQuestions from "#app/consultations/pages/changed-questions.tsx";
import * as checkAnswers from "#app/consultations/pages/check-answers.tsx";
import * as equality from "#app/consultations/pages/equality.tsx";
import * as equalityQuestions from "#app/consultations/pages/equality-questions.tsx";
import * as lost from "#app/consultations/pages/lost.tsx";
import * as mine from "#app/consultations/pages/mine.tsx";
import * as permission from "#app/consultations/pages/permission.tsx";
import * as questions from "#app/consultations/pages/questions.tsx";
import * as respond from "#app/consultations/pages/respond.tsx";
import * as responses from "#app/consultations/pages/responses.tsx";
import * as returning from "#app/consultations/pages/return.tsx";
import * as save from "#app/consultations/pages/save.tsx";
import * as sent from "#app/consultations/pages/sent.tsx";
import type { Language } from "#app/shared/languages.ts";
import * as became from "#app/trail/pages/became.tsx";
import type { BuiltConsultation } from "./factories.ts";
import { answerOf, argsOf, cookiesOf, get, locationOf, post, type Answer } from "./requests.ts";

type Page = {
  loader: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
};

type Fields = Record<string, string | string[] | File>;

/** Pages by what follows the partnership; `:page` is a part of the address. */
const pages: [RegExp, Page][] = [
  [/\/respond$/, respond],
  [/\/respond\/questions\/(?<page>[^/]+)$/, questions],
  [/\/respond\/about-you(?:\/(?<page>[^/]+))?$/, aboutYou],
  [/\/respond\/permission(?:\/(?<page>[^/]+))?$/, permission],
  [/\/respond\/changed-questions$/, changedQuestions],
  [/\/respond\/check-answers$/, checkAnswers],
  [/\/respond\/sent$/, sent],
  [/\/respond\/save$/, save],
  [/\/respond\/return$/, returning],
  [/\/respond\/equality$/, equality],
  [/\/respond\/equality\/questions\/(?<page>[^/]+)$/, equalityQuestions],
  [/\/responses$/, responses],
  [/\/responses\/lost$/, lost],
  [/\/responses\/mine$/, mine],
  [/\/responses\/mine\/became$/, became],
];

export type Went<Value> = Answer<Value> & { to: string | null };

export class Respondent {
  cookies = new Map<string, string>();
  now: Date;
  language: Language;
  address: string;

  constructor(
    readonly consultation: BuiltConsultation,
    { now = new Date(), language = "en", address = "192.0.2.1" }: { now?: Date; language?: Language; address?: string } = {},
  ) {
    this.now = now;
    this.language = language;
    this.address = address;
  }

  private at(path: string) {
    const { partnership, id } = this.consultation;
    const whole = path.startsWith("/") ? path : `/${partnership.slug}/consultations/${id}/respond${path === "" ? "" : `/${path}`}`;
    const { pathname } = new URL(whole, "http://localhost");
    const [found, page] = pages.find(([pattern]) => pattern.test(pathname)) ?? [];
    if (!found || !page) throw new Error(`No page at ${whole}`);
    const groups = Object.entries(found.exec(pathname)?.groups ?? {}).filter(([, value]) => value !== undefined);
    const params = { partnership: partnership.slug, consultation: id, ...Object.fromEntries(groups) };
    return { whole, page, given: { params, now: this.now, language: this.language, address: this.address } };
  }

  private keep<Value>(answer: Answer<Value>): Went<Value> {
    for (const cookie of cookiesOf(answer)) {
      const [pair = ""] = cookie.split(";", 1);
      const name = pair.split("=", 1)[0] ?? "";
      if (/Max-Age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, pair);
    }
    return { ...answer, to: locationOf(answer) };
  }

  async open<Value = Record<string, unknown>>(path: string): Promise<Went<Value>> {
    const { whole, page, given } = this.at(path);
    return this.keep(await answerOf<Value>(page.loader(argsOf(get(whole, { cookies: [...this.cookies.values()] }), given))));
  }

  async post<Value = Record<string, unknown>>(path: string, fields: Fields = {}): Promise<Went<Value>> {
    const { whole, page, given } = this.at(path);
    const request = post(whole, fields, { cookies: [...this.cookies.values()] });
    return this.keep(await answerOf<Value>(page.action?.(argsOf(request, given))));
  }

  /** From the beginning to the page before sending, with these answers to the usual form. */
  async fillIn(answers: Fields = { first: "Buses" }, about: Fields = {}): Promise<void> {
    await this.post("");
    await this.post("questions/priorities", answers);
    await this.post("about-you", { as: "individual", ...about });
    await this.post("permission", { publish: "unnamed", confidential: "no" });
  }

  /** All of it, sent; the reference. */
  async respond(answers?: Fields, about?: Fields): Promise<string> {
    await this.fillIn(answers, about);
    await this.post("check-answers");
    const receipt = await this.open<{ response: { reference: string } }>("sent");
    return receipt.body.response.reference;
  }
}
