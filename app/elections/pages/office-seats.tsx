// The seats that an election filled: who came to which, which of them somebody left free, and which places stay empty for want of candidates.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { appointmentPath } from "#app/bodies/body-paths.ts";
import { mayKeepBodies } from "#app/bodies/policy.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { contestOf } from "../contest.ts";
import { listStanders } from "../counts.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { offerState } from "../offer.ts";
import { listCame, listFreeSeats, listOffers } from "../offers.store.server.ts";
import { isBelowTurnout } from "../outcome.ts";
import { newElectionPath, officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { BelowTurnout } from "../ui/below-turnout.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state, offices, roles } = await requireElectionOffice(args, keepsNominations);
  const today = dayOf(now);
  const standers = await listStanders(db(), election);
  const [came, free, offers] = [await listCame(db(), election, standers, today), await listFreeSeats(db(), election, today), await listOffers(db(), election)];
  const { vacant, empty } = contestOf(election, standers);
  const named = vacant.map(({ category, group, places }) => {
    const reserve = election.reserves.find(({ id }) => id === category)!;
    return { group: reserve.groups.find(({ id }) => id === group)!.name, places };
  });
  return {
    title: titleOf(wordsFor(language).t("offers:seats.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, shortfall: election.shortfall, turnoutLeast: election.turnoutLeast }, isConfirmed: state === "confirmed", mayBegin: offices.includes("keeper") },
    ...{ isBelow: state === "confirmed" && isBelowTurnout(election), empty: state === "confirmed" ? empty : 0, vacant: named },
    came: came.map(({ appointmentId, name, until, isOver, bodySlug }) => ({ id: appointmentId, name, until, isOver, path: mayKeepBodies(roles) ? appointmentPath(partnership, { slug: bodySlug }, appointmentId) : null })),
    free: free.map(({ left, body, openedOn }) => {
      const offer = offers.findLast(({ appointmentId }) => appointmentId === left.id);
      return { id: left.id, seat: left.seat, body: body.name, openedOn, endedFor: left.endedFor, offer: offer ? { name: offer.name, state: offerState(offer, today) } : null };
    }),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeSeatsPage() {
  const { partnership, election, isConfirmed, mayBegin, came, free, isBelow, empty, vacant } = useLoaderData<typeof loader>();
  const { t, date, number, language } = useWords();
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={t("results:office.back")} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("offers:seats.title")}</PageHeading>
      {!isConfirmed && <p className="govuk-body">{t("offers:seats.not-yet")}</p>}
      {isConfirmed && came.length === 0 && <p className="govuk-body">{t("offers:seats.none")}</p>}
      {came.length > 0 && (
        <Table
          caption={t("offers:seats.came")}
          stacks
          columns={(["who", "until", "state"] as const).map((key) => ({ key, heading: t(`seats:table.${key}`) }))}
          rows={came.map(({ id, name, until, isOver, path }) => {
            const said = <bdi>{name === "" ? t("seats:nameless") : name}</bdi>;
            return { key: id, cells: [path ? <PageLink to={path}>{said}</PageLink> : said, date(until), t(isOver ? "offers:seats.left" : "offers:seats.sits")] };
          })}
        />
      )}
      {free.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("offers:seats.free")}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {free.map(({ id, seat, body, openedOn, endedFor, offer }) => (
              <li key={id}>
                <PageLink to={officeElectionPath(partnership, election, `seats/${id}`)}>{t("offers:seat.name", { body: textIn(body, language).text, seat: number(seat) })}</PageLink>,{" "}
                {t("seats:vacancies.since", { date: date(openedOn), reason: t(`bodies:ended.${endedFor}`) })}.{" "}
                {offer && (
                  <>
                    <bdi>{offer.name}</bdi> <Tag colour={offer.state === "waiting" ? "blue" : "yellow"}>{t(`offers:state.${offer.state}`)}</Tag>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {(isBelow || empty > 0) && <h2 className="govuk-heading-m">{t("offers:empty.title")}</h2>}
      {isBelow && <BelowTurnout least={election.turnoutLeast ?? 0} shortfall={election.shortfall} />}
      {!isBelow && empty > 0 && (
        <>
          <InsetText>
            {vacant.map(({ group, places }, index) => (
              <p key={index} className="govuk-body">
                {t("offers:empty.kept", { number: number(places), group: textIn(group, language).text })}
              </p>
            ))}
            <p className="govuk-body">{t(`candidates:feasible.${election.shortfall}`, { count: empty, number: number(empty) })}</p>
          </InsetText>
        </>
      )}
      {(isBelow || empty > 0) && (
        <p className="govuk-body">
          {election.shortfall === "co-option" ? t("offers:empty.co-option") : mayBegin && <PageLink to={newElectionPath(partnership, { again: election.id })}>{t("offers:empty.rerun")}</PageLink>}
        </p>
      )}
    </>
  );
}
