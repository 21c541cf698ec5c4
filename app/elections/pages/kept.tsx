// What is kept of an election that is over, until when, and what was destroyed; the returning officer says here that the papers are.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { readDay } from "#app/shared/typed-day.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dayOfStep, fileKeptUntil, mayHavePapers, waitsForPapers, ways, type Way } from "../keeping.ts";
import { findKeptElection, recordPapersDestroyed } from "../keeping.store.server.ts";
import { namesOf } from "../officers.store.server.ts";
import { officeElectionPath } from "../paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, offices } = await requireElectionOffice(args);
  const { clock, isChallenged, isHeld, isAwaited, destroyedOn } = await findKeptElection(db(), election, dayOf(now));
  if (clock === null) throw redirect(officeElectionPath(partnership, election));
  const step = election.steps.find(({ kind }) => kind === "papers-destroyed");
  const { on, how } = step?.facts ?? {};
  return {
    title: titleOf(wordsFor(language).t("results:kept.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, clock, until: fileKeptUntil(clock), isChallenged, isHeld, isAwaited, destroyedOn },
    ...{ hasPapers: mayHavePapers(election), isWaiting: waitsForPapers(election), isReturning: offices.includes("returning-officer") },
    papers: typeof on === "string" ? { on, way: wayOf(how), by: (step?.personId && (await namesOf(db(), [step.personId])).get(step.personId)) ?? null } : null,
    isDone: new URL(args.request.url).searchParams.has("done"),
  };
}

const wayOf = (value: unknown): Way | null => ways.find((way) => way === value) ?? null;

export async function action(args: ActionFunctionArgs) {
  const { partnership, election: asked, by } = await requireElectionOffice(args, ["returning-officer"]);
  const entries = Object.fromEntries(await readForm(args.request));
  const { date: on } = readDay("on", entries);
  const way = wayOf(entries.way);
  const refused = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, asked.id);
    if (dayOfStep(election.steps, "papers-destroyed") !== null) return null;
    if (!waitsForPapers(election)) throw forbidden();
    const isPossible = on !== null && on <= dayOf(by.now) && on >= (dayOfStep(election.steps, "file-destroyed") ?? on);
    if (on === null || way === null || !isPossible) return { entries, on: on === null ? ("date" as const) : isPossible ? null : ("range" as const), isWayMissing: way === null };
    await recordPapersDestroyed(transaction, by, election, { on, way });
    return null;
  });
  return refused ? data(refused, { status: 422 }) : redirect(officeElectionPath(partnership, asked, "kept", { done: "yes" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function KeptPage() {
  const { partnership, election, clock, until, isChallenged, isHeld, isAwaited, destroyedOn, hasPapers, isWaiting, isReturning, papers, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date, language } = useWords();
  const [wrongDay, wrongWay] = [refused?.on && t(`results:kept.problem.${refused.on}`), refused?.isWayMissing && t("results:kept.problem.way")];
  const errors = [...(wrongDay ? [{ href: "#on-day", text: wrongDay }] : []), ...(wrongWay ? [{ href: "#way", text: wrongWay }] : [])];
  const typed = (part: string) => refused?.entries[`on-${part}`];
  const list = (names: readonly string[]) => (
    <ul className="govuk-list govuk-list--bullet">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={errors} />
      {isDone && papers && <NotificationBanner kind="success">{t("results:kept.done")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("results:kept.title")}</PageHeading>
      <p className="govuk-body">{t(`results:kept.from.${clock.from}`, { date: date(clock.on) })}</p>
      {destroyedOn === null ? (
        <>
          <p className="govuk-body">{t("results:kept.until", { date: date(until) })}</p>
          {isChallenged && <InsetText>{t("results:kept.challenged")}</InsetText>}
          {isAwaited && <InsetText>{t("results:kept.awaited")}</InsetText>}
          {isHeld && <InsetText>{t("results:kept.held")}</InsetText>}
        </>
      ) : (
        <InsetText>{t("results:kept.destroyed-on", { date: date(destroyedOn) })}</InsetText>
      )}
      <h2 className="govuk-heading-m">{t(destroyedOn === null ? "results:kept.goes" : "results:kept.gone")}</h2>
      {list([t("results:kept.what.roll"), t("results:kept.what.ballots"), t("results:kept.what.addresses"), t("results:kept.what.groups"), t("results:kept.what.challengers")])}
      <h2 className="govuk-heading-m">{t("results:kept.stays")}</h2>
      {list([t("results:kept.what.declaration"), t("results:kept.what.sheet"), t("results:kept.what.published"), t("results:kept.what.codes")])}
      <h2 className="govuk-heading-m">{t("results:kept.papers")}</h2>
      {!hasPapers && <p className="govuk-body">{t("results:kept.no-papers")}</p>}
      {papers && <p className="govuk-body">{t(papers.by ? "results:kept.papers-gone-by" : "results:kept.papers-gone", { date: date(papers.on), way: papers.way ? t(`results:kept.way.${papers.way}`) : "", name: papers.by ? `\u2068${papers.by}\u2069` : "" })}</p>}
      {hasPapers && !papers && <p className="govuk-body">{t(isWaiting ? "results:kept.papers-now" : "results:kept.papers-later")}</p>}
      {isWaiting && !isReturning && <p className="govuk-body">{t("results:kept.not-you")}</p>}
      {isWaiting && isReturning && (
        <form method="post" noValidate>
          <DateField name="on" label={t("results:kept.on")} labelSize="s" error={wrongDay || undefined} value={{ day: typed("day"), month: typed("month"), year: typed("year") }} />
          <Radios name="way" label={t("results:kept.how")} labelSize="s" error={wrongWay || undefined} value={refused?.entries.way} choices={ways.map((value) => ({ value, label: t(`results:kept.way.${value}`) }))} />
          <Button>{t("results:kept.say")}</Button>
        </form>
      )}
    </>
  );
}
