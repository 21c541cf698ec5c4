// Everybody with a role in a partnership, for its administrators: since when, and given where.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officePath } from "#app/partnerships/paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requirePeopleKeeper } from "../guard.server.ts";
import { countInvitations } from "../invitations.store.server.ts";
import { invitePath, officeInvitationsPath, officePeoplePath, officePersonPath, roleDutiesPath } from "../paths.ts";
import { listPeopleHere } from "../roles.store.server.ts";
import { showRole } from "../shown-role.ts";
import { HeldRoleLine } from "../ui/held-roles.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, partnershipAndAbove, signedIn } = await requirePeopleKeeper(args);
  const { t, date } = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const search = line(query.get("search") ?? "").slice(0, 100);
  const after = query.get("after");
  const { people, nextAfter } = await inTransaction(async (transaction) => {
    const page = await listPeopleHere(transaction, { partnershipAndAbove, search, after });
    await recordAudit(transaction, {
      ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "people.read" },
      ...{ subjectKind: "partnership", subjectId: partnership.id, facts: { shown: page.people.length } },
    });
    return page;
  });
  return {
    title: titleOf(t("roles:title"), language, partnership),
    ...{ partnership, search, nextAfter, isFirst: after === null },
    people: people.map(({ roles, ...person }) => ({
      ...person,
      roles: roles.map((held) => showRole(held, language, date)),
    })),
    waiting: await countInvitations(db(), partnership.id),
    isTaken: query.get("done") === "taken",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function OfficePeople() {
  const { partnership, search, nextAfter, isFirst, people, waiting, isTaken } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("roles:office")} />
      {isTaken && <NotificationBanner kind="success">{t("roles:done.taken")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("roles:title")}</PageHeading>
      <p className="govuk-body">{t("roles:text")}</p>
      <ButtonLink to={invitePath(partnership)}>{t("invitations:new.title")}</ButtonLink>
      <p className="govuk-body">
        <PageLink to={officeInvitationsPath(partnership)}>{t("roles:waiting", { number: number(waiting) })}</PageLink>
      </p>
      <p className="govuk-body">
        <PageLink to={roleDutiesPath(partnership)}>{t("roles:duties.title")}</PageLink>
      </p>
      <form method="get" role="search" noValidate>
        <TextField name="search" label={t("roles:search.label")} value={search} autoComplete="off" width={20} />
        <Button look="secondary">{t("roles:search.button")}</Button>
      </form>
      {search !== "" && (
        <p className="govuk-body">
          <PageLink to={officePeoplePath(partnership)}>{t("roles:search.all")}</PageLink>
        </p>
      )}
      {people.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? "roles:search.nobody" : "roles:end")}</p>
      ) : (
        <Table
          caption={t("roles:caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "name", heading: t("roles:column.name") },
            { key: "email", heading: t("roles:column.email") },
            { key: "roles", heading: t("roles:column.roles") },
          ]}
          rows={people.map(({ personId, name, email, roles }) => ({
            key: personId,
            cells: [
              <PageLink key="name" to={officePersonPath(partnership, personId)}>
                <bdi>{name}</bdi>
              </PageLink>,
              <bdi key="email">{email}</bdi>,
              <ul key="roles" className="govuk-list govuk-!-margin-bottom-0">
                {roles.map((held) => (
                  <li key={`${held.role} ${held.from} ${held.consultation?.id}`}>
                    <HeldRoleLine held={held} />
                  </li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
      <Pagination
        first={isFirst ? null : officePeoplePath(partnership, { search })}
        next={nextAfter ? { to: officePeoplePath(partnership, { search, after: nextAfter }) } : null}
      />
    </>
  );
}
