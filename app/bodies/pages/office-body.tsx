// One body, for those who keep it: what it is, its seats and who sits on them, what is free, and the way to end it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listSitting } from "../appointments.store.server.ts";
import { endBody, findBody, holdBody, listBodies } from "../bodies.store.server.ts";
import { appointmentDetailsPath, appointmentPath, bodiesPath, bodyContactPath, bodyDetailsPath, officeBodyPath, chairsPath, membersPath, pastSeatsPath, seatsPath } from "../body-paths.ts";
import { listContacts } from "../contacts.store.server.ts";
import { isThere } from "../body.ts";
import { mayKeepBodies } from "../policy.ts";
import { findSchemeOn } from "../schemes.store.server.ts";
import { filledOf } from "../seat-scheme.ts";
import { officeElectionOfSeatsPath } from "../public-paths.ts";
import { isTraced, latest, seatKey, seatsToElect } from "../seat-election.ts";
import { listElectionsAhead, nameElections } from "../seat-elections.store.server.ts";
import { seatsNow, type Sitting } from "../seat-rows.ts";
import { listMissed } from "../absences.store.server.ts";
import { isFreeByAbsence } from "../vacancy.ts";
import { lastDay } from "../term.ts";
import { turnsAhead, turnsOf } from "../turn.ts";
import { listVacancies } from "../vacancies.store.server.ts";
import { ContactTable } from "../ui/contact-table.tsx";
import { BodySummary } from "../ui/body-summary.tsx";
import { PoolList } from "../ui/pool-list.tsx";
import { SeatTable } from "../ui/seat-table.tsx";
import { MissedList } from "../ui/missed.tsx";
import { TurnList } from "../ui/turn-list.tsx";
import { VacancyList } from "../ui/vacancy-list.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const today = dayOf(now);
  const body = await findBody(db(), partnership.id, args.params.body);
  const [bodies, scheme, sitting] = await Promise.all([listBodies(db(), partnership.id), findSchemeOn(db(), body.id, today), listSitting(db(), body.id, today)]);
  const search = new URL(args.request.url).searchParams;
  const name = textIn(body.name, language).text;
  const seated = scheme && seatsNow(scheme, sitting, today);
  const vacancies = scheme ? await listVacancies(db(), scheme.id, today) : [];
  const seatsShown = seated?.seats ?? [];
  const toElect = seatsToElect(
    seatsShown.map(({ line, seat, sitter, next }) => ({ line, seat, heldUntil: latest(sitter?.until ?? null, next?.until) })),
    await listElectionsAhead(db(), { partnershipId: partnership.id, bodyId: body.id }, true),
  );
  const named = await nameElections(db(), partnership.id, sitting.map(({ electionId }) => electionId));
  const electionOf = (election: { id: string; title: typeof body.name } | undefined) => (election ? { title: election.title, path: officeElectionOfSeatsPath(partnership, election) } : null);
  const turns = scheme && turnsOf(scheme);
  const withPath = (one: Sitting | null) => one && { ...one, path: appointmentPath(partnership, body, one.id) };
  return {
    ...{ title: titleOf(wordsFor(language).t("bodies:one.title-of", { name }), language, partnership), partnership, body, name, isThere: isThere(body, today) },
    parent: bodies.find(({ id }) => id === body.parentId)?.name ?? null,
    below: bodies.filter(({ parentId, endedOn }) => parentId === body.id && (endedOn === null || endedOn >= today)).length,
    filled: scheme && filledOf(scheme, sitting.filter(({ startsOn }) => startsOn <= today)),
    seats: seatsShown.map(({ line, seat, state, sitter, next }) => ({
      ...{ key: `${line.id} ${seat}`, holder: line.holder, sector: line.sector, seat, state, sitter: withPath(sitter), next: withPath(next) },
      electedIn: electionOf(named.get(sitting.find(({ id }) => id === sitter?.id)?.electionId ?? "")),
      ...{ toBeElectedIn: electionOf(toElect.get(seatKey({ line, seat }))), isUntraced: sitting.some((one) => one.id === sitter?.id && !isTraced(one)) },
      isNumbered: line.count !== 1 || line.countMost !== null,
      appointPath: sitter === null && state !== "pool" && line.basis !== "pool" ? appointmentDetailsPath(partnership, body, { lineId: line.id, seat }) : null,
    })),
    pools: (seated?.pools ?? []).map(({ line, people, nextSeat }) => ({
      ...{ key: line.id, holder: line.holder, seats: line.count, size: line.poolSize, people: people.map((one) => withPath(one)!) },
      appointPath: nextSeat === null ? null : appointmentDetailsPath(partnership, body, { lineId: line.id, seat: nextSeat }),
    })),
    vacancies: vacancies.map(({ appointment: { id, seat, line, endedFor, filling }, openedOn }) => ({
      ...{ path: appointmentPath(partnership, body, id), holder: line.holder, seat, openedOn, endedFor, filling },
      isLate: filling !== null && filling.dueOn < today,
    })),
    missing: [...(await listMissed(db(), body.id, sitting.filter(({ startsOn, endedOn }) => startsOn <= today && endedOn === null).map(({ id }) => id), now))]
      .filter(([, missed]) => missed > 0)
      .sort(([, one], [, other]) => other - one)
      .map(([id, missed]) => ({ path: appointmentPath(partnership, body, id), name: sitting.find((one) => one.id === id)?.name ?? "", missed, isFree: isFreeByAbsence(missed, body) })),
    turns: (turns && scheme ? turnsAhead(scheme, sitting, turns, today) : []).map(({ endsOn, seats }) => ({
      endsOn,
      seats: seats.map(({ line, seat, sitter }) => ({ key: `${line.id} ${seat}`, holder: line.holder, seat, sitter: sitter && { name: sitter.name, until: lastDay(sitter) } })),
    })),
    contacts: await listContacts(db(), partnership.id, { bodyId: body.id }),
    asks: search.get("ask") === "end",
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  if ((await readForm(args.request)).get("deed") !== "end") throw badRequest();
  const today = dayOf(args.context.now);
  const isEnded = await inTransaction(async (transaction) => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const bodies = await listBodies(transaction, partnership.id);
    if (bodies.some((one) => one.parentId === body.id && isThere(one, today))) return false;
    if (isThere(body, today) && body.endedOn === null) await endBody(transaction, { partnershipId: partnership.id, personId: signedIn.personId }, body, today);
    return true;
  });
  if (!isEnded) return data({ problem: "below" as const }, { status: 422 });
  return redirect(bodiesPath(partnership, { done: "ended" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

const done = ["saved", "agreed", "appointed"];

export default function BodyPage() {
  const { partnership, body, name, parent, below, filled, seats, pools, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, date } = useWords();
  const here = officeBodyPath(partnership, body);
  if (shown.asks && !refused && below === 0) {
    return (
      <Confirming
        question={t("bodies:end.question", { name })}
        consequence={t("bodies:end.consequence")}
        yes={{ name: "deed", value: "end", text: t("bodies:end.yes") }}
        no={t("bodies:end.no")}
        backTo={here}
      />
    );
  }
  const range = filled?.range;
  return (
    <>
      <BackLink to={bodiesPath(partnership)} text={t("bodies:list.title")} />
      <ErrorSummary errors={refused || (shown.asks && below > 0) ? [{ href: "#main", text: t("bodies:end.below", { count: below, number: number(below) }) }] : []} />
      {shown.done && done.includes(shown.done) && <NotificationBanner kind="success">{t(`bodies:done.${shown.done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={body.name} />
      </PageHeading>
      {body.endedOn && <InsetText>{t("bodies:one.ended", { date: date(body.endedOn) })}</InsetText>}
      <BodySummary body={body} parent={parent} changePath={bodyDetailsPath(partnership, body)} />
      <h2 className="govuk-heading-m" id="seats">{t("seats:title")}</h2>
      {filled && range ? (
        <p className="govuk-body">
          {t("seats:filled", { held: number(filled.held), vacant: number(filled.vacant), count: filled.vacant })}{" "}
          {range.most === null
            ? t("seats:range.open", { least: number(range.least) })
            : range.least === range.most
              ? t("seats:range.one", { count: range.least, number: number(range.least) })
              : t("seats:range.between", { least: number(range.least), most: number(range.most) })}
        </p>
      ) : (
        <p className="govuk-body">{t("seats:none")}</p>
      )}
      {seats.length > 0 && <SeatTable rows={seats} />}
      {pools.map((pool) => (
        <PoolList {...pool} key={pool.key} />
      ))}
      <VacancyList vacancies={shown.vacancies} />
      <MissedList missing={shown.missing} />
      <TurnList turns={shown.turns} />
      <ul className="govuk-list">
        <li>
          <PageLink to={seatsPath(partnership, body)}>{t("seats:scheme.title")}</PageLink>
        </li>
        <li>
          <PageLink to={chairsPath(partnership, body)}>{t("seats:chairs.title")}</PageLink>
        </li>
        <li>
          <PageLink to={membersPath(partnership, body)}>{t("seats:members.title")}</PageLink>
        </li>
        <li>
          <PageLink to={pastSeatsPath(partnership, body)}>{t("seats:past.title")}</PageLink>
        </li>
      </ul>
      <h2 className="govuk-heading-m">{t("organisations:contacts.title")}</h2>
      <ContactTable contacts={shown.contacts} pathOf={(id) => bodyContactPath(partnership, body, id)} />
      <p className="govuk-body">
        <PageLink to={bodyContactPath(partnership, body)}>{t("organisations:contacts.add")}</PageLink>
      </p>
      {shown.isThere && body.endedOn === null && (
        <>
          <h2 className="govuk-heading-m">{t("bodies:end.title")}</h2>
          <ButtonLink look="secondary" to={officeBodyPath(partnership, body, { ask: "end" })}>
            {t("bodies:end.link")}
          </ButtonLink>
        </>
      )}
    </>
  );
}
