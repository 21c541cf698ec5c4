// Somebody's own account: who they are here, and how they sign in.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { languageNames } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList, type SummaryRow } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findAccount } from "../account.store.server.ts";
import { findLinkedAt } from "../identities.store.server.ts";
import { identityProvider } from "../oidc.server.ts";
import { accountDetailsPath, accountEmailPath, authenticatorPath, passkeysPath, passwordPath, recoveryCodesPath, sessionsPath, signOutPath } from "../paths.ts";
import { mustHaveSecondFactor } from "../second-factor.ts";
import { countSessions } from "../sessions.store.server.ts";
import { requireSignedIn } from "../session.server.ts";

const told = ["details", "email", "password", "authenticator", "authenticator-removed", "passkey", "passkey-renamed", "passkey-removed"] as const;

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { t, date, number } = wordsFor(language);
  const signedIn = await requireSignedIn(request, now);
  const { passwordChangedAt, authenticatorAddedAt, recoveryCodesLeft, passkeys } = await findAccount(signedIn.personId);
  const sessions = await countSessions(db(), signedIn.personId, now);
  const provider = identityProvider();
  const linkedAt = provider ? await findLinkedAt(db(), signedIn.personId) : null;
  const done = new URL(request.url).searchParams.get("done");
  const day = (instant: Date | null) => instant && date(dayOf(instant));
  return {
    ...{ name: signedIn.name, email: signedIn.email, ownLanguage: languageNames[signedIn.language] },
    ...{ passwordChangedOn: day(passwordChangedAt), authenticatorAddedOn: day(authenticatorAddedAt), recoveryCodesLeft, passkeys },
    provider: provider && { name: provider.name, linkedOn: day(linkedAt) },
    sessions: t("account:sessions.count", { count: sessions, number: number(sessions) }),
    isDemonstration: signedIn.isDemonstration,
    mustHaveSecondFactor: mustHaveSecondFactor(signedIn),
    done: told.find((one) => one === done) ?? null,
    title: titleOf(t("account:title"), language),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const { done, name, email, passwordChangedOn, authenticatorAddedOn, recoveryCodesLeft, passkeys } = account;
  const hasFactor = authenticatorAddedOn !== null || passkeys > 0;
  const row = (key: string, value: SummaryRow["value"], to?: string): SummaryRow => {
    const label = t(`account:row.${key}`);
    return { key, label, value, ...(to !== undefined && { change: { to, what: label } }) };
  };
  const since = (day: string | null) => (day === null ? t("account:none") : t("account:since", { date: day }));
  const left = { count: recoveryCodesLeft, number: number(recoveryCodesLeft) };
  return (
    <>
      {done && <NotificationBanner kind="success">{t(`account:done.${done}`)}</NotificationBanner>}
      <PageHeading>{t("account:title")}</PageHeading>
      <SummaryList
        rows={[row("name", <bdi>{name}</bdi>, accountDetailsPath), row("language", account.ownLanguage, accountDetailsPath), row("email", <bdi>{email}</bdi>, accountEmailPath)]}
      />
      <h2 className="govuk-heading-m">{t("account:how")}</h2>
      {account.isDemonstration && <p className="govuk-body">{t("account:demonstration")}</p>}
      {!account.isDemonstration && account.mustHaveSecondFactor && <p className="govuk-body">{t("account:mustHave")}</p>}
      <SummaryList
        rows={[
          ...(account.provider ? [{ key: "provider", label: <bdi>{account.provider.name}</bdi>, value: since(account.provider.linkedOn) }] : []),
          row("letter", t("account:letterAlways")),
          row("password", since(passwordChangedOn), passwordPath()),
          row("authenticator", since(authenticatorAddedOn), authenticatorPath()),
          row("passkeys", passkeys === 0 ? t("account:none") : number(passkeys), passkeysPath()),
          ...(hasFactor ? [row("recovery", t("account:recovery.left", left), recoveryCodesPath())] : []),
        ]}
      />
      {hasFactor && recoveryCodesLeft === 0 && <WarningText>{t("account:recovery.none")}</WarningText>}
      {authenticatorAddedOn && (!account.mustHaveSecondFactor || passkeys > 0) && (
        <p className="govuk-body">
          <PageLink to={authenticatorPath({ ask: "remove" })}>{t("account:authenticator.remove")}</PageLink>
        </p>
      )}
      <h2 className="govuk-heading-m">{t("account:row.sessions")}</h2>
      <p className="govuk-body">
        <PageLink to={sessionsPath()}>{account.sessions}</PageLink>
      </p>
      <p className="govuk-body">
        <PageLink to={signOutPath}>{t("account:signOut")}</PageLink>
      </p>
    </>
  );
}
