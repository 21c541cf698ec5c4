// The returning officer prepares the poll: its key is made, everybody on the roll gets a code, and from then on the roll changes only entry
// by entry, with a reason.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { preparePoll } from "../codes.store.server.ts";
import { hasDelegates } from "../delegates.ts";
import { countDelegates } from "../delegates.store.server.ts";
import { electionState, holdElection, promiseOrderOnly, type Election } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { officeElectionPath } from "../paths.ts";
import { isFew, whyNotPrepared } from "../preparing.ts";
import { countVoters, listConflicts, listFewInParts } from "../roll.store.server.ts";
import { codeLettersPath, preparePath, rollPath, voterPath } from "../roll-paths.ts";
import { isPrepared } from "../steps.ts";
import { pollClosesAt } from "../timetable.ts";
import { FewVoters } from "../ui/few-voters.tsx";
import { RollConflicts } from "../ui/roll-conflicts.tsx";

async function whyNot(on: Parameters<typeof countVoters>[0], election: Election, now: Date) {
  const [{ standing }, conflicts, { misplaced }] = [await countVoters(on, election), await listConflicts(on, election, 1), await countDelegates(on, election)];
  return whyNotPrepared({ state: electionState(election, now), isPrepared: isPrepared(election), closesAt: election.timetable && pollClosesAt(election.timetable), standing, conflicts: conflicts.length, delegates: election.delegates, misplaced }, now);
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, by } = await requireElectionOffice(args, ["returning-officer"]);
  const { language } = args.context;
  const words = wordsFor(language);
  const why = await whyNot(db(), election, by.now);
  const asks = why === null && new URL(args.request.url).searchParams.has("ask");
  const title = textIn(election.title, language).text;
  return {
    title: titleOf(words.t(asks ? "roll:prepare.ask.title" : "roll:prepare.title-of", { title }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, resultsDetail: election.resultsDetail, hasReserves: election.reserves.length > 0 }, name: title, why, asks, counts: await countVoters(db(), election), conflicts: await listConflicts(db(), election) },
    delegates: hasDelegates(election) ? await countDelegates(db(), election) : null,
    fewInParts: await listFewInParts(db(), election),
    ...{ opens: election.timetable && words.date(election.timetable.pollOpensOn), closes: election.timetable && words.instant(pollClosesAt(election.timetable)) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, by } = await requireElectionOffice(args, ["returning-officer"]);
  const deed = (await readForm(args.request)).get("deed");
  const id = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    const why = await whyNot(transaction, election, by.now);
    if (why !== null && why !== "prepared") throw badRequest();
    if (deed === "order-only") {
      const { standing } = await countVoters(transaction, election);
      if (why === null && isFew(standing) && election.resultsDetail !== "order") await promiseOrderOnly(transaction, by, election);
      return null;
    }
    if (why === null) await preparePoll(transaction, by, election);
    return election.id;
  }, 120_000);
  return redirect(id === null ? preparePath(partnership, { id: args.params.election! }) : codeLettersPath(partnership, { id }, { done: "prepared" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreparePage() {
  const { partnership, election, name, why, asks, counts, conflicts, delegates, fewInParts, opens, closes } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = preparePath(partnership, election);
  if (asks) {
    return (
      <Confirming
        question={t("roll:prepare.ask.title", { title: name })}
        consequence={t("roll:prepare.ask.text", { count: counts.standing, number: number(counts.standing), date: opens ?? "" })}
        yes={{ name: "deed", value: "prepare", text: t("roll:prepare.ask.yes"), look: "main" }}
        no={t("roll:prepare.ask.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={name} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("roll:prepare.title")}</PageHeading>
      <p className="govuk-body">{t("roll:prepare.text")}</p>
      <SummaryList
        rows={[
          { key: "standing", label: t("roll:prepare.standing"), value: number(counts.standing) },
          ...(delegates ? [{ key: "named", label: t("roll:delegates.named"), value: t("roll:delegates.named-of", { named: number(delegates.named), places: number(delegates.places), organisations: number(delegates.organisations) }) }] : []),
          {
            ...{ key: "unreached", label: t("roll:prepare.unreached") },
            value: counts.unreached === 0 ? number(0) : <PageLink to={rollPath(partnership, election, { filter: "unreached" })}>{t("roll:prepare.unreached-of", { number: number(counts.unreached), all: number(counts.standing) })}</PageLink>,
          },
          { key: "opens", label: t("roll:prepare.opens"), value: opens ?? "" },
          { key: "closes", label: t("roll:prepare.closes"), value: closes ?? "" },
        ]}
      />
      {isFew(counts.standing) && <FewVoters {...{ election, mayChoose: why === null }} />}
      {fewInParts.length > 0 && !isFew(counts.standing) && (
        <>
          <WarningText>{t("roll:prepare.few-in-parts")}</WarningText>
          <ul className="govuk-list govuk-list--bullet">
            {fewInParts.map(({ id, name: part, standing }) => (
              <li key={id}>
                <InLanguage text={part} />: {number(standing)}
              </li>
            ))}
          </ul>
        </>
      )}
      {delegates && delegates.named < delegates.places && <p className="govuk-body">{t("roll:delegates.no-vote")}</p>}
      {counts.unreached > 0 && <p className="govuk-body">{t("roll:prepare.unreached-text")}</p>}
      <RollConflicts conflicts={conflicts.map(({ email, voters: those }) => ({ of: email, voters: those }))} text={t(delegates ? "roll:conflict.delegates" : "roll:conflict.text")} hrefOf={(id) => voterPath(partnership, election, id)} />
      {why === null ? <ButtonLink to={`${here}?ask`}>{t("roll:prepare.next")}</ButtonLink> : <p className="govuk-body">{t(`roll:prepare.not.${why}`)}</p>}
      <p className="govuk-body">
        <PageLink to={rollPath(partnership, election)}>{t("roll:list.title")}</PageLink>
      </p>
    </>
  );
}
