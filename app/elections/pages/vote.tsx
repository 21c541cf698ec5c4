// Voting: the code, the ballot, a page on which to check it, and the receipt. Nobody is signed in here, and nothing but the box is written.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Candidate } from "#app/counting/contest.ts";
import { demonstrationPeoplePath } from "#app/people/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { config } from "#app/shared/config.server.ts";
import { db, isDemonstration } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { newReference } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { crossField, kindOfBallot, mostOn, rankField, ranksOf, readBallot, typedOn, withoutGaps, type BallotProblem } from "../ballot.ts";
import { cast, findCast, findPaper, findVoterOfCode } from "../box.store.server.ts";
import { electionState, findPublicElection } from "../elections.store.server.ts";
import { officersOf } from "../officers.store.server.ts";
import { electionPath } from "../paths.ts";
import { pollKey } from "../poll-key.server.ts";
import { BallotForm, type Filled } from "../ui/ballot-form.tsx";
import { CheckVote, CodeForm, NotOnline, Voted } from "../ui/voting.tsx";
import { readCode } from "../voting-code.ts";
import { forgetVoting, openPending, readVotingCookie, sealPending, votingCookie } from "../voting.server.ts";

/** Guesses of a code from one network address. */
const mostTries = 30;
const triesInSeconds = 600;

async function findPoll({ params, context: { now } }: Pick<LoaderFunctionArgs, "params" | "context">) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const state = electionState(election, now);
  const key = state === "poll-open" && election.method !== "post" && election.method !== "meeting" ? pollKey(election.id) : null;
  return { partnership, election, state, key };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state, key } = await findPoll(args);
  const words = wordsFor(language);
  const paper = await findPaper(db(), election);
  const code = readVotingCookie(args.request, election.id, now);
  const found = key && code ? await findVoterOfCode(db(), key, election, code) : null;
  const voter = found === "replaced" ? null : found;
  const stored = key && voter ? await findCast(db(), key, election, voter.id) : null;
  const stage = key === null ? ("closed" as const) : voter === null ? ("code" as const) : voter.isOnPaper ? ("paper" as const) : ("ballot" as const);
  return {
    title: titleOf(words.t(`poll:title.${stage}`, { election: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, paperRule: election.paperRule, isOpen: state === "poll-open" }, stage },
    paper: { named: paper.named.map((one) => ({ ...one, organisation: textIn(one.organisation, language).text })), kind: kindOfBallot(paper.rules), most: mostOn(paper), seats: paper.seats },
    closes: election.timetable && { date: words.date(election.timetable.pollClosesOn), time: election.timetable.pollClosesTime },
    // because letters are read on the roll's entries where no mail server takes them
    demonstration: isDemonstration() && config().smtpUrl === undefined ? { officer: (await officersOf(db(), election)).returning ?? "", path: demonstrationPeoplePath() } : null,
    ...{ voterName: voter?.name ?? "", stored: stored && stored.preferences },
  };
}

export const headers = () => ({ "Cache-Control": "no-store" });

type Answer =
  | { stage: "code"; typed: string; problem: string; kept: string }
  | { stage: "ballot"; filled: Filled; problems: BallotProblem[]; closable: Candidate[] | null }
  | { stage: "check"; preferences: Candidate[]; sealed: string }
  | { stage: "voted"; preferences: Candidate[]; tracking: string };

const filledWith = (preferences: readonly Candidate[]): Filled => ({ ranks: Object.fromEntries([...ranksOf(preferences)].map(([candidate, rank]) => [candidate, String(rank)])), crosses: [...preferences] });

export async function action(args: ActionFunctionArgs) {
  const { address, now } = args.context;
  const { partnership, election, key } = await findPoll(args);
  const here = electionPath(partnership, election, "vote");
  // The page then says that the poll is closed.
  if (key === null) throw redirect(here);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  const paper = await findPaper(db(), election);
  const answer = (value: Answer, status = 200, set: HeadersInit = {}) => data(value, { status, headers: set });

  if (deed === "leave") throw redirect(electionPath(partnership, election), { headers: forgetVoting(election.id) });
  const kept = form.get("kept") ?? "";
  const sealed = openPending(election.id, form.get("sealed") ?? kept);
  if (deed === "code") {
    const typed = form.get("code") ?? "";
    const refuse = (problem: string, status = 422) => answer({ stage: "code", typed, problem, kept }, status);
    if (typed.trim() === "") return refuse("code-missing");
    if (!(await isWithinLimit("voting code", address, mostTries, triesInSeconds))) return refuse("too-many-codes", 429);
    const voter = await findVoterOfCode(db(), key, election, typed);
    if (voter === null) return refuse(readCode(typed) === null ? "code-not-one" : "code-unknown");
    if (voter === "replaced") return refuse("code-replaced");
    const set = votingCookie(election.id, readCode(typed)!, now);
    if (sealed === null || voter.isOnPaper) throw redirect(here, { headers: set });
    return answer({ stage: "ballot", filled: filledWith(sealed.preferences), problems: [], closable: null }, 200, set);
  }
  if (deed === "check" || deed === "close") {
    const typed = typedOn(form, paper);
    const closed = deed === "close" ? withoutGaps(typed, paper) : null;
    const read = closed ? { ok: true as const, value: closed } : readBallot(typed, paper);
    if (!read.ok) return answer({ stage: "ballot", filled: { ranks: Object.fromEntries(typed.ranks), crosses: [...typed.crosses] }, problems: read.problem, closable: withoutGaps(typed, paper) }, 422);
    const code = readVotingCookie(args.request, election.id, now);
    const pending = { code: code ?? "", preferences: read.value, tracking: newReference() };
    if (code === null) return answer({ stage: "code", typed: "", problem: "expired", kept: sealPending(election.id, pending) }, 422);
    return answer({ stage: "check", preferences: read.value, sealed: sealPending(election.id, pending) });
  }
  if (sealed === null) throw badRequest();
  if (deed === "change") return answer({ stage: "ballot", filled: filledWith(sealed.preferences), problems: [], closable: null });
  if (deed !== "cast") throw badRequest();
  const voter = await findVoterOfCode(db(), key, election, sealed.code);
  if (voter === null || voter === "replaced") return answer({ stage: "code", typed: "", problem: "code-replaced", kept: form.get("sealed") ?? "" }, 422);
  if (voter.isOnPaper) throw redirect(here);
  if (!(await cast(key, election, voter.id, sealed))) throw redirect(here);
  return answer({ stage: "voted", preferences: sealed.preferences, tracking: sealed.tracking }, 200, forgetVoting(election.id));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function VotePage() {
  const { partnership, election, stage, paper, closes, voterName, stored, demonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const now = answer?.stage ?? stage;
  const back = electionPath(partnership, election);
  const candidates = new Map(paper.named.map((one) => [one.number, one]));
  const chosen = (preferences: readonly Candidate[]) => preferences.flatMap((number) => candidates.get(number) ?? []);
  const heading = (
    <PageHeading caption={<InLanguage text={election.title} />}>{t(`poll:heading.${now}`)}</PageHeading>
  );
  if (answer?.stage === "voted") return <Voted {...{ partnership, election, closes, tracking: answer.tracking, chosen: chosen(answer.preferences), kind: paper.kind }} />;
  if (answer?.stage === "check") return <CheckVote {...{ heading, chosen: chosen(answer.preferences), kind: paper.kind, sealed: answer.sealed, isAgain: stored !== null, voterName }} />;
  if (now === "closed" || now === "paper") {
    return (
      <>
        <BackLink to={back} />
        {heading}
        <NotOnline {...{ stage: now, election, closes }} />
      </>
    );
  }
  if (now === "code") return <CodeForm {...{ heading, back, lostPath: electionPath(partnership, election, "on-the-roll"), closes, demonstration, refused: answer?.stage === "code" ? answer : null }} />;
  const refused = answer?.stage === "ballot" ? answer : null;
  const filled = refused?.filled ?? filledWithStored(stored);
  return <BallotForm {...{ heading, paper, filled, problems: refused?.problems ?? [], closable: refused?.closable ?? null, voterName, stored: stored && chosen(stored), fields: { rank: rankField, cross: crossField } }} />;
}

function filledWithStored(stored: readonly Candidate[] | null): Filled {
  return { ranks: Object.fromEntries((stored ?? []).map((candidate, index) => [candidate, String(index + 1)])), crosses: [...(stored ?? [])] };
}
