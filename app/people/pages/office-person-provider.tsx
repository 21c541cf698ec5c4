// Whether somebody is linked to an account at the council's own provider of sign-in; administrators unlink them.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requirePeopleKeeper } from "../guard.server.ts";
import { findReach } from "../helping.store.server.ts";
import { findLinkedAt, unlinkIdentities } from "../identities.store.server.ts";
import { identityProvider } from "../oidc.server.ts";
import { officePersonPath, officePersonProviderPath } from "../paths.ts";
import { findPersonHere } from "../roles.store.server.ts";
import { requireRecent } from "../session.server.ts";

async function findLinked(args: LoaderFunctionArgs) {
  const { partnership, partnershipAndAbove, signedIn } = await requirePeopleKeeper(args);
  const provider = identityProvider();
  if (!provider) throw notFound();
  const { personId, name } = await findPersonHere(db(), partnershipAndAbove, args.params.person);
  const isElsewhere = (await findReach(db(), signedIn, personId)) === "elsewhere";
  return { partnership, provider, signedIn, personId, name, isElsewhere };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, provider, signedIn, personId, name, isElsewhere } = await findLinked(args);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "person.read" },
    ...{ subjectKind: "person", subjectId: personId },
  });
  const linkedAt = await findLinkedAt(db(), personId);
  const { t, date } = wordsFor(language);
  const heading = t("provider:link.heading", { name: provider.name });
  const isDone = new URL(args.request.url).searchParams.get("done") === "unlinked";
  return {
    ...{ heading, name, isElsewhere, isDone, linkedOn: linkedAt && date(dayOf(linkedAt)), backTo: officePersonPath(partnership, personId) },
    title: titleOf(`${name}: ${heading}`, language, partnership),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, personId, isElsewhere } = await findLinked(args);
  const { now } = args.context;
  await requireRecent(args.request, now, officePersonProviderPath(partnership, personId));
  // because the next account there that has their address is then theirs here
  if (isElsewhere) throw forbidden();
  await inTransaction((transaction) => unlinkIdentities(transaction, { personId, partnershipId: partnership.id, by: signedIn.personId, now }));
  return redirect(officePersonProviderPath(partnership, personId, { done: "unlinked" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficePersonProvider() {
  const { heading, name, isElsewhere, isDone, linkedOn, backTo } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      {isDone && <NotificationBanner kind="success">{t("provider:link.unlinked")}</NotificationBanner>}
      <PageHeading caption={<bdi>{name}</bdi>}>{heading}</PageHeading>
      {linkedOn === null ? (
        <p className="govuk-body">{t("provider:link.none")}</p>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">{t("provider:link.since", { date: linkedOn })}</p>
          {isElsewhere ? (
            <p className="govuk-body">{t("account:help.elsewhere")}</p>
          ) : (
            <>
              <p className="govuk-body">{t("provider:link.unlinkText")}</p>
              <Button look="warning">{t("provider:link.unlink")}</Button>
            </>
          )}
        </form>
      )}
    </>
  );
}
