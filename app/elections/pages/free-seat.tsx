// A seat that somebody elected left free: in which ways it may be filled and why, who is next in the election, and what they said when asked. [D4]
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { appointmentDetailsPath } from "#app/bodies/body-paths.ts";
import { mayKeepBodies } from "#app/bodies/policy.ts";
import { findElectedOn } from "#app/bodies/seat-elections.store.server.ts";
import { findFreeSeat } from "#app/bodies/vacancies.store.server.ts";
import { waysOf } from "#app/bodies/vacancy.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { holdElection, type Election } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dayOfStep } from "../keeping.ts";
import { offerState } from "../offer.ts";
import { answerOffer, askToTake, findNext, listOffers } from "../offers.store.server.ts";
import { newElectionPath, officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { NextInElection } from "../ui/next-in-election.tsx";
import { SeatWays } from "../ui/seat-ways.tsx";

const dones = ["asked", "accepted", "declined", "taken", "other"] as const;

async function find(on: Database, election: Election, id: string | undefined, today: string) {
  const seat = await findFreeSeat(on, election.partnershipId, id ?? "", today);
  const came = seat && (await on.appointment.count({ where: { id: seat.left.id, electionId: election.id } }));
  if (!seat || came === 0) throw notFound();
  const electedOn = await findElectedOn(on, election.partnershipId, election.id);
  // because who is next can no longer be counted once the ballots are destroyed
  const isTooLate = dayOfStep(election.steps, "file-destroyed") !== null;
  const ways = waysOf(seat.left.line.basis, seat.left, seat.openedOn, { electedOn, mayCoOpt: seat.body.mayCoOpt }).map((one) => (one.way === "runner-up" && isTooLate ? { ...one, whyNot: "election-too-long-ago" as const } : one));
  const offers = (await listOffers(on, election)).filter(({ appointmentId }) => appointmentId === seat.left.id);
  return { seat, ways, offers, open: offers.find(({ accepted }) => accepted === null) ?? null, mayAsk: ways.some(({ way, whyNot }) => way === "runner-up" && whyNot === null) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, offices, roles } = await requireElectionOffice(args, keepsNominations);
  const today = dayOf(now);
  const { seat, ways, offers, open, mayAsk } = await find(db(), election, args.params.appointment, today);
  const found = seat.isFree && mayAsk && open === null ? await findNext(db(), election, seat, today) : null;
  const next = found?.next.kind === "next" ? found.next : null;
  const stander = next && found!.standers.find(({ number }) => number === next.candidate)!;
  const { left, body, line } = seat;
  return {
    title: titleOf(wordsFor(language).t("offers:seat.title-of", { body: textIn(body.name, language).text, seat: String(left.seat) }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, isFree: seat.isFree, ways },
    seat: { id: left.id, body: body.name, seat: left.seat, name: left.name, openedOn: seat.openedOn, endedFor: left.endedFor, endsOn: left.endsOn },
    // because figures of a count are the returning officer's before anybody's
    next: next && stander ? { id: stander.id, name: stander.name, organisation: stander.organisation, by: next.by, hasAddress: stander.email !== "", sheet: offices.includes("returning-officer") ? next.sheet : null } : null,
    nobody: found?.next.kind === "nobody" ? found.next.why : null,
    offers: offers.map((one) => ({ id: one.id, name: one.name, answerBy: one.answerBy, state: offerState(one, today) })),
    byElection: offices.includes("keeper") ? newElectionPath(partnership, { vacancy: left.id }) : null,
    coOption: mayKeepBodies(roles) ? appointmentDetailsPath(partnership, body, { lineId: line.id, seat: left.seat }) : null,
    done: dones.find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election, by } = await requireElectionOffice(args, keepsNominations);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  const done = await inTransaction(async (transaction): Promise<(typeof dones)[number]> => {
    const held = await holdElection(transaction, partnership.id, election.id);
    const { seat, open, mayAsk } = await find(transaction, held, args.params.appointment, dayOf(now));
    if (deed === "ask") {
      // because somebody else, or the same press twice, may have asked meanwhile
      if (!seat.isFree || !mayAsk || open !== null) return seat.isFree ? "asked" : "taken";
      const { next, standers } = await findNext(transaction, held, seat, dayOf(now));
      const stander = next.kind === "next" ? standers.find(({ number }) => number === next.candidate) : undefined;
      if (!stander || stander.id !== form.get("nomination")) return "other";
      await askToTake(transaction, by, partnership, held, seat, stander);
      return "asked";
    }
    if (deed !== "accept" && deed !== "decline") throw badRequest();
    if (open === null || open.id !== form.get("offer")) return "other";
    const answered = await answerOffer(transaction, by, held, open, deed === "accept");
    return answered === "already" ? "other" : answered;
  });
  return redirect(officeElectionPath(partnership, election, `seats/${args.params.appointment}`, { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FreeSeatPage() {
  const { partnership, election, seat, isFree, ways, next, nobody, offers, byElection, coOption, done } = useLoaderData<typeof loader>();
  const { t, date, number, language } = useWords();
  const isGood = done === "asked" || done === "accepted" || done === "declined";
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election, "seats")} text={t("offers:seats.title")} />
      {done && <NotificationBanner kind={isGood ? "success" : "important"}>{t(`offers:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("offers:seat.name", { body: textIn(seat.body, language).text, seat: number(seat.seat) })}</PageHeading>
      <InsetText>
        <p className="govuk-body">
          <bdi>{seat.name === "" ? t("seats:nameless") : seat.name}</bdi>: {t(`bodies:ended.${seat.endedFor}`)}
        </p>
        <p className="govuk-body">{t("offers:seat.free-from", { date: date(seat.openedOn), end: date(seat.endsOn) })}</p>
        {!isFree && <p className="govuk-body">{t("offers:seat.taken")}</p>}
      </InsetText>
      {isFree && <SeatWays ways={ways} byElection={byElection} coOption={coOption} />}
      <NextInElection next={next} nobody={nobody} offers={offers} />
    </>
  );
}
