// How far the letters with codes have come, those to be printed, and reminders to whoever has not voted: that one was sent is shown, never
// to how many.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { config } from "#app/shared/config.server.ts";
import { db, inTransaction, isDemonstration } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countLetters } from "../codes.store.server.ts";
import type { ElectionState } from "../election.ts";
import { electionState, holdElection, type Election } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { officeElectionPath } from "../paths.ts";
import { lastHours, mostReminders, whyNoReminder } from "../reminder.ts";
import { askToRemind, remindedAt } from "../reminders.server.ts";
import { codeLettersPath, printPath, rollPath } from "../roll-paths.ts";
import { isPrepared } from "../steps.ts";
import { votesOnline } from "../voter-letters.ts";

function whyNot(election: Election, now: Date) {
  if (election.timetable === null) return "not-open" as const;
  return whyNoReminder({ state: electionState(election, now), timetable: election.timetable, votesOnline: votesOnline(election.method), remindedAt: remindedAt(election) }, now);
}

const isTime = (state: ElectionState) => state === "candidates-confirmed" || state === "poll-open";

const dones = ["prepared", "reminded"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, state, offices, by } = await requireElectionOffice(args);
  const { language } = args.context;
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const name = textIn(election.title, language).text;
  const mayRemind = offices.includes("returning-officer");
  const why = whyNot(election, by.now);
  const asks = mayRemind && why === null && query.get("ask") === "remind";
  return {
    title: titleOf(words.t(asks ? "roll:remind.ask.title" : "roll:letters.title-of", { title: name }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, name, isPrepared: isPrepared(election), isOpen: state === "poll-open", counts: await countLetters(db(), election) },
    ...{ mayRemind, mayPrint: mayRemind, takesPaper: election.method !== "online" && offices.some((one) => one !== "scrutineer") && isTime(state), why, asks, reminded: remindedAt(election).map((at) => words.instant(at)), done: dones.find((one) => one === query.get("done")) ?? null },
    ...{ opens: election.timetable && words.date(election.timetable.pollOpensOn), isShown: isDemonstration() && config().smtpUrl === undefined },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, by } = await requireElectionOffice(args, ["returning-officer"]);
  await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    const why = whyNot(election, by.now);
    if (why === null) await askToRemind(transaction, by, election);
    // pressed twice, it is asked for once
    else if (why !== "too-soon" && why !== "enough") throw badRequest();
  });
  return redirect(codeLettersPath(partnership, { id: args.params.election! }, { done: "reminded" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeLettersPage() {
  const { partnership, election, name, isPrepared: isReady, isOpen, counts, mayRemind, mayPrint, takesPaper, why, asks, reminded, done, opens, isShown } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = codeLettersPath(partnership, election);
  const undelivered = (count: number) => (count === 0 ? number(0) : <PageLink to={rollPath(partnership, election, { filter: "undelivered" })}>{number(count)}</PageLink>);
  const of = (count: number, all: number) => t("roll:letters.of", { number: number(count), all: number(all) });
  if (asks) {
    return (
      <Confirming question={t("roll:remind.ask.title", { title: name })} consequence={t("roll:remind.ask.text")} yes={{ name: "deed", value: "remind", text: t("roll:remind.ask.yes"), look: "main" }} no={t("roll:remind.ask.no")} backTo={here} />
    );
  }
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={name} />
      {done && <NotificationBanner kind="success">{t(`roll:letters.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("roll:letters.title")}</PageHeading>
      {!isReady ? (
        <p className="govuk-body">{t("roll:letters.not-prepared")}</p>
      ) : (
        <>
          {isShown && <InsetText>{t("roll:letters.demonstration")}</InsetText>}
          <p className="govuk-body">{t(isOpen ? "roll:letters.open" : "roll:letters.before", { date: opens ?? "" })}</p>
          <SummaryList
            rows={[
              { key: "email", label: t("roll:letters.email"), value: of(counts.sent, counts.email) },
              { key: "waiting", label: t("roll:letters.waiting"), value: number(counts.waiting) },
              { key: "failed", label: t("roll:letters.failed"), value: undelivered(counts.failed) },
              { key: "returned", label: t("roll:letters.returned"), value: undelivered(counts.returned) },
              { key: "post", label: t("roll:letters.post"), value: of(counts.posted, counts.post) },
            ]}
          />
          {counts.waiting > 0 && isOpen && <p className="govuk-body">{t("roll:letters.going")}</p>}
          <h2 className="govuk-heading-m">{t("roll:print.title")}</h2>
          <p className="govuk-body">{t(counts.post === counts.posted ? "roll:print.none" : "roll:print.text", { count: counts.post - counts.posted, number: number(counts.post - counts.posted) })}</p>
          {mayPrint && counts.post > counts.posted && <ButtonLink look="secondary" to={printPath(partnership, election)}>{t("roll:print.open")}</ButtonLink>}
          {takesPaper && (
            <p className="govuk-body">
              <PageLink to={officeElectionPath(partnership, election, "ballot-paper")}>{t("poll:printed.open")}</PageLink>
            </p>
          )}
          <h2 className="govuk-heading-m">{t("roll:remind.title")}</h2>
          <p className="govuk-body">{t("roll:remind.text", { most: number(mostReminders), hours: number(lastHours) })}</p>
          {reminded.map((at) => (
            <p className="govuk-body" key={at}>{t("roll:remind.was", { at })}</p>
          ))}
          {why === null ? mayRemind && <ButtonLink look="secondary" to={codeLettersPath(partnership, election, { ask: "remind" })}>{t("roll:remind.next")}</ButtonLink> : <p className="govuk-body">{t(`roll:remind.not.${why}`)}</p>}
        </>
      )}
    </>
  );
}
