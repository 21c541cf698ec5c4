// One organisation, for those who keep them: what is known of it, whom one turns to, who sits for it and what it has promised.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listContacts } from "../contacts.store.server.ts";
import { listObligations } from "../obligations.store.server.ts";
import { isOwed } from "../obligation.ts";
import { lookAgainOn } from "../organisation.ts";
import { requireOrganisationKeeper } from "../organisation-guard.server.ts";
import { obligationPath, organisationContactPath, organisationDetailsPath, organisationPath, organisationsPath } from "../organisation-paths.ts";
import { closeOrganisation, confirmOrganisation, listSittingFor } from "../organisations.store.server.ts";
import { ContactTable } from "../ui/contact-table.tsx";
import { ObligationTable } from "../ui/obligation-table.tsx";

const dones = ["saved", "confirmed", "closed", "reopened", "contact", "obligation", "removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, keepsAll, organisation } = await requireOrganisationKeeper(args);
  const query = new URL(args.request.url).searchParams;
  const words = wordsFor(language);
  const today = dayOf(now);
  const name = textIn(organisation.name, language).text;
  const asks = keepsAll && organisation.closedOn === null && query.get("ask") === "close";
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "organisation.read", subjectKind: "organisation", subjectId: organisation.id });
  return {
    title: titleOf(asks ? words.t("organisations:one.ask", { name }) : name, language, partnership),
    ...{ partnership, organisation, name, asks, keepsAll },
    lookAgain: organisation.closedOn === null && lookAgainOn(organisation.confirmedOn) <= today,
    confirmedOn: words.date(organisation.confirmedOn),
    closedOn: organisation.closedOn && words.date(organisation.closedOn),
    contacts: await listContacts(db(), partnership.id, { organisationId: organisation.id }),
    sitting: (await listSittingFor(db(), organisation.id, today)).map(({ startsOn, endsOn, ...one }) => ({ ...one, from: words.date(startsOn), until: words.date(endsOn) })),
    obligations: (await listObligations(db(), partnership.id, organisation.id, today)).map((one) => ({ ...one, isOwed: isOwed(one, today), from: words.date(one.startsOn), until: one.endsOn && words.date(one.endsOn) })),
    done: dones.find((one) => one === query.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, keepsAll, organisation } = await requireOrganisationKeeper(args);
  const deed = (await readForm(args.request)).get("deed");
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const done = await inTransaction(async (transaction) => {
    if (deed === "confirm") await confirmOrganisation(transaction, by, organisation.id);
    else if (!keepsAll) throw forbidden();
    else if (deed === "close" || deed === "reopen") await closeOrganisation(transaction, by, organisation.id, deed === "close");
    else throw badRequest();
    return ({ confirm: "confirmed", close: "closed", reopen: "reopened" } as const)[deed];
  });
  return redirect(`${organisationPath(partnership, organisation)}?done=${done}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OrganisationPage() {
  const { partnership, organisation, name, asks, keepsAll, lookAgain, confirmedOn, closedOn, contacts, sitting, obligations, done } = useLoaderData<typeof loader>();
  const { t, several } = useWords();
  const here = organisationPath(partnership, organisation);
  if (asks) {
    return (
      <Confirming
        question={t("organisations:one.ask", { name })}
        consequence={t("organisations:one.ask-text")}
        yes={{ name: "deed", value: "close", text: t("organisations:one.ask-yes") }}
        no={t("organisations:one.ask-no")}
        backTo={here}
      />
    );
  }
  const { sector, kind, roles, charityNumber, companyNumber, website, areaCodes, supportNeeds } = organisation;
  const rows: [string, React.ReactNode][] = [
    ["sector", t(`bodies:sector.${sector}`)],
    ["kind", t(`organisations:kind.${kind}`)],
    ["charityNumber", charityNumber && <bdi key="c">{charityNumber}</bdi>],
    ["companyNumber", companyNumber && <bdi key="c">{companyNumber}</bdi>],
    ["website", website && <a key="w" className="govuk-link" href={website} rel="noreferrer"><bdi>{website}</bdi></a>],
    ["areaCodes", areaCodes.length > 0 ? <bdi key="a">{areaCodes.join(", ")}</bdi> : t("organisations:one.everywhere")],
    ["roles", several(roles.map((role) => t(`organisations:role.${role}`)))],
    ["supportNeeds", several(supportNeeds.map((need) => t(`organisations:need.${need}`)))],
    ["confirmedOn", confirmedOn],
  ];
  return (
    <>
      <BackLink to={organisationsPath(partnership)} text={t("organisations:list.title")} />
      {done && <NotificationBanner kind="success">{t(`organisations:one.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={organisation.name} />
      </PageHeading>
      {closedOn && <InsetText>{t("organisations:one.closed", { date: closedOn })}</InsetText>}
      {lookAgain && <InsetText>{t("organisations:one.look-again", { date: confirmedOn })}</InsetText>}
      <SummaryList rows={rows.map(([key, value]) => ({ key, label: t(`organisations:field.${key}`), value: value || t("organisations:one.none") }))} />
      <form method="post" noValidate>
        <ButtonGroup>
          <ButtonLink look={lookAgain ? "secondary" : "main"} to={organisationDetailsPath(partnership, organisation.id)}>{t("organisations:details.title")}</ButtonLink>
          {!closedOn && <Button look={lookAgain ? "main" : "secondary"} name="deed" value="confirm">{t("organisations:one.confirm")}</Button>}
        </ButtonGroup>
      </form>
      <h2 className="govuk-heading-m">{t("organisations:contacts.title")}</h2>
      <ContactTable contacts={contacts} pathOf={(id) => organisationContactPath(partnership, organisation, id)} />
      <p className="govuk-body">
        <PageLink to={organisationContactPath(partnership, organisation)}>{t("organisations:contacts.add")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("organisations:sitting.title")}</h2>
      {sitting.length === 0 ? (
        <p className="govuk-body">{t("organisations:sitting.none")}</p>
      ) : (
        <Table
          caption={t("organisations:sitting.title")}
          captionSize="hidden"
          stacks
          columns={(["name", "body", "seat", "from", "until"] as const).map((key) => ({ key, heading: t(`organisations:sitting.${key}`) }))}
          rows={sitting.map((one) => ({
            key: one.appointmentId,
            cells: [<bdi key="name">{one.name}</bdi>, <InLanguage key="body" text={one.bodyName} />, <InLanguage key="seat" text={one.holder} />, one.from, one.until],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("organisations:obligations.title")}</h2>
      <ObligationTable obligations={obligations} pathOf={keepsAll ? (id) => obligationPath(partnership, organisation, id) : null} />
      {keepsAll && (
        <p className="govuk-body">
          <PageLink to={obligationPath(partnership, organisation)}>{t("organisations:obligations.add")}</PageLink>
        </p>
      )}
      {!keepsAll ? null : closedOn ? (
        <form method="post" noValidate>
          <Button look="secondary" name="deed" value="reopen">{t("organisations:one.reopen")}</Button>
        </form>
      ) : (
        <p className="govuk-body">
          <PageLink to={organisationPath(partnership, organisation, { ask: "close" })}>{t("organisations:one.close")}</PageLink>
        </p>
      )}
    </>
  );
}
