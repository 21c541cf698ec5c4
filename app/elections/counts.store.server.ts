// The count of an election: what is counted, both sheets, and who may read them when. The caller has asked the policy.
import { z } from "zod";
import { termEndsOn } from "#app/bodies/term.ts";
import type { Ballot, Contest, Terms } from "#app/counting/contest.ts";
import { ballotPaperOrder, readLots } from "#app/counting/lots.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { publishFinding } from "#app/evidence/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, languages, textIn, type Language, type Text } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { contestOf, reservedOf } from "./contest.ts";
import { countTwice } from "./counted.ts";
import { declarationOf, declarationSchema, type Declaration } from "./declaration.ts";
import { hasDelegates } from "./delegates.ts";
import { countDelegates } from "./delegates.store.server.ts";
import { findElection, holdElection, takeStep, type By, type Election } from "./elections.store.server.ts";
import { lotsOf } from "./lot.store.server.ts";
import { tellsOrderOnly } from "./order-only.ts";
import { isBelowTurnout } from "./outcome.ts";
import { findSealedContest } from "./sealing.store.server.ts";
import { pollClosesAt } from "./timetable.ts";

export type Stander = { id: string; number: number; name: string; organisation: string; organisationId: string | null; email: string; hasWithdrawn: boolean; groups: Record<string, string> };

/** Everybody on the ballot paper, in its order. */
export async function listStanders(on: Database, election: Pick<Election, "id" | "partnershipId">): Promise<Stander[]> {
  const rows = await on.nomination.findMany({
    where: { electionId: election.id, partnershipId: election.partnershipId, number: { not: null } },
    include: { organisationBody: { select: { name: true } } },
    orderBy: { number: "asc" },
  });
  return rows.map(({ id, number, name, organisation, organisationId, organisationBody, email, withdrawnAt, groups }) => ({
    ...{ id, number: number!, name, email, organisationId, hasWithdrawn: withdrawnAt !== null, groups: z.record(z.string(), z.string()).parse(groups) },
    organisation: organisationBody ? textIn(organisationBody.name as Text, defaultLanguage).text : organisation,
  }));
}

/** What is counted, and the terms: in the order of the ballot file, so that whoever counts the published file has the same before them. */
export async function findContest(on: Database, election: Election): Promise<{ contest: Contest; terms: Terms; standers: Stander[] }> {
  const standers = await listStanders(on, election);
  const isHeld = election.origin === "held";
  const reserved = isHeld ? contestOf(election, standers, defaultLanguage).reserved : reservedOf(election, standers, defaultLanguage);
  const contest: Contest = {
    ...(await findSealedContest(on, election)),
    // in a poll of ours nobody withdraws once candidates are confirmed
    withdrawn: standers.flatMap(({ number, hasWithdrawn }) => (hasWithdrawn && !isHeld ? [number] : [])),
  };
  return { contest, terms: { reserved, lots: await orderOfLots(election, standers.length) }, standers };
}

/** The order in which lots fall: from what was drawn in public, or for a loaded election as it was typed. [COUNTING 4.5] */
export async function orderOfLots(election: Pick<Election, "origin" | "ballotHash" | "lotText">, candidates: number): Promise<number[]> {
  if (election.origin === "held") return (await lotsOf(election, candidates))?.order ?? ballotPaperOrder(candidates);
  const typed = readLots(election.lotText ?? "", candidates);
  return typed.ok ? typed.value : ballotPaperOrder(candidates);
}

/** Both sheets of an election, as they were written; null while it has not been counted. */
export async function findCount(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">): Promise<{ sheet: Sheet; countedAt: Date } | null> {
  const row = await on.electionCount.findFirst({ where: { electionId: id, partnershipId } });
  return row && { sheet: JSON.parse(row.first) as Sheet, countedAt: row.countedAt };
}

/** What was declared; null before. */
export async function findDeclaration(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">): Promise<Declaration | null> {
  const row = await on.networkElection.findFirst({ where: { id, partnershipId }, select: { declaration: true } });
  return row?.declaration ? declarationSchema.parse(row.declaration) : null;
}

/**
 * Counts the sealed ballots of an election by both counters, in a job. A loaded one is declared at once; of any other the returning officer
 * sees the provisional result. Counted once: whoever asks again finds what is there.
 */
export async function countElection(asked: { partnershipId: string; electionId: string; personId: string }, clock: () => Date): Promise<void> {
  const { partnershipId, electionId, personId } = asked;
  const election = await inTransaction((transaction) => findElection(transaction, partnershipId, electionId));
  const { contest, terms, standers } = await inTransaction((transaction) => findContest(transaction, election));
  const counted = countTwice(election.rules, contest, terms);
  const by: By = { partnershipId, personId, now: clock() };
  await inTransaction(async (transaction) => {
    const held = await holdElection(transaction, partnershipId, electionId);
    const did = (kind: string) => held.steps.some((step) => step.kind === kind);
    if (!did("sealed") || did("counted")) return;
    if (counted.kind !== "counted") return takeStep(transaction, by, held, { kind: "count-failed", facts: { why: counted.kind } });
    await transaction.electionCount.create({ data: { electionId, partnershipId, first: counted.first, second: counted.second, countedAt: by.now, countedById: personId } });
    await takeStep(transaction, by, held, { kind: "counted" });
    if (held.origin === "loaded") await declare(transaction, by, held, { sheet: counted.sheet, standers });
  });
}

type Result = { sheet: Sheet | null; standers: readonly Stander[] };

/** Declares the result of an election that is held: what is said then stays. Its figures become findings. */
export async function declare(transaction: Transaction, by: By, election: Election, { sheet, standers }: Result): Promise<void> {
  const { id, partnershipId, timetable, termStartsOn, termInMonths, returningOfficerId } = election;
  const isBelow = isBelowTurnout(election);
  const officer = returningOfficerId === null ? null : await transaction.person.findUnique({ where: { id: returningOfficerId }, select: { name: true } });
  const scrutineers = await transaction.electionScrutineer.findMany({ where: { electionId: id, signedAt: { not: null } }, include: { person: { select: { name: true } } }, orderBy: { signedAt: "asc" } });
  const facts = {
    ...{ title: election.title, network: election.network.name, seats: election.seats, returningOfficer: officer?.name ?? null },
    scrutineers: scrutineers.map(({ person, report }) => ({ name: person.name, report })),
    dates: {
      ...{ noticeOn: timetable?.noticeOn ?? null, pollOpensOn: timetable?.pollOpensOn ?? null, challengesUntil: timetable?.challengesUntil ?? null },
      ...{ pollClosesAt: timetable ? pollClosesAt(timetable).toISOString() : null, countedOn: election.origin === "loaded" ? termStartsOn : dayOf(by.now) },
    },
    term: election.origin === "held" ? { startsOn: termStartsOn, endsOn: termEndsOn(termStartsOn, termInMonths) } : null,
    candidates: standers.map(({ number, name, organisation }) => ({ number, name, organisation })),
    delegates: hasDelegates(election) && election.issued !== null ? await delegatesOf(transaction, election) : null,
  };
  await transaction.networkElection.update({ where: { id }, data: { declaration: declarationOf(facts, { sheet, isBelow }, by.now) } });
  await takeStep(transaction, by, election, { kind: "declared" });
  const { totals } = election;
  const finding = (kind: string, count: number, base: number) =>
    publishFinding(
      transaction,
      partnershipId,
      { sourceSubject: "elections", sourceId: id, kind, statement: findingStatement(kind, election, count, base), figure: { count, base, of: kind === "turnout" ? "voters" : "places" }, method: "election" },
      by.now,
    );
  if (election.origin === "held" && totals && totals.issued > 0 && !tellsOrderOnly(election)) await finding("turnout", totals.returned, totals.issued);
  await finding("places-filled", isBelow ? 0 : sheet ? sheet.elected.length : standers.length, election.seats);
}

async function delegatesOf(on: Database, election: Election): Promise<Declaration["delegates"]> {
  const { named, organisations } = await countDelegates(on, election);
  return { each: election.delegates, named, organisations };
}

function findingStatement(kind: string, { title, network, delegates }: Pick<Election, "title" | "network" | "delegates">, count: number, base: number): Text {
  const counted = kind === "turnout" && hasDelegates({ delegates }) ? "turnout-of-delegates" : kind;
  const said = (language: Language) => wordsFor(language).t(`results:finding.${counted}`, { title: textIn(title, language).text, network: textIn(network.name, language).text, count, base });
  return Object.fromEntries(languages.map((language) => [language, said(language)]));
}

/** Writes down the sealed ballots of a loaded file. */
export async function keepLoadedBallots(transaction: Transaction, { id, partnershipId }: Pick<Election, "id" | "partnershipId">, ballots: readonly Ballot[], newId: () => string): Promise<void> {
  const size = 2000;
  for (let from = 0; from < ballots.length; from += size) {
    await transaction.sealedBallot.createMany({
      data: ballots.slice(from, from + size).map(({ papers, preferences }) => ({ id: newId(), partnershipId, electionId: id, papers, preferences: preferences as never, spoilt: preferences.length === 0 ? "blank" : null })),
    });
  }
}

