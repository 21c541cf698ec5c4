// How a partnership works, written from its own structure: a picture, who decides what, who answers for it, how to complain.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { ContactList, hasContact } from "#app/shared/ui/contact-list.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { coverageOf } from "../balance.ts";
import { decisionModels } from "../body.ts";
import { listPublicContacts, readStanding } from "../outside.store.server.ts";
import { bodyPath, delegationRegisterPath, glossaryPath, peopleJsonPath } from "../public-paths.ts";
import { balancedSeats, countsOf, isOpenEnded, lacksSeats, organisationsById, placesIn, sectorsIn } from "../structure.ts";
import { readStructure } from "../structure.store.server.ts";
import { treeOf } from "../structure-picture.ts";
import { BodyContacts } from "../ui/body-contacts.tsx";
import { SectorTable } from "../ui/sector-table.tsx";
import { SeatLegend } from "../ui/seat-marks.tsx";
import { StructurePicture, type DrawnBody } from "../ui/structure-picture.tsx";

export async function loader({ params, context: { now, language } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const today = dayOf(now);
  const [structure, standing, contacts, complaintContacts] = await Promise.all([
    readStructure(db(), partnership.id, today),
    readStanding(db(), partnership.id),
    listPublicContacts(db(), partnership.id, { purpose: "body" }),
    listPublicContacts(db(), partnership.id, { purpose: "complaints" }),
  ]);
  const organisations = organisationsById(structure);
  const bodies = structure.bodies.map((body): DrawnBody & { parentId: string | null; position: number; decisionModel: string } => ({
    ...{ id: body.id, parentId: body.parentId, position: body.position, decisionModel: body.decisionModel },
    ...{ path: bodyPath(partnership, body), name: body.name, kind: body.kind, isFull: body.isFull, meets: body.meets },
    ...{ counts: body.scheme && countsOf(placesIn(body)), sectors: sectorsIn(body), isOpenEnded: isOpenEnded(body), lacksSeats: lacksSeats(body) },
  }));
  const seated = structure.bodies.map((body) => balancedSeats(body, organisations));
  const { slug, name, contact } = partnership;
  return data(
    {
      title: titleOf(wordsFor(language).t("structure:how.title"), language, partnership),
      ...{ slug, name, contact, standing, complaintContacts, tree: treeOf(bodies) },
      contacts: bodies.flatMap((body) => {
        const own = contacts.filter(({ bodyId }) => bodyId === body.id);
        return own.length > 0 ? [{ id: body.id, name: body.name, path: body.path, contacts: own }] : [];
      }),
      deciding: decisionModels.map((model) => ({ model, bodies: bodies.filter(({ decisionModel }) => decisionModel === model).map(({ id, name, path }) => ({ id, name, path })) })),
      sectors: coverageOf(seated),
      ofSeats: seated.flat().length,
      ofBodies: structure.bodies.filter(({ scheme }) => scheme).length,
    },
    { headers: keepPage(partnership.id, now, [endOfDay(today)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.title },
  ...(shown ? [{ tagName: "link", rel: "alternate", type: "application/json", href: peopleJsonPath(shown), title: shown.title }] : []),
];

export default function HowWeWorkPage() {
  const { slug, name, contact, standing, tree, deciding, sectors, ofSeats, ofBodies, contacts, complaintContacts } = useLoaderData<typeof loader>();
  const { t, date, number } = useWords();
  const seats = sectors.filter((one) => one.seats > 0 || one.held > 0);
  const mixed = ofSeats - seats.reduce((sum, one) => sum + one.seats, 0);
  const hasAnybody = complaintContacts.length > 0 || contacts.length > 0 || hasContact(contact);
  return (
    <>
      <PageHeading caption={<InLanguage text={name} />}>{t("structure:how.title")}</PageHeading>
      <p className="govuk-body-l">{t("structure:how.lead")}</p>
      {standing && (
        <>
          <h2 className="govuk-heading-m">{t("structure:how.what")}</h2>
          <SummaryList
            rows={[
              { key: "type", label: t("structure:how.type"), value: t(`structure:type.${standing.type}`) },
              { key: "form", label: t("structure:how.form"), value: t(`structure:form.${standing.legalForm}`) },
              {
                key: "status",
                label: t("structure:how.status"),
                value: standing.status === "shadow" && standing.shadowUntil ? t("structure:shadow-until", { date: date(standing.shadowUntil) }) : t(`structure:status.${standing.status}`),
              },
              ...(standing.accountable ? [{ key: "accountable", label: t("structure:how.accountable"), value: <InLanguage text={standing.accountable} /> }] : []),
            ]}
          />
        </>
      )}
      <h2 className="govuk-heading-m">{t("structure:how.picture")}</h2>
      {tree.length === 0 ? (
        <p className="govuk-body">{t("structure:how.none")}</p>
      ) : (
        <>
          <p className="govuk-body">{t("structure:how.picture-text")}</p>
          <SeatLegend />
          <StructurePicture branches={tree} />
        </>
      )}
      {tree.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("structure:how.decides")}</h2>
          {deciding.map(
            ({ model, bodies }) =>
              bodies.length > 0 && (
                <section key={model}>
                  <h3 className="govuk-heading-s">{t(`bodies:model.${model}`)}</h3>
                  <p className="govuk-body">{t(`structure:model-explained.${model}`)}</p>
                  <ul className="govuk-list govuk-list--bullet">
                    {bodies.map((body) => (
                      <li key={body.id}>
                        <PageLink to={body.path}>
                          <InLanguage text={body.name} />
                        </PageLink>
                      </li>
                    ))}
                  </ul>
                </section>
              ),
          )}
          <p className="govuk-body">
            <PageLink to={delegationRegisterPath({ slug })}>{t("structure:how.delegated")}</PageLink>
          </p>
        </>
      )}
      {seats.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("structure:how.sectors")}</h2>
          <p className="govuk-body">{t("structure:how.sectors-text", { count: ofBodies, bodies: number(ofBodies) })}</p>
          <SectorTable caption={t("structure:how.sectors")} isCaptionHidden sectors={seats} ofBodies={ofBodies} />
          {mixed > 0 && <p className="govuk-body">{t("structure:how.sectors-mixed", { count: mixed, mixed: number(mixed), of: number(ofSeats) })}</p>}
        </>
      )}
      <h2 className="govuk-heading-m">{t("structure:how.ask")}</h2>
      {contacts.map((body) => (
        <section key={body.id}>
          <h3 className="govuk-heading-s">
            <PageLink to={body.path}>
              <InLanguage text={body.name} />
            </PageLink>
          </h3>
          <BodyContacts contacts={body.contacts} />
        </section>
      ))}
      {hasContact(contact) && (
        <section>
          <h3 className="govuk-heading-s">{t("structure:how.partnership")}</h3>
          <ContactList contact={contact} />
        </section>
      )}
      {!hasContact(contact) && contacts.length === 0 && <p className="govuk-body">{t("structure:how.no-contact")}</p>}
      <h2 className="govuk-heading-m" id="complain">
        {t("structure:how.complain")}
      </h2>
      {standing && Object.keys(standing.complaints).length > 0 ? <Paragraphs text={standing.complaints} /> : <p className="govuk-body">{t(hasAnybody ? "structure:how.complain-usual" : "structure:how.complain-nobody")}</p>}
      <BodyContacts contacts={complaintContacts} />
      <h2 className="govuk-heading-m">{t("structure:how.more")}</h2>
      <ul className="govuk-list">
        <li>
          <PageLink to={glossaryPath({ slug })}>{t("glossary:title")}</PageLink>
        </li>
        <li>
          <PageLink to="/how-we-work">{t("structure:how.answers")}</PageLink>
        </li>
        <li>
          <PageLink to={peopleJsonPath({ slug })} type="application/json">
            {t("structure:how.json")}
          </PageLink>
        </li>
      </ul>
    </>
  );
}
