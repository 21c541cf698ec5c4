// A decision on the agenda of a meeting that is going on, and those who come to its pages.
import type { SafeguardCode } from "#app/bodies/safeguard.ts";
import { decisionPath, officeDecisionPath, takePartPath } from "#app/decisions/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { Visitor, type Application } from "#tests/support/application.ts";
import { buildDecision, buildDeciding } from "#tests/support/decisions.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";
import type { DecisionTexts } from "#app/decisions/decision.ts";

// a Tuesday; papers went out when the meeting was built, which is in time or not by what is said of them
export const now = new Date("2026-06-02T18:30:00Z");
export const startsAt = new Date("2026-06-02T18:00:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll("<!-- -->", "").replaceAll("&#x27;", "'");

/** A decision that a body may take, with whoever keeps decisions, whoever votes and anybody who reads; what it has adopted binds it. */
export async function beginDecision(application: Application, codes: readonly SafeguardCode[] = [], texts: Partial<DecisionTexts> = {}) {
  const deciding = await buildDeciding({ codes, startsAt });
  const { partnership } = deciding;
  const id = await buildDecision(deciding, texts, now);
  const as = async (person: { id: string }, at = now) => new Visitor(application, { now: at, address: newId() }, [await signInCookie(person, at)]);
  const secretary = await as(await buildPerson({ role: "secretariat", partnership }));
  const here = officeDecisionPath(partnership, { id });
  const vote = async (person: { id: string }, voice: string, at = now) => (await as(person, at)).post(takePartPath(partnership, { id }), { deed: "vote", voice });
  const row = () => db().decision.findUniqueOrThrow({ where: { id } });
  const anybody = (at = now) => new Visitor(application, { now: at, address: newId() });
  return { ...deciding, id, here, as, secretary, vote, row, anybody, public: decisionPath(partnership, { id }) };
}

export const done = (answer: Response) => locationOf(answer)?.split("?")[1];
