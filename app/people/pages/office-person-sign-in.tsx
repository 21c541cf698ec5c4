// How somebody with a role here signs in. An administrator takes away factors that were lost, or signs them out everywhere.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findAccount } from "../account.store.server.ts";
import { requirePeopleKeeper } from "../guard.server.ts";
import { findReach, signOutSomebody, takeFactors } from "../helping.store.server.ts";
import { officePersonPath, personSignInPath } from "../paths.ts";
import { findPersonHere } from "../roles.store.server.ts";
import { countSessions } from "../sessions.store.server.ts";
import { requireRecent } from "../session.server.ts";

const told = ["factors", "sessions"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, partnershipAndAbove, signedIn } = await requirePeopleKeeper(args);
  const { t, date } = wordsFor(language);
  const person = await findPersonHere(db(), partnershipAndAbove, args.params.person);
  const { personId, name } = person;
  const account = await findAccount(personId);
  const factors = account.authenticatorAddedAt !== null || account.passkeys > 0;
  const sessions = await countSessions(db(), personId, now);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "person.read" },
    ...{ subjectKind: "person", subjectId: personId },
  });
  const reach = await findReach(db(), signedIn, personId);
  const query = new URL(args.request.url).searchParams;
  const wanted = told.find((one) => one === query.get("ask")) ?? null;
  const asking = reach === "may" && wanted !== null && (wanted === "factors" ? factors : sessions > 0) ? wanted : null;
  if (asking) await requireRecent(args.request, now);
  const heading = asking ? t(`account:help.${asking}.question`, { name }) : t("account:help.title", { name });
  const day = (instant: Date | null) => instant && date(dayOf(instant));
  return {
    ...{ partnership, personId, name, reach, factors, sessions, asking, heading, title: titleOf(heading, language, partnership) },
    ...{ passwordChangedOn: day(account.passwordChangedAt), authenticatorAddedOn: day(account.authenticatorAddedAt) },
    ...{ recoveryCodesLeft: account.recoveryCodesLeft, passkeys: account.passkeys },
    done: told.find((one) => one === query.get("done")) ?? null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, partnershipAndAbove, signedIn } = await requirePeopleKeeper(args);
  const { personId } = await findPersonHere(db(), partnershipAndAbove, args.params.person);
  const deed = (await readForm(args.request)).get("deed");
  if (deed !== "factors" && deed !== "sessions") throw badRequest();
  await requireRecent(args.request, now, personSignInPath(partnership, personId));
  if ((await findReach(db(), signedIn, personId)) !== "may") throw forbidden();
  const asked = { personId, partnershipId: partnership.id, by: signedIn.personId, now };
  await inTransaction((transaction) => (deed === "factors" ? takeFactors : signOutSomebody)(transaction, asked));
  return redirect(personSignInPath(partnership, personId, { done: deed }));
}

export default function OfficePersonSignIn() {
  const loaded = useLoaderData<typeof loader>();
  const { partnership, personId, name, reach, factors, sessions, asking, heading, done } = loaded;
  const { t, number } = useWords();
  const here = personSignInPath(partnership, personId);
  if (asking) {
    return (
      <Confirming
        question={heading}
        consequence={t(`account:help.${asking}.consequence`, { name })}
        yes={{ name: "deed", value: asking, text: t(`account:help.${asking}.yes`) }}
        no={t("account:help.no")}
        backTo={here}
      />
    );
  }
  const since = (day: string | null) => (day ? t("account:since", { date: day }) : t("account:none"));
  const row = (key: string, value: string) => ({ key, label: t(`account:row.${key}`), value });
  return (
    <>
      <BackLink to={officePersonPath(partnership, personId)} text={name} />
      {done && <NotificationBanner kind="success">{t(`account:help.${done}.done`)}</NotificationBanner>}
      <PageHeading>{heading}</PageHeading>
      <SummaryList
        rows={[
          row("password", since(loaded.passwordChangedOn)),
          row("authenticator", since(loaded.authenticatorAddedOn)),
          row("passkeys", number(loaded.passkeys)),
          row("recovery", number(loaded.recoveryCodesLeft)),
          row("sessions", number(sessions)),
        ]}
      />
      {reach === "may" ? (
        <>
          <p className="govuk-body">{t("account:help.text")}</p>
          {factors && (
            <p className="govuk-body">
              <PageLink to={personSignInPath(partnership, personId, { ask: "factors" })}>{t("account:help.factors.link")}</PageLink>
            </p>
          )}
          {sessions > 0 && (
            <p className="govuk-body">
              <PageLink to={personSignInPath(partnership, personId, { ask: "sessions" })}>{t("account:help.sessions.link")}</PageLink>
            </p>
          )}
        </>
      ) : (
        <p className="govuk-body">{t(`account:help.${reach}`)}</p>
      )}
    </>
  );
}
