// The demonstration's people: a press of a button signs in as one of them.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDemonstration } from "#app/people/demonstration.server.ts";
import { demonstrationPeoplePath, outboxPath } from "#app/people/paths.ts";
import { signIn } from "#app/people/session.server.ts";
import { isDemonstrationPerson, listDemonstrationPeople } from "#app/people/store.server.ts";
import { GrantLine } from "#app/people/ui/grant-line.tsx";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  requireDemonstration();
  const after = new URL(request.url).searchParams.get("after");
  const page = await listDemonstrationPeople(db(), { after });
  return { ...page, isFirst: after === null, title: titleOf(wordsFor(language).t("people:demonstration.title"), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  requireDemonstration();
  const personId = (await readForm(request)).get("person") ?? "";
  if (!(await isDemonstrationPerson(db(), personId))) throw notFound();
  const { cookie, to } = await inTransaction((transaction) => signIn(transaction, request, { personId, by: "demonstration", now }));
  return redirect(to, { headers: { "Set-Cookie": cookie } });
}

export default function DemonstrationPeople() {
  const { people, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading>{t("people:demonstration.title")}</PageHeading>
      <p className="govuk-body">{t("people:demonstration.text")}</p>
      <p className="govuk-body">
        <PageLink to={outboxPath()}>{t("people:demonstration.outbox")}</PageLink>
      </p>
      {people.length === 0 && <p className="govuk-body">{t("people:demonstration.nobody")}</p>}
      {people.map(({ personId, name, grants }) => (
        <section key={personId} aria-labelledby={`person-${personId}`}>
          <h2 className="govuk-heading-m" id={`person-${personId}`}>
            <bdi>{name}</bdi>
          </h2>
          {grants.length === 0 ? (
            <p className="govuk-body">{t("people:demonstration.noRole")}</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {grants.map((grant) => (
                <GrantLine key={grant.role + grant.partnershipId} grant={grant} />
              ))}
            </ul>
          )}
          <form method="post" noValidate>
            <Button look="secondary" name="person" value={personId}>
              {t("people:demonstration.signInAs", { name })}
            </Button>
          </form>
        </section>
      ))}
      <Pagination
        first={isFirst ? null : demonstrationPeoplePath()}
        next={nextAfter ? { to: demonstrationPeoplePath(nextAfter) } : null}
      />
    </>
  );
}
