// Confirms the candidates once nobody may withdraw any more: who stands, whether the reserved places can be filled, and in two steps, because it
// cannot be taken back.
import { randomInt } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmCandidates, contendersOf, listCandidates, termsOf } from "../candidates.store.server.ts";
import { holdElection, standingOf } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { mayConfirmCandidates, nominationState } from "../nomination.ts";
import { listAllNominations } from "../nominations.store.server.ts";
import { electionPath, officeElectionPath } from "../paths.ts";
import { mayReturn } from "../policy.ts";
import { whyNotReturningNow } from "../returning.store.server.ts";
import { keepsNominations } from "../rooms.ts";
import { Feasibility } from "../ui/feasibility.tsx";
import { Contenders } from "../ui/contenders.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state, by } = await requireElectionOffice(args, keepsNominations);
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const isConfirmed = election.candidates !== null;
  const nominations = await listAllNominations(db(), election);
  const contenders = isConfirmed ? await listCandidates(db(), election) : contendersOf(nominations, election);
  const { places, vacant, empty, obstacles } = termsOf(election, contenders);
  const isReturning = mayReturn(election, by.personId);
  const standing = standingOf(election);
  const isNow = mayConfirmCandidates(standing, now);
  const waits = nominations.map((one) => ({ id: one.id, name: one.name, state: nominationState(one, election.supporters) })).filter((one) => ["asked", "unsupported", "declined", "to-rule"].includes(one.state));
  const confirmedOn = election.steps.find(({ kind }) => kind === "candidates-confirmed")?.at;
  return {
    title: titleOf(words.t("candidates:confirm.title-of", { name: textIn(election.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title, seats: election.seats, ballotOrder: election.ballotOrder, shortfall: election.shortfall } },
    ...{ isConfirmed, isNow, isReturning, isDone: query.has("done"), confirmedOn: confirmedOn ? words.date(dayOf(confirmedOn)) : null },
    areNominationsClosed: state !== "notice-published" && state !== "nominations-open" && state !== "planned",
    asks: query.get("ask") === "confirm" && isNow && isReturning,
    from: election.timetable && words.date(election.timetable.withdrawalsUntil),
    whyNot: isReturning && !isConfirmed ? await whyNotReturningNow(db(), election, by.personId, now) : null,
    // because a nomination that may still be ruled on is not passed over unseen
    waiting: isConfirmed ? [] : waits,
    contenders: contenders.map(({ id, name, organisation, number }) => ({ id, name, organisation, number })),
    ...{ places, empty, obstacles, hasReserves: election.reserves.length > 0 },
    vacant: vacant.map(({ category, group, places: lost }) => {
      const reserve = election.reserves.find(({ id }) => id === category)!;
      return { category: reserve.name, group: reserve.groups.find(({ id }) => id === group)!.name, places: lost };
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: seen, by } = await requireElectionOffice(args, keepsNominations);
  if (!mayReturn(seen, by.personId)) throw forbidden();
  if ((await readForm(args.request)).get("deed") !== "confirm") throw badRequest();
  const isDone = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, seen.id);
    if (election.candidates !== null) return true;
    if (!mayConfirmCandidates(standingOf(election), now) || (await whyNotReturningNow(transaction, election, by.personId, now)) !== null) return false;
    const isWaiting = (await listAllNominations(transaction, election)).some((one) => nominationState(one, election.supporters) === "to-rule");
    if (isWaiting) return false;
    await confirmCandidates(transaction, by, { partnership, election }, (below) => randomInt(below));
    return true;
  });
  return redirect(officeElectionPath(partnership, seen, "candidates", isDone ? { done: "yes" } : {}));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeCandidatesPage() {
  const shown = useLoaderData<typeof loader>();
  const { partnership, election, isConfirmed, isNow, isReturning, whyNot, waiting, contenders, places, empty } = shown;
  const { t, number, language } = useWords();
  const here = officeElectionPath(partnership, election, "candidates");
  const toRule = waiting.some(({ state }) => state === "to-rule");
  if (shown.asks && !toRule && !whyNot) {
    return (
      <Confirming
        question={t("candidates:confirm.question", { count: contenders.length, number: number(contenders.length) })}
        consequence={t(`candidates:confirm.consequence-${election.ballotOrder}`)}
        yes={{ name: "deed", value: "confirm", text: t("candidates:confirm.yes") }}
        no={t("candidates:confirm.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      {shown.isDone && <NotificationBanner kind="success">{t("candidates:confirm.done")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t(isConfirmed ? "elections:room.candidates.title" : "candidates:confirm.title")}</PageHeading>
      {isConfirmed && <p className="govuk-body">{t("candidates:confirm.confirmed-on", { date: shown.confirmedOn ?? "" })}</p>}
      <Contenders contenders={contenders} isConfirmed={isConfirmed} waiting={waiting} pathOf={(id) => officeElectionPath(partnership, election, `nominations/${id}`)} />
      <h2 className="govuk-heading-m">{t("candidates:confirm.places")}</h2>
      {shown.areNominationsClosed ? (
        <>
          <p className="govuk-body">
            {t("candidates:list.standing", { count: contenders.length, number: number(contenders.length) })} {t("candidates:list.places", { count: places, number: number(places) })}
          </p>
          {contenders.length <= places && <p className="govuk-body">{t("candidates:confirm.uncontested")}</p>}
          <Feasibility obstacles={shown.obstacles} vacant={shown.vacant} empty={empty} shortfall={election.shortfall} hasReserves={shown.hasReserves} />
        </>
      ) : (
        <p className="govuk-body">{t("candidates:confirm.feasibility-later")}</p>
      )}
      {isConfirmed ? (
        <p className="govuk-body">
          <PageLink to={electionPath(partnership, election, "candidates")}>{t("candidates:confirm.public")}</PageLink>
        </p>
      ) : whyNot ? (
        <InsetText>{t(`candidates:not-returning.${whyNot}`)}</InsetText>
      ) : !isReturning ? (
        <p className="govuk-body">{t("candidates:confirm.only-returning")}</p>
      ) : toRule ? (
        <InsetText>{t("candidates:confirm.rule-first")}</InsetText>
      ) : isNow ? (
        <ButtonLink to={officeElectionPath(partnership, election, "candidates", { ask: "confirm" })}>{t("candidates:confirm.link")}</ButtonLink>
      ) : (
        <p className="govuk-body">{t("candidates:confirm.not-yet", { date: shown.from ?? "" })}</p>
      )}
    </>
  );
}
