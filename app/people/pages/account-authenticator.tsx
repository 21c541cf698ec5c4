// Sets up an app for one-time codes, puts another in its place, or takes it away.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { encodeQR } from "qr";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { localPath } from "#app/shared/local-path.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { hasAuthenticator, offerAuthenticator, openOffer, removeAuthenticator, saveAuthenticator, type Offer } from "../authenticators.store.server.ts";
import { findWriter } from "../letters.store.server.ts";
import { listPasskeys } from "../passkeys.store.server.ts";
import { accountPath, authenticatorPath, passkeysPath, recoveryCodesPath } from "../paths.ts";
import { countRecoveryCodes, removeRecoveryCodes } from "../recovery-codes.store.server.ts";
import { mustHaveSecondFactor } from "../second-factor.ts";
import { completeSession, endOtherSessions, hasSecondFactor, requireSettingUp, type Asking } from "../session.server.ts";
import { readCode } from "../sign-in.ts";
import { CodeField } from "../ui/code-field.tsx";
import { QrCode } from "../ui/qr-code.tsx";

/** What the app shows beside the code, so that its owner knows which it is. */
async function issuerFor({ signedIn }: Asking): Promise<string> {
  return textIn((await findWriter(db(), signedIn)).name, signedIn.language).text;
}

/** What the page draws of an app to be set up: the key in groups of four, and the picture. */
function drawn({ secret, address, sealed }: Offer) {
  return { key: secret.replace(/(.{4})(?=.)/g, "$1 "), address, sealed, rows: encodeQR(address, "raw", { border: 4 }) };
}

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { t } = wordsFor(language);
  const asking = await requireSettingUp(request, now);
  const { personId } = asking.signedIn;
  const query = new URL(request.url).searchParams;
  const has = await hasAuthenticator(db(), personId);
  const isAsked = has && query.get("ask") === "remove" && !(await isNeeded(asking));
  const heading = isAsked ? t("account:authenticator.ask.question") : has ? t("account:authenticator.replace") : t("account:authenticator.add");
  return {
    ...{ to: localPath(query.get("to")), isSettingUp: asking.lacking === "set-up", has, isAsked, heading, title: titleOf(heading, language) },
    offer: drawn(offerAuthenticator(asking.signedIn, await issuerFor(asking), now)),
  };
}

/** Whether somebody could not sign in to their office any more without their app. */
async function isNeeded({ signedIn }: Asking): Promise<boolean> {
  if (!mustHaveSecondFactor(signedIn)) return false;
  return (await listPasskeys(db(), signedIn.personId)).length === 0;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { language, now } }: ActionFunctionArgs) {
  const { t } = wordsFor(language);
  const asking = await requireSettingUp(request, now, authenticatorPath());
  const { signedIn } = asking;
  const form = await readForm(request);
  if (form.get("deed") === "remove") return remove(asking, now);
  const offer = openOffer(signedIn, await issuerFor(asking), form.get("sealed") ?? "", now);
  const typed = form.get("code") ?? "";
  const refuse = (error: string) => data({ code: typed, error, offer: offer && drawn(offer) }, { status: 422 });
  if (!offer) return refuse(t("account:authenticator.problem.old"));
  const code = readCode(typed);
  if (!code) return refuse(t(`people:secondStep.app.${typed.trim() === "" ? "missing" : "malformed"}`));
  const saved = await inTransaction(async (transaction) => {
    if (!(await saveAuthenticator(transaction, signedIn, offer, code, now))) return null;
    await endOtherSessions(transaction, asking);
    return { cookie: await completeSession(transaction, request, asking, now), codesLeft: await countRecoveryCodes(transaction, signedIn.personId) };
  });
  if (!saved) return refuse(t("account:authenticator.problem.wrong"));
  const to = localPath(form.get("to"));
  const next = saved.codesLeft === 0 ? recoveryCodesPath({ to }) : (to ?? accountPath({ done: "authenticator" }));
  return redirect(next, { headers: { "Set-Cookie": saved.cookie } });
}

async function remove(asking: Asking, now: Date) {
  if (await isNeeded(asking)) throw badRequest();
  const { personId } = asking.signedIn;
  await inTransaction(async (transaction) => {
    await removeAuthenticator(transaction, asking.signedIn, now);
    if (!(await hasSecondFactor(transaction, personId))) await removeRecoveryCodes(transaction, personId);
    await endOtherSessions(transaction, asking);
  });
  return redirect(accountPath({ done: "authenticator-removed" }));
}

export default function AccountAuthenticator() {
  const { to, isSettingUp, has, isAsked, heading, offer: fresh } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  if (isAsked) {
    return (
      <Confirming
        question={heading}
        consequence={t("account:authenticator.ask.consequence")}
        yes={{ name: "deed", value: "remove", text: t("account:authenticator.ask.yes") }}
        no={t("account:authenticator.ask.no")}
        backTo={accountPath()}
      />
    );
  }
  const { key, address, sealed, rows } = tried?.offer ?? fresh;
  return (
    <>
      {!isSettingUp && <BackLink to={accountPath()} text={t("account:title")} />}
      <ErrorSummary errors={tried ? [{ href: "#code", text: tried.error }] : []} />
      <PageHeading>{heading}</PageHeading>
      {isSettingUp && <InsetText>{t("account:authenticator.needed")}</InsetText>}
      {has && <InsetText>{t("account:authenticator.replaces")}</InsetText>}
      <p className="govuk-body">{t("account:authenticator.text")}</p>
      {isSettingUp && (
        <p className="govuk-body">
          <PageLink to={passkeysPath({ to })}>{t("account:passkeys.instead")}</PageLink>
        </p>
      )}
      <h2 className="govuk-heading-m">{t("account:authenticator.first")}</h2>
      <p className="govuk-body">{t("account:authenticator.apps")}</p>
      <h2 className="govuk-heading-m">{t("account:authenticator.second")}</h2>
      <p className="govuk-body">{t("account:authenticator.scan")}</p>
      <QrCode rows={rows} label={t("account:authenticator.picture")} />
      <p className="govuk-body">{t("account:authenticator.type")}</p>
      <p className="govuk-body account-key" dir="ltr">
        {key}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={address}>
          {t("account:authenticator.open")}
        </a>
      </p>
      <h2 className="govuk-heading-m">{t("account:authenticator.third")}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="sealed" value={sealed} />
        {to && <input type="hidden" name="to" value={to} />}
        <CodeField label={t("people:secondStep.app.label")} hint={t("people:secondStep.app.hint")} tried={tried} />
        <Button>{t("account:authenticator.save")}</Button>
      </form>
    </>
  );
}
