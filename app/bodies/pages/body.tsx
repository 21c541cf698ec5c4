// One body of a partnership for everybody: what it is for, who sits there until when, which seats are free, how they are
// chosen, who belongs, and whom to ask; of a body that has ended, when it did and what it left.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { findBody } from "../bodies.store.server.ts";
import { listBelonging, listPublicContacts } from "../outside.store.server.ts";
import { bodyPath, electionOfSeatsPath, howWeWorkPath, myEqualityPath, networkPath, roundOfSeatsPath } from "../public-paths.ts";
import { latest, seatKey, seatsToElect } from "../seat-election.ts";
import { listElectionsAhead, listGivenAhead, nameElections, nameRounds } from "../seat-elections.store.server.ts";
import { countsOf, isOpenEnded, linesWithSeats, organisationsById, placesIn } from "../structure.ts";
import { readStructure } from "../structure.store.server.ts";
import { lastDay } from "../term.ts";
import { BodyContacts } from "../ui/body-contacts.tsx";
import { BodyFacts } from "../ui/body-facts.tsx";
import { EndedBody } from "../ui/ended-body.tsx";
import { SeatCount, SeatLegend, SeatMarks } from "../ui/seat-marks.tsx";
import { SeatLineOnPage } from "../ui/seat-line.tsx";

export async function loader({ params, request, context: { now, language } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const today = dayOf(now);
  const structure = await readStructure(db(), partnership.id, today);
  const body = structure.bodies.find(({ slug }) => slug === params.body);
  if (!body) {
    const { slug, name, purpose, startedOn, endedOn } = await findBody(db(), partnership.id, params.body);
    const ended = { slug, name, purpose, startedOn, endedOn: endedOn ?? today };
    const shown = { title: titleOf(textIn(name, language).text, language, partnership), partnership: { slug: partnership.slug, name: partnership.name }, ended };
    return data({ ...shown, body: null }, { headers: keepPage(partnership.id, now) });
  }
  const after = new URL(request.url).searchParams.get("after");
  const [ahead, given, named, rounds, contacts, belonging] = await Promise.all([
    listElectionsAhead(db(), { partnershipId: partnership.id, bodyId: body.id }, false),
    listGivenAhead(db(), body.id, today),
    nameElections(db(), partnership.id, [...body.sitting, ...body.chairs].map(({ electionId }) => electionId)),
    nameRounds(db(), partnership.id, body.sitting.map(({ roundId }) => roundId)),
    listPublicContacts(db(), partnership.id, { purpose: "body", bodyId: body.id }),
    listBelonging(db(), { partnershipId: partnership.id, bodyId: body.id, today, after }),
  ]);
  const organisations = organisationsById(structure);
  const allLines = linesWithSeats(body);
  const allSeats = allLines.flatMap(({ places }) => places).map(({ line, seat, holder }) => ({ line, seat, heldUntil: latest(holder && lastDay(holder), given.get(seatKey({ line, seat }))) }));
  const toElect = seatsToElect(allSeats, ahead);
  const electionOf = (election: { id: string; title: typeof body.name } | undefined) => (election ? { title: election.title, path: electionOfSeatsPath(partnership, election) } : null);
  const roundOf = (round: { id: string; title: typeof body.name } | undefined) => (round ? { title: round.title, path: roundOfSeatsPath(partnership, round) } : null);
  const linked = (other: { id: string; slug: string; name: typeof body.name }) => ({ id: other.id, name: other.name, path: bodyPath(partnership, other) });
  const above = structure.bodies.find(({ id }) => id === body.parentId);
  const { id, slug, name, kind, isFull, purpose, terms, termsAgreedOn, decisionModel, meets, isOpen, quorum, chairChosenBy } = body;
  return data(
    {
      title: titleOf(textIn(name, language).text, language, partnership),
      ...{ partnership: { slug: partnership.slug, name: partnership.name }, contacts, belonging, isFirst: after === null },
      body: {
        ...{ id, slug, name, kind, isFull, purpose, terms, termsAgreedOn, decisionModel, meets, isOpen, quorum, chairChosenBy },
        ...{ themes: body.themes, crossCutting: body.crossCutting, legalStatus: body.legalStatus, legalBasis: body.legalBasis },
        ...{ startedOn: body.startedOn, plannedEndOn: body.plannedEndOn },
        chairs: body.chairs.map(({ kind: way, name: person, office, electionId, endsOn }) => ({ kind: way, name: person, office, endsOn, electedIn: electionOf(named.get(electionId ?? "")) })),
      },
      above: above ? linked(above) : null,
      below: structure.bodies.filter(({ parentId }) => parentId === body.id).map(linked),
      counts: body.scheme && countsOf(placesIn(body)),
      hasOthers: isOpenEnded(body),
      since: body.scheme?.startsOn ?? null,
      lines: allLines.map(({ line, range, places }) => ({
        ...{ id: line.id, isWithin: line.withinId !== null, sector: line.sector, basis: line.basis, holder: line.holder, chosenBy: line.chosenBy },
        ...{ termInMonths: line.termInMonths, mostTerms: line.mostTerms, isVoting: line.isVoting, reserves: line.reserves, poolSize: line.poolSize, range, counts: countsOf(places) },
        // because from a pool come those who can, in no seat of their own
        pool: line.basis === "pool" ? body.sitting.filter(({ lineId }) => lineId === line.id).map((one) => ({ id: one.id, name: one.name, organisation: organisations.get(one.organisationId ?? "")?.name ?? null })) : [],
        seats: places.map(({ seat, state, holder }) => ({
          ...{ seat, state, name: holder?.name ?? null, until: holder && (holder.endedOn ?? holder.endsOn) },
          organisation: organisations.get(holder?.organisationId ?? "")?.name ?? null,
          ...{ electedIn: electionOf(named.get(holder?.electionId ?? "")), namedIn: roundOf(rounds.get(holder?.roundId ?? "")), toBeElectedIn: electionOf(toElect.get(seatKey({ line, seat }))) },
        })),
      })),
    },
    { headers: keepPage(partnership.id, now, [endOfDay(today)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BodyPage() {
  const shown = useLoaderData<typeof loader>();
  return shown.body ? <PresentBody {...shown} /> : <EndedBody partnership={shown.partnership} body={shown.ended} />;
}

type Shown = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { body: null }>;

function PresentBody({ partnership, body, above, below, counts, hasOthers, since, lines, contacts, belonging, isFirst }: Shown) {
  const { t, date, number } = useWords();
  const { members, categories, nextAfter } = belonging;
  return (
    <>
      <BackLink to={howWeWorkPath(partnership)} text={t("structure:how.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={body.name} />
      </PageHeading>
      <Paragraphs text={body.purpose} className="govuk-body-l" />
      <BodyFacts body={body} above={above} below={below} />
      {body.kind === "network" && (
        <p className="govuk-body">
          <PageLink to={networkPath(partnership, body)}>{t("structure:body.network")}</PageLink>
        </p>
      )}
      <h2 className="govuk-heading-m">{t("structure:body.seats")}</h2>
      {counts === null ? (
        <p className="govuk-body">{t("structure:body.no-scheme")}</p>
      ) : (
        <>
          <p className="govuk-body">
            <SeatCount counts={counts} isOpenEnded={hasOthers} />
            {since && ` ${t("structure:body.since", { date: date(since) })}`}
          </p>
          <SeatLegend />
          <p>
            <SeatMarks counts={counts} />
          </p>
          {lines.map((line) => (
            <SeatLineOnPage key={line.id} line={line} />
          ))}
        </>
      )}
      {Object.keys(body.terms).length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("structure:body.terms")}</h2>
          {body.termsAgreedOn && <p className="govuk-body">{t("structure:body.terms-agreed", { date: date(body.termsAgreedOn) })}</p>}
          <Details summary={t("structure:body.terms-read")}>
            <Paragraphs text={body.terms} />
          </Details>
        </>
      )}
      {categories.length > 0 && (
        <>
          <h2 className="govuk-heading-m" id="members">
            {t("structure:body.members")}
          </h2>
          <ul className="govuk-list">
            {categories.map(({ category, count }) => (
              <li key={category}>{t("structure:body.category", { category: t(`bodies:category.${category}`), count: number(count) })}</li>
            ))}
          </ul>
          <ul className="govuk-list govuk-list--bullet">
            {members.map(({ id, name, category }) => (
              <li key={id}>
                <InLanguage text={name} />
                {categories.length > 1 && <> ({t(`bodies:category.${category}`)})</>}
              </li>
            ))}
          </ul>
          <Pagination first={isFirst ? null : `${bodyPath(partnership, body)}#members`} next={nextAfter ? { to: `${bodyPath(partnership, body, nextAfter)}#members` } : null} />
        </>
      )}
      {contacts.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("structure:how.ask")}</h2>
          <BodyContacts contacts={contacts} />
        </>
      )}
      <p className="govuk-body">
        <PageLink to={myEqualityPath(partnership)}>{t("structure:diversity.sit-here")}</PageLink>
      </p>
      <p className="govuk-body">
        <PageLink to={`${howWeWorkPath(partnership)}#complain`}>{t("structure:how.complain")}</PageLink>
      </p>
    </>
  );
}
