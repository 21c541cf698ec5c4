// The result of an election: who was elected and why, who voted, stage by stage, and everything it takes to count again.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { variantOf } from "#app/counting/rule-sets.ts";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findContest, findCount, findDeclaration, listStanders, orderOfLots } from "../counts.store.server.ts";
import { electionState, findPublicElection } from "../elections.store.server.ts";
import { dayOfStep } from "../keeping.ts";
import { findPublishedFiles } from "../keeping.store.server.ts";
import { orderOf, tellsOrderOnly } from "../order-only.ts";
import { electionPath, electionsPath } from "../paths.ts";
import { publishedContest } from "../publishing.ts";
import { sayReserve, sayTie, namesOf, sayVotes } from "../said.ts";
import { BelowTurnout } from "../ui/below-turnout.tsx";
import { CountedDelegates } from "../ui/counted-delegates.tsx";
import { FileDestroyed } from "../ui/file-destroyed.tsx";
import { FlowPicture } from "../ui/flow-picture.tsx";
import { OrderResult, OrderWinners } from "../ui/order-result.tsx";
import { RecountFiles } from "../ui/recount-files.tsx";
import { StageList, StageTable } from "../ui/stages.tsx";
import { Unelected, Winners } from "../ui/winners.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { language, now } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const declaration = await findDeclaration(db(), election);
  const isLoading = election.origin === "loaded" && !declaration;
  // because a provisional result is for the office until it is declared
  if (!declaration && !isLoading) throw redirect(electionPath(partnership, election));
  const count = declaration ? await findCount(db(), election) : null;
  const standers = await listStanders(db(), election);
  const { t } = wordsFor(language);
  const sheet = declaration?.isBelowTurnout ? null : (count?.sheet ?? null);
  const isOrderOnly = tellsOrderOnly(election);
  const failed = election.steps.find(({ kind }) => kind === "count-failed")?.facts.why;
  return {
    title: titleOf(t("results:title-of", { title: textIn(election.title, language).text }), language, partnership),
    partnership,
    election: {
      ...{ id: election.id, title: election.title, network: election.network.name, rules: election.rules, origin: election.origin, source: election.source },
      ...{ totals: isOrderOnly ? null : election.totals, issued: election.totals?.issued ?? null, turnoutLeast: election.turnoutLeast, shortfall: election.shortfall, ballotHash: election.ballotHash, lotText: election.lotText, hasReserves: election.reserves.length > 0 },
      state: electionState(election, now),
    },
    declaration,
    ...{ isOrderOnly, sheet: isOrderOnly ? null : sheet, order: isOrderOnly && sheet ? orderOf(sheet) : null },
    organisations: standers.flatMap(({ number, organisation }) => (organisation ? [[number, organisation] as const] : [])),
    kind: count ? ((await findPublishedFiles(db(), election))?.kind ?? publishedContest(election, (await findContest(db(), election)).contest, count.sheet).kind) : null,
    destroyedOn: dayOfStep(election.steps, "file-destroyed"),
    lots: count?.sheet.ties.some(({ by }) => by === "lot") ? await orderOfLots(election, standers.length) : null,
    failed: failed === "infeasible" || failed === "differ" ? failed : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ResultPage() {
  const { partnership, election, declaration, sheet, order, isOrderOnly, organisations, kind, destroyedOn, lots, failed } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number, share, date, language } = words;
  const beside = new Map(organisations);
  const heading = (
    <>
      <BackLink to={election.origin === "loaded" ? electionsPath(partnership) : electionPath(partnership, election)} text={election.origin === "loaded" ? t("results:all") : textIn(election.title, language).text} />
      <PageHeading caption={<InLanguage text={election.network} />}>{t("results:title-of", { title: textIn(election.title, language).text })}</PageHeading>
    </>
  );
  if (!declaration) {
    return (
      <>
        {heading}
        <p className="govuk-body-l">{t(failed ? `results:failed.${failed}` : "results:counting")}</p>
      </>
    );
  }
  const { totals } = election;
  const votersInvalid = sheet?.invalid ?? 0;
  return (
    <>
      {heading}
      <p className="govuk-body">{election.origin === "loaded" ? t("results:held-on", { date: date(declaration.dates.noticeOn ?? declaration.dates.countedOn) }) : t("results:declared-on", { date: date(declaration.declaredAt.slice(0, 10)) })}</p>
      <h2 className="govuk-heading-m">{t("results:elected")}</h2>
      {sheet ? (
        <Winners sheet={sheet} beside={beside} />
      ) : order ? (
        <OrderWinners {...{ order, beside }} />
      ) : declaration.isBelowTurnout ? (
        <BelowTurnout least={election.turnoutLeast ?? 0} shortfall={election.shortfall} />
      ) : (
        <>
          <p className="govuk-body">{t("results:unopposed")}</p>
          <ul className="winners">
            {declaration.candidates.map(({ number: candidate, name, organisation }) => (
              <li key={candidate} className="winners__one">
                <p className="winners__name">
                  <bdi>{name}</bdi>
                  {organisation && (
                    <span className="winners__beside">
                      <bdi>{organisation}</bdi>
                    </span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {declaration.seats > declaration.elected.length && !declaration.isBelowTurnout && (
        <InsetText>{t("results:empty", { number: number(declaration.seats - declaration.elected.length), of: number(declaration.seats) })}</InsetText>
      )}
      {(sheet ?? order ?? declaration.isBelowTurnout) && (
        <>
          <h2 className="govuk-heading-m">{t("results:turnout.heading")}</h2>
          {totals && <p className="govuk-body">{t("results:turnout.of", { returned: number(totals.returned), issued: number(totals.issued), share: share(totals.returned, totals.issued) })}</p>}
          <CountedDelegates delegates={declaration.delegates} />
          {isOrderOnly && election.issued !== null && <p className="govuk-body">{t("results:turnout.not-told", { issued: number(election.issued) })}</p>}
        </>
      )}
      {order && (
        <>
          <p className="govuk-body">{t(`results:rules.${election.rules}`)}</p>
          <p className="govuk-body">{t("results:how.two")}</p>
          <OrderResult {...{ order, beside }} />
        </>
      )}
      {sheet && (
        <>
          <p className="govuk-body">{t(votersInvalid === 0 ? "results:turnout.all-papers" : "results:turnout.papers", { valid: number(sheet.valid), all: number(sheet.valid + votersInvalid), invalid: number(votersInvalid) })}</p>
          {totals && (
            <SummaryList ruled={false} rows={(["online", "paper", "blank", "spoilt", "void"] as const).map((key) => ({ key, label: t(`results:turnout.${key}`), value: number(totals[key]) }))} />
          )}
          <h2 className="govuk-heading-m">{t("results:how.heading")}</h2>
          <p className="govuk-body">{t(`results:rules.${election.rules}`)}</p>
          {sheet.quota !== null && <p className="govuk-body">{t("results:how.quota", { quota: sayVotes(sheet.quota, words), seats: number(sheet.seats) })}</p>}
          <p className="govuk-body">{t("results:how.two")}</p>
          <h2 className="govuk-heading-m">{t("results:stages.heading")}</h2>
          <p className="govuk-body">{t("results:stages.lead")}</p>
          <StageList sheet={sheet} />
          <StageTable sheet={sheet} />
          {sheet.stages.length > 1 && <FlowPicture sheet={sheet} />}
          {election.hasReserves && (
            <>
              <h2 className="govuk-heading-m">{t("results:reserves.heading")}</h2>
              {sheet.reserves.length === 0 ? (
                <p className="govuk-body">{t("results:reserves.none")}</p>
              ) : (
                <ul className="govuk-list govuk-list--bullet">
                  {sheet.reserves.map((note, index) => (
                    <li key={index}>{sayReserve(sheet, note, words)}</li>
                  ))}
                </ul>
              )}
            </>
          )}
          <h2 className="govuk-heading-m">{t("results:ties.heading")}</h2>
          {sheet.ties.length === 0 ? (
            <p className="govuk-body">{t("results:ties.none")}</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {sheet.ties.map((tie, index) => (
                <li key={index}>{sayTie(sheet, tie, words)}</li>
              ))}
            </ul>
          )}
          {lots && (
            <>
              {election.origin === "held" && election.lotText !== null && <p className="govuk-body">{t("results:ties.drawn", { text: election.lotText })}</p>}
              <p className="govuk-body">{t("results:ties.order", { names: namesOf(sheet, lots, words) })}</p>
            </>
          )}
          <h2 className="govuk-heading-m">{t("results:others.heading")}</h2>
          <Unelected sheet={sheet} beside={beside} />
        </>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election, "declaration")}>{t("results:declaration.link")}</PageLink>
      </p>
      {kind !== null && (
        <>
          <h2 className="govuk-heading-m">{t("results:files.heading")}</h2>
          {(kind === "paths" || kind === "full") && <p className="govuk-body">{t("results:files.text")}</p>}
          <RecountFiles partnership={partnership} election={election} kind={kind} hasReserves={election.hasReserves} />
          <p className="govuk-body">
            <PageLink to={electionPath(partnership, election, "recount")}>{t(kind === "paths" || kind === "full" ? "results:files.browser" : "results:recount.title")}</PageLink>
          </p>
          <p className="govuk-body">{t("results:files.version", { version: variantOf(election.rules) })}</p>
          {election.ballotHash !== null && <p className="govuk-body">{t(election.origin === "loaded" ? "results:files.loaded-hash" : "results:files.hash", { hash: election.ballotHash })}</p>}
        </>
      )}
      <FileDestroyed on={destroyedOn} />
      {election.origin === "loaded" && <p className="govuk-body">{t("results:source", { source: textIn(election.source, language).text })}</p>}
    </>
  );
}
