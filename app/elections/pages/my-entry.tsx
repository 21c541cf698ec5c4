// Where the link leads in the letter to whoever asked whether they are on the roll: their own entry, whether their code was sent and
// where to, and, while the poll is open, a new code. Where delegates vote, whoever speaks for an organisation names the others here. Opening it changes
// nothing, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { maskAddress } from "#app/shared/sending.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { codeOfEntry, findVoterByLink } from "../asking.store.server.ts";
import { replaceCode } from "../codes.store.server.ts";
import { freePlace, hasDelegates, mayNameDelegates, speaksForOrganisation } from "../delegates.ts";
import { listDelegates, nameDelegate, unnameDelegate } from "../delegates.store.server.ts";
import { electionState, findPublicElection, holdElection, type Election } from "../elections.store.server.ts";
import { electionPath } from "../paths.ts";
import { pollKey } from "../poll-key.server.ts";
import { readVoter, voterAsTyped, wayOf } from "../roll.ts";
import type { Voter } from "../roll.store.server.ts";
import { isPrepared } from "../steps.ts";
import { NameDelegates } from "../ui/name-delegates.tsx";
import { votesOnline } from "../voter-letters.ts";

/** What whoever speaks for an organisation does with its delegates; the words are `roll:delegates.done.<deed>`. */
const deeds = ["name", "unname"] as const;

async function findNamed({ params, context: { address } }: Pick<LoaderFunctionArgs, "params" | "context">, on: Transaction = db()) {
  if (!(await isWithinLimit("roll link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(on, params.partnership);
  return { partnership, election: await findPublicElection(on, partnership.id, params.election) };
}

/** The delegates of the organisation that an entry belongs to, and whether whoever reads it may name more. */
async function delegatesOf(election: Election, voter: Voter, now: Date) {
  const beside = await listDelegates(db(), election, voter);
  const mayName = mayNameDelegates({ delegates: election.delegates, state: electionState(election, now), isPrepared: isPrepared(election) }) && speaksForOrganisation(voter, beside);
  return {
    ...{ each: election.delegates, mayName, isFull: freePlace(beside.map(({ place }) => place), election.delegates) === null },
    named: beside.map(({ id, delegate, place, namedAt }) => ({ id, delegate, place, mayTakeBack: mayName && namedAt !== null && id !== voter.id })),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await findNamed(args);
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const token = query.get("key") ?? "";
  const voter = await findVoterByLink(db(), election, token, now);
  const state = voter ? ("found" as const) : query.has("made") ? ("made" as const) : ("dead" as const);
  const [letter] = voter?.letters ?? [];
  const page = {
    title: titleOf(words.t(`roll:mine.${state}.title-of`, { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, state, token },
    delegates: voter && hasDelegates(election) ? await delegatesOf(election, voter, now) : null,
    done: deeds.find((one) => one === query.get("done")) ?? null,
    entries: { ...voterAsTyped(null), language },
    mayReplace: voter !== null && electionState(election, now) === "poll-open" && votesOnline(election.method) && pollKey(election.id) !== null,
    voter: voter && {
      ...{ name: voter.name, delegate: voter.delegate, place: voter.place, number: voter.number, way: wayOf(voter), code: codeOfEntry(election, voter, words.date) },
      ...{ to: voter.email && maskAddress(voter.email), isAmiss: letter?.delivery === "failed" || letter?.delivery === "returned", sentOn: letter?.sentAt ? words.date(dayOf(letter.sentAt)) : null },
    },
  };
  return data(page, { status: state === "dead" ? 410 : 200 });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const form = await readForm(args.request, { longest: 4000 });
  const token = form.get("key") ?? "";
  const { partnership, election } = await findNamed(args);
  const deed = deeds.find((one) => one === form.get("deed"));
  if (deed !== undefined) {
    const refused = await inTransaction((transaction) => changeDelegates(transaction, { partnershipId: partnership.id, electionId: election.id, now }, token, deed, Object.fromEntries(form)));
    return refused ? data(refused, { status: 422 }) : redirect(electionPath(partnership, election, "my-entry", { key: token, done: deed }));
  }
  const isMade = await inTransaction(async (transaction) => {
    const voter = await findVoterByLink(transaction, election, token, now);
    if (!voter || electionState(election, now) !== "poll-open" || pollKey(election.id) === null) return false;
    await replaceCode(transaction, { partnershipId: partnership.id, personId: null, now }, election, voter.id, { way: wayOf(voter), reason: "" });
    return true;
  });
  // The loader then says that the link is dead.
  return isMade ? redirect(electionPath(partnership, election, "my-entry", { made: "yes" })) : data(null, { status: 410 });
}

/** Names a delegate or takes one back, for whoever speaks for the organisation, while that may be done; the page says where it may not any more. */
async function changeDelegates(transaction: Transaction, { partnershipId, electionId, now }: { partnershipId: string; electionId: string; now: Date }, token: string, deed: (typeof deeds)[number], entries: Record<string, string>): Promise<Refused | null> {
  const election = await holdElection(transaction, partnershipId, electionId);
  const voter = await findVoterByLink(transaction, election, token, now);
  if (!voter || !(await delegatesOf(election, voter, now)).mayName) return null;
  const by = { partnershipId, personId: null, now };
  if (deed === "unname") {
    await unnameDelegate(transaction, by, election, voter, entries.delegate ?? "");
    return null;
  }
  const refuse = (problems: Refused["problems"]): Refused => ({ entries, problems, clashes: [], now: {} });
  const read = readVoter({ ...entries, name: voter.name }, election.electorate);
  if (!read.ok) return refuse(read.problem);
  const { delegate, email, post, language } = read.value;
  const why = await nameDelegate(transaction, by, election, voter, { delegate, email, post, language });
  return why && refuse([{ field: "delegate", code: why, most: election.delegates }]);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MyEntryPage() {
  const { partnership, election, state, token, voter, delegates, done, entries, mayReplace } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | null | undefined;
  const { t, number } = useWords();
  const fields = useFields({ say: (name) => t(`roll:field.${name}`), sayProblem: (code, values) => t(`roll:problem.${code}`, values) }, { loaded: entries, refused: refused ?? undefined });
  if (voter === null) {
    return (
      <>
        <PageHeading caption={<InLanguage text={election.title} />}>{t(`roll:mine.${state}.title`)}</PageHeading>
        <p className="govuk-body">{t(`roll:mine.${state}.text`)}</p>
        <p className="govuk-body">
          <PageLink to={electionPath(partnership, election, state === "made" ? "" : "on-the-roll")}>{t(`roll:mine.${state}.link`)}</PageLink>
        </p>
      </>
    );
  }
  const sent = voter.code.code === "sent" || voter.code.code === "posted";
  return (
    <>
      <ErrorSummary errors={fields.errors} />
      {done && !refused && <NotificationBanner kind="success">{t(`roll:delegates.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("roll:mine.found.title")}</PageHeading>
      <SummaryList
        rows={[
          { key: "name", label: t("roll:mine.name"), value: <bdi>{voter.name}</bdi> },
          ...(voter.delegate === "" ? [] : [{ key: "delegate", label: t("roll:table.delegate"), value: <bdi>{voter.delegate}</bdi> }]),
          ...(voter.place === null ? [] : [{ key: "place", label: t("roll:table.place"), value: number(voter.place) }]),
          { key: "number", label: t("roll:table.number"), value: number(voter.number) },
          {
            ...{ key: "code", label: t("roll:mine.code") },
            value: sent && voter.way === "email" && voter.code.code === "sent" ? t("roll:mine.sent-to", { date: voter.code.on, to: voter.to ?? "" }) : t(`roll:answer.code.${voter.code.code}`, { on: voter.code.on }),
          },
          ...(voter.isAmiss ? [{ key: "amiss", label: t("roll:mine.amiss"), value: t("roll:mine.amiss-text") }] : []),
        ]}
      />
      {delegates && <NameDelegates {...delegates} name={voter.name} token={token} fields={fields} />}
      {mayReplace && (
        <form method="post" noValidate>
          <input type="hidden" name="key" value={token} />
          <h2 className="govuk-heading-m">{t("roll:mine.new.title")}</h2>
          <p className="govuk-body">{t(`roll:mine.new.text-${voter.way}`, { to: voter.to ?? "" })}</p>
          <Button>{t("roll:mine.new.do")}</Button>
        </form>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election)}>{t("roll:ask.back")}</PageLink>
      </p>
    </>
  );
}
