// An entry on the roll: what it says and what became of its letters; entered, mended, struck off and put back; and its code replaced.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { config } from "#app/shared/config.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, isDemonstration, type Transaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { problemName } from "#app/shared/sending.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countIssued, issueFirstCode, markReturned, replaceCode } from "../codes.store.server.ts";
import { printedParts } from "../courier.server.ts";
import { freePlace, hasDelegates } from "../delegates.ts";
import { isNamedBeside, listDelegates, placeBeside, placeFor, renameOrganisation } from "../delegates.store.server.ts";
import { electionState, holdElection, type Election } from "../elections.store.server.ts";
import { requireElectionOffice, type ElectionOffice } from "../guard.server.ts";
import { pollKey } from "../poll-key.server.ts";
import { isReached, mayMakeRoll, mayRuleOnRoll, originOf, readVoter, voterAsTyped, wayOf } from "../roll.ts";
import { addVoter, changeVoter, findVoter, restoreVoter, strikeVoter, votesForAnother, type Voter } from "../roll.store.server.ts";
import { rollPath, voterPath } from "../roll-paths.ts";
import { isPrepared } from "../steps.ts";
import { Delegates } from "../ui/delegates.tsx";
import { VoterDeeds } from "../ui/voter-deeds.tsx";
import { VoterForm } from "../ui/voter-form.tsx";
import { LetterShown, VoterLetters } from "../ui/voter-letters.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.voter === "new";

function powersOf(election: Election, { offices, by }: Pick<ElectionOffice, "offices" | "by">) {
  const of = { state: electionState(election, by.now), isPrepared: isPrepared(election), hasTimetable: election.timetable !== null };
  return { mayMake: mayMakeRoll(of, offices), mayRule: mayRuleOnRoll(of, offices) };
}

/** The voter's letter, in the demonstration alone: it has no mail server, and whoever tries it is to be able to vote. */
function letterShown({ election, partnership }: Pick<ElectionOffice, "election" | "partnership">, voter: Voter | null) {
  const key = isDemonstration() && config().smtpUrl === undefined ? pollKey(election.id) : null;
  if (key === null || voter === null || voter.struckReason !== null || voter.letters.length === 0) return null;
  return { language: voter.language, parts: printedParts({ election, partnership, key }, { ...voter, voterId: voter.id }, voter.language) };
}

/** A new delegate of the organisation of an entry is entered under its name. */
async function typedBeside({ request }: Pick<LoaderFunctionArgs, "request">, election: Election) {
  const beside = new URL(request.url).searchParams.get("beside");
  const there = beside === null || !hasDelegates(election) ? null : await findVoter(db(), election, beside);
  return { ...voterAsTyped(null), ...(there && { name: there.name, language: there.language }) };
}

async function delegatesShown(election: Election, voter: Voter) {
  const beside = await listDelegates(db(), election, voter);
  return { each: election.delegates, isFull: freePlace(beside.map(({ place }) => place), election.delegates) === null, named: beside.map(({ id, delegate, place }) => ({ id, delegate, place })) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const entered = await requireElectionOffice(args);
  const { partnership, election, by } = entered;
  const words = wordsFor(language);
  const powers = powersOf(election, entered);
  if (isNew(args) && !powers.mayMake && !powers.mayRule) throw badRequest();
  const voter = isNew(args) ? null : await findVoter(db(), election, args.params.voter);
  if (voter) await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "roll.read", subjectKind: "voter", subjectId: voter.id });
  const name = voter?.name ?? words.t("roll:entry.new");
  const page = {
    title: titleOf(`${name} - ${textIn(election.title, language).text}`, language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, electorate: election.electorate }, name, powers, entries: voter ? voterAsTyped(voter) : await typedBeside(args, election), isSaved: new URL(args.request.url).searchParams.has("saved") },
    delegates: voter && hasDelegates(election) ? await delegatesShown(election, voter) : null,
    voter: voter && {
      ...{ id: voter.id, number: voter.number, place: voter.place, origin: originOf(voter), declaredOn: voter.declaredAt && words.date(dayOf(voter.declaredAt)), addedReason: voter.addedReason, struckReason: voter.struckReason, hasEmail: voter.email !== null, isReached: isReached(voter) },
      letters: voter.letters.map(({ id, issue, way, reason, delivery, askedAt, sentAt, attempts, lastProblem }) => ({
        ...{ id, issue, way, reason, delivery, isLast: issue === voter.issue, attempts, problem: lastProblem && problemName(lastProblem) },
        ...{ askedOn: words.date(dayOf(askedAt)), sentOn: sentAt && words.date(dayOf(sentAt)) },
      })),
    },
    shown: letterShown(entered, voter),
  };
  return data(page, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const entered = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  const form = await readForm(args.request);
  const done = await inTransaction(async (transaction): Promise<string | Refused> => {
    const election = await holdElection(transaction, entered.partnership.id, args.params.election);
    const powers = powersOf(election, entered);
    if (!powers.mayMake && !powers.mayRule) throw badRequest();
    const voter = isNew(args) ? null : await findVoter(transaction, election, args.params.voter);
    return doWithVoter(transaction, { ...entered, election, ...powers }, voter, Object.fromEntries(form));
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(voterPath(entered.partnership, { id: args.params.election! }, done, { saved: "yes" }));
}

type Ruling = Pick<ElectionOffice, "election" | "by"> & { mayRule: boolean };

/** Does what was pressed; the entry's id, or why it cannot be. Nobody is struck off, entered or given a new code without a reason. */
async function doWithVoter(transaction: Transaction, { election, by, mayRule }: Ruling, voter: Voter | null, entries: Record<string, string>): Promise<string | Refused> {
  const refuse = (problems: Refused["problems"]): Refused => ({ entries, problems, clashes: [], now: voterAsTyped(voter) });
  const reason = passage(entries.why ?? "").slice(0, 500);
  const { deed = "save", letter = "" } = entries;
  if (deed === "save") {
    const read = readVoter(entries, election.electorate, { reason: voter === null || mayRule });
    if (!read.ok) return refuse(read.problem);
    const isTaken = mayRule && (await votesForAnother(transaction, election, read.value.email, voter?.id ?? null));
    if (isTaken || (voter && (await isNamedBeside(transaction, election, voter, read.value)))) return refuse([{ field: "email", code: hasDelegates(election) ? "delegate-already" : "votes-for-another" }]);
    const added = voter ? voter : await placeFor(transaction, election, read.value);
    if (typeof added === "string") return refuse([{ field: added === "delegate-already" ? "delegate" : "name", code: added, most: election.delegates }]);
    const id = voter?.id ?? (await addVoter(transaction, by, election, { ...read.value, name: added.name, memberId: added.memberId, place: added.place }));
    const { reason: why, ...head } = read.value;
    if (voter) await changeVoter(transaction, by, voter, head);
    if (voter && hasDelegates(election) && head.name !== voter.name) await renameOrganisation(transaction, election, voter, head.name);
    if (mayRule && voter === null) await issueFirstCode(transaction, by, election, id, wayOf(head));
    if (mayRule && voter && voter.struckReason === null) await replaceCode(transaction, by, election, id, { way: wayOf(head), reason: why });
    return id;
  }
  if (voter === null) throw badRequest();
  if (deed === "restore") {
    if (mayRule && (await votesForAnother(transaction, election, voter.email, voter.id))) return refuse([{ field: "restore", code: hasDelegates(election) ? "delegate-already" : "votes-for-another" }]);
    const place = hasDelegates(election) ? await placeBeside(transaction, election, voter, voter) : null;
    if (typeof place === "string") return refuse([{ field: "restore", code: place, most: election.delegates }]);
    if ((await restoreVoter(transaction, by, voter, place)) && mayRule) await replaceCode(transaction, by, election, voter.id, { way: wayOf(voter), reason: "" });
    return voter.id;
  }
  if (mayRule && (deed === "returned" || deed === "not-returned")) {
    await markReturned(transaction, by, voter.id, letter, deed === "returned");
    return voter.id;
  }
  if (reason === "") return refuse([{ field: `${deed}-why`, code: "reason-missing" }]);
  if (deed === "strike") {
    await strikeVoter(transaction, by, voter, reason);
    if (mayRule) await countIssued(transaction, election);
    return voter.id;
  }
  if (deed !== "replace" || !mayRule || voter.struckReason !== null) throw badRequest();
  await replaceCode(transaction, by, election, voter.id, { way: entries.way === "email" && voter.email !== null ? "email" : "post", reason });
  return voter.id;
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RollEntryPage() {
  const { partnership, election, voter, name, powers, delegates, shown, isSaved, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const sayField = (input: string) => t(`roll:field.${input.endsWith("-why") ? "reason" : input === "name" ? `name-of.${election.electorate}` : input}`);
  const fields = useFields({ say: sayField, sayProblem: (code, values) => t(`roll:problem.${code}`, values) }, { loaded: loaded.entries, refused });
  return (
    <>
      <BackLink to={rollPath(partnership, election)} text={t("roll:list.title")} />
      <ErrorSummary errors={fields.errors} />
      {isSaved && <NotificationBanner kind="success">{t("roll:entry.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>
        <bdi>{name}</bdi>
      </PageHeading>
      {voter && (
        <SummaryList
          rows={[
            { key: "number", label: t("roll:table.number"), value: number(voter.number) },
            ...(voter.place === null ? [] : [{ key: "place", label: t("roll:table.place"), value: number(voter.place) }]),
            { key: "origin", label: t("roll:table.origin"), value: t(`roll:origin.${voter.origin}`) },
            ...(voter.declaredOn ? [{ key: "declared", label: t("roll:table.declared"), value: voter.declaredOn }] : []),
            ...(voter.addedReason ? [{ key: "added", label: t("roll:table.added"), value: <bdi>{voter.addedReason}</bdi> }] : []),
            ...(voter.struckReason ? [{ key: "struck", label: t("roll:table.struck"), value: <bdi>{voter.struckReason}</bdi> }] : []),
            ...(voter.isReached ? [] : [{ key: "reach", label: t("roll:table.reach"), value: t("roll:entry.unreached") }]),
          ]}
        />
      )}
      {voter && delegates && <Delegates {...delegates} name={name} shownId={voter.id} hrefOf={(id) => voterPath(partnership, election, id)} nameTo={powers.mayMake || powers.mayRule ? voterPath(partnership, election, "new", { beside: voter.id }) : null} />}
      {voter && <VoterLetters letters={voter.letters} mayRule={powers.mayRule} />}
      {shown && <LetterShown {...shown} />}
      {(powers.mayMake || powers.mayRule) && !voter?.struckReason && <VoterForm fields={fields} electorate={election.electorate} isNew={voter === null} mayRule={powers.mayRule} />}
      {voter && (powers.mayMake || powers.mayRule) && <VoterDeeds voter={voter} fields={fields} mayRule={powers.mayRule} />}
    </>
  );
}
