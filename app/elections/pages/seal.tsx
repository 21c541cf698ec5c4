// The sealing of the box by the returning officer: what it needs, a second question, how far it is, and afterwards what was published by it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { hasDelegates } from "../delegates.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { arePapersDone, reconciliationOf } from "../papers.store.server.ts";
import { totalsToTell } from "../order-only.ts";
import { electionPath, officeElectionPath } from "../paths.ts";
import { sealingSteps, standingOfRun } from "../sealing-run.ts";
import { findSealingRun, startSealing } from "../sealing-runs.store.server.ts";
import { finishSealing } from "../sealing.store.server.ts";
import { isSealed } from "../steps.ts";
import { JobProgress } from "../ui/job-progress.tsx";
import { SealedFacts } from "../ui/sealed-facts.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state, offices } = await requireElectionOffice(args);
  const search = new URL(args.request.url).searchParams;
  const sums = await reconciliationOf(db(), election);
  const did = (kind: "sealed" | "key-destroyed") => election.steps.some((step) => step.kind === kind);
  const run = await findSealingRun(db(), election);
  const words = wordsFor(language);
  const isReady = state === "poll-closed" && arePapersDone(election.steps, sums);
  const maySeal = offices.includes("returning-officer");
  return {
    title: titleOf(words.t("poll:seal.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, delegates: election.delegates, issued: election.issued, totals: offices.some((one) => one !== "keeper") ? election.totals : totalsToTell(election), ballotHash: election.ballotHash, rulesHash: election.rulesHash } },
    ...{ isClosed: state === "poll-closed", isSealed: did("sealed"), isKeyGone: did("key-destroyed"), isReady, maySeal, sums },
    run: run && { ...run, standing: standingOfRun(run, now) },
    asks: search.has("sure") && isReady && maySeal && (run === null || standingOfRun(run, now) !== "under-way"),
    isBegun: search.has("begun"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, election, state, by } = await requireElectionOffice(args, ["returning-officer"]);
  const deed = (await readForm(args.request)).get("deed");
  const here = redirect(officeElectionPath(partnership, election, "seal", { begun: "yes" }));
  if (deed === "finish") {
    await finishSealing(by, election.id);
    return here;
  }
  if (deed !== "seal") throw badRequest();
  if (!isSealed(election)) {
    const problem = state !== "poll-closed" ? "open" : arePapersDone(election.steps, await reconciliationOf(db(), election)) ? null : "papers";
    if (problem !== null) return data({ code: problem }, { status: 409 });
    await startSealing(by, election);
  }
  return here;
}

export const handle = { width: "work", scripts: ["keep-looking"] };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SealPage() {
  const { partnership, election, isClosed, isSealed, isKeyGone, isReady, maySeal, sums, run, asks, isBegun } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, share, instant } = useWords();
  const problem = refused ? { ...refused, count: null } : run?.problem ? { code: run.problem, count: run.count } : null;
  const isUnderWay = run?.standing === "under-way";
  const here = (query = {}) => officeElectionPath(partnership, election, "seal", query);
  if (asks && !refused) {
    return <Confirming question={t("poll:seal.question")} consequence={t("poll:seal.consequence")} yes={{ name: "deed", value: "seal", text: t("poll:seal.yes") }} no={t("poll:seal.no")} backTo={here()} />;
  }
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={t("poll:papers.back")} />
      <ErrorSummary errors={problem && !isSealed ? [{ href: "#seal", text: t(`poll:not-sealed.${problem.code}`, { count: problem.count ?? 0, number: number(problem.count ?? 0) }) }] : []} />
      {isBegun && isKeyGone && <NotificationBanner kind="success">{t("poll:seal.done")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:seal.title")}</PageHeading>
      {isUnderWay && (
        <JobProgress
          says={t("poll:sealing.at", { since: instant(run.startedAt), place: number(sealingSteps.indexOf(run.step) + 1), steps: number(sealingSteps.length), what: t(`poll:sealing.step.${run.step}`), share: share(run.percent, 100) })}
          percent={run.percent}
          lookAgainAt={here({ begun: "yes" })}
        />
      )}
      {isSealed ? (
        <>
          <SealedFacts {...election} />
          {!isUnderWay && <p className="govuk-body">{t(isKeyGone ? "poll:seal.key-gone" : "poll:seal.key-there")}</p>}
          {!isKeyGone && !isUnderWay && maySeal && (
            <form method="post">
              <Button name="deed" value="finish">{t("poll:seal.finish")}</Button>
            </form>
          )}
          <p className="govuk-body">
            <PageLink to={electionPath(partnership, election, "tracking")}>{t("poll:seal.public")}</PageLink>
          </p>
        </>
      ) : (
        <>
          <p className="govuk-body" id="seal" tabIndex={-1}>{t("poll:seal.text")}</p>
          <SummaryList
            rows={[
              { key: "issued", label: t(hasDelegates(election) ? "poll:total.issued-delegates" : "poll:total.issued"), value: number(election.issued ?? 0) },
              { key: "accepted", label: t("poll:papers.sum.accepted"), value: number(sums.accepted) },
              { key: "agreed", label: t("poll:papers.sum.agreed"), value: number(sums.agreed) },
            ]}
          />
          {run?.standing === "broken-off" && <WarningText>{t("poll:sealing.broken-off", { at: instant(run.startedAt) })}</WarningText>}
          {!isClosed && <WarningText>{t("poll:seal.not-closed")}</WarningText>}
          {isClosed && !isReady && <WarningText>{t("poll:seal.papers-first")}</WarningText>}
          {isReady && maySeal && !isUnderWay && (
            <p className="govuk-body">
              <PageLink to={here({ sure: "yes" })}>{t(run ? "poll:seal.begin-again" : "poll:seal.begin")}</PageLink>
            </p>
          )}
          {isReady && !maySeal && <p className="govuk-body">{t("poll:seal.not-you")}</p>}
        </>
      )}
    </>
  );
}
