// The declaration of a result as a formal notice, to be read and printed. [D6]
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { variantOf } from "#app/counting/rule-sets.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList, type SummaryRow } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCount, findDeclaration } from "../counts.store.server.ts";
import { emptyPlaces } from "../declaration.ts";
import { electionState, findPublicElection } from "../elections.store.server.ts";
import { mayChallenge } from "../outcome.ts";
import { orderOf, tellsOrderOnly } from "../order-only.ts";
import { electionPath } from "../paths.ts";
import { sayReserve, sayTie, sayVotes } from "../said.ts";
import { BelowTurnout } from "../ui/below-turnout.tsx";
import { CountedDelegates } from "../ui/counted-delegates.tsx";
import { OrderNotes } from "../ui/order-result.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const declaration = await findDeclaration(db(), election);
  if (!declaration) throw redirect(electionPath(partnership, election));
  const sheet = declaration.isBelowTurnout ? null : ((await findCount(db(), election))?.sheet ?? null);
  const isOrderOnly = tellsOrderOnly(election);
  const { id, rules, totals, turnoutLeast, shortfall, ballotHash, rulesHash, lotText, constituency } = election;
  return {
    title: titleOf(wordsFor(language).t("results:declaration.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, declaration, isOrderOnly, sheet: isOrderOnly ? null : sheet, order: isOrderOnly && sheet ? orderOf(sheet) : null },
    ...{ election: { id, rules, totals: isOrderOnly ? null : totals, issued: totals?.issued ?? null, turnoutLeast, shortfall, ballotHash, rulesHash, lotText, constituency }, declaredOn: dayOf(new Date(declaration.declaredAt)), mayChallenge: mayChallenge(electionState(election, now), election.timetable, now), variant: variantOf(rules) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DeclarationPage() {
  const { partnership, declaration, isOrderOnly, sheet, order, election, declaredOn, mayChallenge: isOpen, variant } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, date, instant, number, share, language } = words;
  const { dates, term, totals } = { ...declaration, totals: election.totals };
  const row = (key: string, value: React.ReactNode): SummaryRow[] => (value === null || value === "" ? [] : [{ key, label: t(`results:declaration.${key}`), value }]);
  const votesOf = (candidate: number) => {
    const last = sheet?.stages.findLast((stage) => stage.votes[candidate] !== undefined);
    const first = sheet?.stages[0]?.votes[candidate];
    return { first: first === undefined ? "" : sayVotes(first, words), last: last ? sayVotes(last.votes[candidate]!, words) : "" };
  };
  const isElected = (candidate: number) => declaration.elected.includes(candidate);
  const inOrder = order?.order ?? [...declaration.elected, ...declaration.candidates.map((one) => one.number).filter((one) => !isElected(one))];
  const named = new Map(declaration.candidates.map((one) => [one.number, one]));
  const empty = emptyPlaces(declaration);
  return (
    <>
      <BackLink to={electionPath(partnership, election, "result")} text={t("results:recount.back")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("results:declaration.title")}</PageHeading>
      <SummaryList
        rows={[
          ...row("election", <InLanguage text={declaration.title} />),
          ...row("network", <InLanguage text={declaration.network} />),
          ...row("constituency", election.constituency && <InLanguage text={election.constituency.name} />),
          ...row("places", number(declaration.seats)),
          ...row("notice", dates.noticeOn && date(dates.noticeOn)),
          ...row("poll", dates.pollOpensOn && dates.pollClosesAt && !declaration.isUnopposed ? t("results:declaration.poll-from-to", { from: date(dates.pollOpensOn), to: instant(new Date(dates.pollClosesAt)) }) : null),
          ...row("declared", date(declaredOn)),
          ...row("rules", t(`results:rule-name.${election.rules}`)),
          ...row("electorate", election.issued === null ? null : number(election.issued)),
          ...(declaration.delegates ? row("delegates", <CountedDelegates delegates={declaration.delegates} />) : []),
          ...row("turnout", isOrderOnly && election.issued !== null ? t("results:declaration.turnout-not-told") : null),
          ...row("turnout", totals && t("results:declaration.turnout-of", { returned: number(totals.returned), share: share(totals.returned, totals.issued) })),
          ...row("not-counted", totals && t("results:declaration.blank-and-spoilt", { blank: number(totals.blank), spoilt: number(totals.spoilt), void: number(totals.void) })),
          ...row("quota", sheet?.quota ? sayVotes(sheet.quota, words) : null),
          ...row("term", term && t("results:declaration.term-from-to", { from: date(term.startsOn), to: date(term.endsOn) })),
        ]}
      />
      <p className="govuk-body">{t(declaration.isUnopposed ? "results:unopposed" : declaration.isBelowTurnout ? "results:declaration.declare-nobody" : "results:declaration.declare")}</p>
      {declaration.isBelowTurnout && <BelowTurnout least={election.turnoutLeast ?? 0} shortfall={election.shortfall} />}
      <Table
        caption={t("results:declaration.candidates")}
        captionSize="m"
        columns={[
          { key: "name", heading: t("results:stages.candidate") },
          { key: "result", heading: t("results:declaration.result") },
          ...(sheet ? [{ key: "first", heading: t(sheet.quota === null ? "results:declaration.votes" : "results:declaration.first"), numeric: true }] : []),
          ...(sheet && sheet.quota !== null ? [{ key: "last", heading: t("results:declaration.last"), numeric: true }] : []),
        ]}
        rows={inOrder.map((candidate) => {
          const { first, last } = votesOf(candidate);
          const one = named.get(candidate);
          return {
            key: String(candidate),
            cells: [
              <span key="name">
                <bdi>{one?.name}</bdi>
                {one?.organisation && (
                  <>
                    <br />
                    <bdi className="govuk-!-font-weight-regular">{one.organisation}</bdi>
                  </>
                )}
              </span>,
              t(isElected(candidate) ? "results:declaration.is-elected" : "results:declaration.is-not"),
              ...(sheet ? [first] : []),
              ...(sheet && sheet.quota !== null ? [last] : []),
            ],
          };
        })}
      />
      {empty > 0 && !declaration.isBelowTurnout && <p className="govuk-body">{t("results:empty", { number: number(empty), of: number(declaration.seats) })}</p>}
      {sheet && sheet.reserves.length + sheet.ties.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("results:declaration.notes")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {sheet.reserves.map((note, index) => (
              <li key={`reserve-${index}`}>{sayReserve(sheet, note, words)}</li>
            ))}
            {sheet.ties.map((tie, index) => (
              <li key={`tie-${index}`}>{sayTie(sheet, tie, words)}</li>
            ))}
            {election.lotText !== null && sheet.ties.some(({ by }) => by === "lot") && <li>{t("results:ties.drawn", { text: election.lotText })}</li>}
          </ul>
        </>
      )}
      {order && order.reserves.length + order.lots.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("results:declaration.notes")}</h2>
          <OrderNotes order={order} />
        </>
      )}
      <h2 className="govuk-heading-m">{t("results:declaration.signed")}</h2>
      <SummaryList
        rows={[
          ...row("returning-officer", declaration.returningOfficer && <bdi>{declaration.returningOfficer}</bdi>),
          ...declaration.scrutineers.map(({ name, report }, index) => ({
            key: `scrutineer-${index}`,
            label: t("results:declaration.scrutineer"),
            value: (
              <>
                <bdi>{name}</bdi>
                <p className="plain-text" dir="auto">
                  {report}
                </p>
              </>
            ),
          })),
          ...row("variant", (sheet ?? order) && variant),
          ...row("ballot-hash", election.ballotHash && <span>{election.ballotHash}</span>),
          ...row("rules-hash", election.rulesHash && <span>{election.rulesHash}</span>),
        ]}
      />
      {dates.challengesUntil && (
        <p className="govuk-body">
          {t("results:declaration.challenge", { date: date(dates.challengesUntil) })}{" "}
          {isOpen && <PageLink to={electionPath(partnership, election, "challenge")}>{t("results:challenge.title")}</PageLink>}
        </p>
      )}
      <p className="govuk-body">{textIn(partnership.name, language).text}</p>
    </>
  );
}
