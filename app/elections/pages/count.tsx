// The count of an election for its returning officer and scrutineers: counted by both counters, signed, declared, challenged, confirmed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { variantOf } from "#app/counting/rule-sets.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { readText } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { chairElected } from "../chairing.store.server.ts";
import { declare, findCount, listStanders, orderOfLots } from "../counts.store.server.ts";
import type { Election } from "../elections.store.server.ts";
import { electionState, holdElection, takeStep } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dayOfStep } from "../keeping.ts";
import { deeds, isBelowTurnout, longest, waitFor, type Deed } from "../outcome.ts";
import { tellsOrderOnly } from "../order-only.ts";
import { listChallenges, recordChallengesRead, ruleOnChallenge, signCount } from "../outcome.store.server.ts";
import { electionPath, officeElectionPath } from "../paths.ts";
import { mayReturn, mayScrutinise } from "../policy.ts";
import { sayTie } from "../said.ts";
import { seatElected } from "../seating.store.server.ts";
import { FileDestroyed } from "../ui/file-destroyed.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { StageList, StageTable } from "../ui/stages.tsx";
import { Unelected, Winners } from "../ui/winners.tsx";

/** Who does what: the returning officer everything but signing. [D3] */
const ofScrutineers: readonly Deed[] = ["sign"];

async function situationOf(on: Parameters<typeof listChallenges>[0], election: Election, now: Date) {
  const challenges = await listChallenges(on, election);
  const steps = election.steps.map(({ kind }) => kind);
  const isUpheld = challenges.some(({ ruling }) => ruling === "upheld");
  return { challenges, situation: { ...election, state: electionState(election, now), steps, open: challenges.filter(({ ruling }) => ruling === null).length, isUpheld, isBelow: isBelowTurnout(election) } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, by } = await requireElectionOffice(args, ["returning-officer", "scrutineer"]);
  const { challenges, situation } = await situationOf(db(), election, now);
  if (challenges.length > 0) await recordChallengesRead(db(), by, election);
  const count = await findCount(db(), election);
  const standers = await listStanders(db(), election);
  const [isReturning, isScrutineer] = [mayReturn(election, by.personId), mayScrutinise(election, by.personId)];
  const own = deeds.filter((deed) => (ofScrutineers.includes(deed) ? isScrutineer : isReturning));
  const failed = situation.steps.lastIndexOf("count-failed") > situation.steps.lastIndexOf("sealed") ? election.steps.findLast(({ kind }) => kind === "count-failed")?.facts.why : null;
  const search = new URL(args.request.url).searchParams;
  return {
    title: titleOf(wordsFor(language).t("results:office.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, isReturning, sheet: count?.sheet ?? null, state: situation.state },
    election: { id: election.id, title: election.title, ballotHash: election.ballotHash, version: variantOf(election.rules), hasReserves: election.reserves.length > 0, lots: election.lotText === null ? null : (await orderOfLots(election, standers.length)).join(", "), hasSigned: election.signed.some(({ personId }) => personId === by.personId) },
    ...{ isOrderOnly: tellsOrderOnly(election), isBelow: isBelowTurnout(election) },
    destroyedOn: dayOfStep(election.steps, "file-destroyed"),
    isCounting: search.has("counting") && count === null && failed === null,
    ...{ without: Number(search.get("without") ?? 0), unnamed: Number(search.get("unnamed") ?? 0) },
    deeds: own.map((deed) => ({ deed, wait: waitFor(deed, situation, now) })).filter(({ wait }) => wait !== "not-now"),
    beside: standers.flatMap(({ number, organisation }) => (organisation ? [[number, organisation] as const] : [])),
    failed: failed === "infeasible" || failed === "differ" ? failed : null,
    challenges: challenges.map(({ id, name, grounds, sentAt, ruling, rulingReason }) => ({ id, name, grounds, sentAt: sentAt.toISOString(), ruling, rulingReason })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election, by } = await requireElectionOffice(args, ["returning-officer", "scrutineer"]);
  const form = await readForm(args.request, { longest: longest.report * 2 });
  const here = officeElectionPath(partnership, election, "count");
  const challengeId = form.get("challenge");
  const isReturning = mayReturn(election, by.personId);
  if (challengeId !== null) {
    const ruling = form.get("ruling");
    const reason = readText("reason", Object.fromEntries(form), passage);
    const isKnown = ruling === "upheld" || ruling === "dismissed";
    if (!isReturning || !isKnown || Object.keys(reason).length === 0) return data({ problem: "ruling" as const }, { status: 422 });
    await inTransaction(async (transaction) => ruleOnChallenge(transaction, by, partnership, await holdElection(transaction, partnership.id, election.id), challengeId, { ruling, reason }));
    return redirect(here);
  }
  const deed = deeds.find((one) => one === form.get("deed"));
  const isOwn = deed && (ofScrutineers.includes(deed) ? mayScrutinise(election, by.personId) : isReturning);
  if (!deed || !isOwn) return data({ problem: "not-yours" as const }, { status: 403 });
  const report = passage(form.get("report") ?? "");
  if (deed === "sign" && (report === "" || report.length > longest.report)) return data({ problem: "report" as const }, { status: 422 });
  const reason = readText("reason", Object.fromEntries(form), passage);
  if (deed === "annul" && Object.keys(reason).length === 0) return data({ problem: "reason" as const }, { status: 422 });
  return inTransaction(async (transaction) => {
    const held = await holdElection(transaction, partnership.id, election.id);
    const { situation } = await situationOf(transaction, held, now);
    // because somebody else, or the same press twice, may have done it meanwhile
    if (waitFor(deed, situation, now) !== null) return redirect(here);
    const standers = await listStanders(transaction, held);
    const sheet = (await findCount(transaction, held))?.sheet ?? null;
    switch (deed) {
      case "count":
        await addJob(transaction, "count-election", { partnershipId: partnership.id, electionId: held.id, personId: by.personId }, { key: `count-election ${held.id}` });
        return redirect(`${here}?counting=yes`);
      case "sign":
        await signCount(transaction, by, held, report);
        return redirect(here);
      case "declare":
        await declare(transaction, by, held, { sheet, standers });
        return redirect(electionPath(partnership, held, "result"));
      case "confirm": {
        await takeStep(transaction, by, held, { kind: "confirmed" });
        const elected = isBelowTurnout(held) ? [] : sheet ? sheet.elected.flatMap((number) => standers.filter((one) => one.number === number)) : standers;
        const { without } = await seatElected(transaction, by, held, elected);
        const unnamed = await chairElected(transaction, by, held, elected, sheet !== null);
        return redirect(officeElectionPath(partnership, held, "count", { without: without > 0 ? String(without) : null, unnamed: unnamed > 0 ? String(unnamed) : null }));
      }
      case "annul":
        await takeStep(transaction, by, held, { kind: "annulled", reason });
        return redirect(here);
    }
  });
}

export const handle = { width: "work", scripts: ["keep-looking"] };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CountPage() {
  const { partnership, election, sheet, deeds: own, beside, failed, isCounting, without, unnamed, challenges, isReturning, isOrderOnly, isBelow, state, destroyedOn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const words = useWords();
  const problem = refused && "problem" in refused ? t(`results:office.problem.${refused.problem}`) : undefined;
  const organisations = new Map(beside);
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={t("results:office.back")} />
      <ErrorSummary errors={problem ? [{ href: "#deeds", text: problem }] : []} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("results:office.title")}</PageHeading>
      <FileDestroyed on={destroyedOn} />
      {election.ballotHash !== null && destroyedOn === null && (
        <>
          <h2 className="govuk-heading-m">{t("results:office.sealed")}</h2>
          <p className="govuk-body">{t("results:office.sealed-about")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {(election.hasReserves ? (["sealed.blt", "sealed.con"] as const) : (["sealed.blt"] as const)).map((part) => (
              <li key={part}>
                <a className="govuk-link" href={officeElectionPath(partnership, election, part)} download>
                  {t(part === "sealed.blt" ? "results:files.ballots" : "results:files.reserves")}
                </a>
              </li>
            ))}
          </ul>
          {election.lots !== null && <p className="govuk-body">{t("results:office.lots", { order: election.lots })}</p>}
          <p className="govuk-body">{t("results:files.hash", { hash: election.ballotHash })}</p>
        </>
      )}
      {failed && <InsetText>{t(`results:failed.${failed}`)}</InsetText>}
      {isCounting && <JobProgress says={t("results:counting")} percent={null} lookAgainAt={officeElectionPath(partnership, election, "count", { counting: "yes" })} />}
      {isBelow && <InsetText>{t("results:office.below")}</InsetText>}
      {isOrderOnly && <InsetText>{t("results:office.order-only")}</InsetText>}
      {unnamed > 0 && <InsetText>{t("results:office.unnamed", { number: number(unnamed) })}</InsetText>}
      {without > 0 && <InsetText>{t("results:office.without", { number: number(without) })}</InsetText>}
      {sheet && (
        <>
          <h2 className="govuk-heading-l">{t("results:elected")}</h2>
          <Winners sheet={sheet} beside={organisations} />
          <h2 className="govuk-heading-l">{t("results:stages.heading")}</h2>
          <StageList sheet={sheet} />
          <StageTable sheet={sheet} />
          {sheet.ties.length > 0 && (
            <>
              <h2 className="govuk-heading-l">{t("results:ties.heading")}</h2>
              <ul className="govuk-list govuk-list--bullet">
                {sheet.ties.map((tie, index) => (
                  <li key={index}>{sayTie(sheet, tie, words)}</li>
                ))}
              </ul>
            </>
          )}
          <h2 className="govuk-heading-l">{t("results:others.heading")}</h2>
          <Unelected sheet={sheet} beside={organisations} />
          <p className="govuk-body">{t("results:how.two")}</p>
          <p className="govuk-body">{t("results:files.version", { version: election.version })}</p>
        </>
      )}
      <div id="deeds">
        {own.map(({ deed, wait }) => (
          <section key={deed}>
            <h2 className="govuk-heading-m">{t(`results:office.deed.${deed}`)}</h2>
            <p className="govuk-body">{t(wait === null ? `results:office.about.${deed}` : `results:office.wait.${wait}`)}</p>
            {wait === null && (
              <form method="post" noValidate>
                {deed === "sign" && <Textarea name="report" rows={6} label={t("results:office.report")} hint={t(isOrderOnly ? "results:office.report-hint-order" : "results:office.report-hint")} error={refused && "problem" in refused && refused.problem === "report" ? problem : undefined} />}
                {deed === "annul" && <FieldsInLanguages name="reason" legend={t("results:office.reason")} rows={3} valueOf={() => ""} />}
                <Button name="deed" value={deed} look={deed === "annul" ? "warning" : "main"}>
                  {t(deed === "sign" && election.hasSigned ? "results:office.go.sign-again" : `results:office.go.${deed}`)}
                </Button>
              </form>
            )}
          </section>
        ))}
        {own.length === 0 && (
          <p className="govuk-body">
            {t("results:office.nothing")} {t(`elections:next.${isBelow && state === "counting" ? "below-turnout" : state}`)}
          </p>
        )}
      </div>
      {challenges.length > 0 && (
        <>
          <h2 className="govuk-heading-l">{t("results:office.challenges")}</h2>
          {challenges.map(({ id, name, grounds, sentAt, ruling, rulingReason }) => (
            <section key={id}>
              <h3 className="govuk-heading-m">
                <bdi>{name}</bdi>
              </h3>
              <p className="govuk-hint">{instant(new Date(sentAt))}</p>
              <p className="govuk-body plain-text" dir="auto">
                {grounds}
              </p>
              {ruling !== null && (
                <>
                  <p className="govuk-body">
                    <strong>{t(`results:office.ruling.${ruling}`)}</strong>
                  </p>
                  <p className="govuk-body">
                    <InLanguage text={rulingReason} />
                  </p>
                </>
              )}
              {ruling === null && isReturning && (
                <form method="post" noValidate>
                  <input type="hidden" name="challenge" value={id} />
                  <FieldsInLanguages name="reason" legend={t("results:office.reason")} rows={3} valueOf={() => ""} />
                  <Button name="ruling" value="dismissed" look="secondary">{t("results:office.dismiss")}</Button>{" "}
                  <Button name="ruling" value="upheld" look="warning">{t("results:office.uphold")}</Button>
                </form>
              )}
            </section>
          ))}
        </>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election)}>{t("results:office.public")}</PageLink>
      </p>
    </>
  );
}
