// Somebody's passkeys: those there are, another, and taking one away.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { localPath } from "#app/shared/local-path.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { hasAuthenticator } from "../authenticators.store.server.ts";
import { findWriter } from "../letters.store.server.ts";
import { mostPasskeys, readPasskeyName } from "../passkey.ts";
import { listPasskeys, offerPasskey, removePasskey, renamePasskey, savePasskey } from "../passkeys.store.server.ts";
import { accountPath, passkeysPath, recoveryCodesPath } from "../paths.ts";
import { countRecoveryCodes, removeRecoveryCodes } from "../recovery-codes.store.server.ts";
import { mustHaveSecondFactor } from "../second-factor.ts";
import { completeSession, endOtherSessions, hasSecondFactor, requireSettingUp, type Asking } from "../session.server.ts";
import { PasskeyForm } from "../ui/passkey-form.tsx";
import { RenamePasskey } from "../ui/rename-passkey.tsx";

export async function loader({ request, context: { language, now, site } }: LoaderFunctionArgs) {
  const { t, date } = wordsFor(language);
  const asking = await requireSettingUp(request, now);
  const { signedIn } = asking;
  const query = new URL(request.url).searchParams;
  const passkeys = await listPasskeys(db(), signedIn.personId);
  const isKept = await isNeeded(asking, passkeys.length);
  const asked = isKept ? undefined : passkeys.find(({ id }) => id === query.get("ask"));
  const renamed = passkeys.find(({ id }) => id === query.get("rename"));
  const heading = asked
    ? t("account:passkeys.ask.question", { name: asked.name })
    : renamed
      ? t("account:passkeys.rename.question", { name: renamed.name })
      : t("account:row.passkeys");
  const issuer = textIn((await findWriter(db(), signedIn)).name, signedIn.language).text;
  return {
    ...{ to: localPath(query.get("to")), isSettingUp: asking.lacking === "set-up", isKept, asked: asked?.id ?? null, renamed: renamed ? { id: renamed.id, name: renamed.name } : null },
    options: passkeys.length < mostPasskeys ? await offerPasskey(db(), signedIn, issuer, { site, now }) : null,
    passkeys: passkeys.map(({ id, name, host, addedAt, lastUsedAt }) => ({
      ...{ id, name, host, isHere: host === new URL(site).hostname },
      ...{ addedOn: date(dayOf(addedAt)), usedOn: lastUsedAt && date(dayOf(lastUsedAt)) },
    })),
    ...{ heading, title: titleOf(heading, language) },
  };
}

/** Whether somebody could not sign in to their office any more without the one passkey they have. */
async function isNeeded({ signedIn }: Asking, passkeys: number): Promise<boolean> {
  return passkeys === 1 && mustHaveSecondFactor(signedIn) && !(await hasAuthenticator(db(), signedIn.personId));
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const handle = { scripts: ["passkey"] };

export async function action({ request, context: { language, now, site } }: ActionFunctionArgs) {
  const { t } = wordsFor(language);
  const asking = await requireSettingUp(request, now, passkeysPath());
  const { signedIn } = asking;
  const form = await readForm(request, { longest: 20_000 });
  const passkeys = await listPasskeys(db(), signedIn.personId);
  if (form.get("deed") === "remove") {
    if (await isNeeded(asking, passkeys.length)) throw badRequest();
    return remove(asking, form.get("passkey") ?? "", now);
  }
  const typed = form.get("name") ?? "";
  const refuse = (error: string) => data({ name: typed, error }, { status: 422 });
  const name = readPasskeyName(typed);
  if (!name.ok) return refuse(t(`account:passkeys.problem.${name.problem}`));
  if (form.get("deed") === "rename") {
    await inTransaction((transaction) => renamePasskey(transaction, signedIn, { id: form.get("passkey") ?? "", name: name.value }));
    return redirect(accountPath({ done: "passkey-renamed" }));
  }
  if (passkeys.length >= mostPasskeys) throw badRequest();
  const saved = await inTransaction(async (transaction) => {
    if (!(await savePasskey(transaction, signedIn, { answer: form.get("answer") ?? "", name: name.value, site, now }))) return null;
    await endOtherSessions(transaction, asking);
    return { cookie: await completeSession(transaction, request, asking, now), codesLeft: await countRecoveryCodes(transaction, signedIn.personId) };
  });
  if (!saved) return refuse(t("account:passkeys.problem.wrong"));
  const to = localPath(form.get("to"));
  return redirect(saved.codesLeft === 0 ? recoveryCodesPath({ to }) : (to ?? accountPath({ done: "passkey" })), { headers: { "Set-Cookie": saved.cookie } });
}

async function remove(asking: Asking, id: string, now: Date) {
  const { personId } = asking.signedIn;
  await inTransaction(async (transaction) => {
    if (!(await removePasskey(transaction, asking.signedIn, id, now))) return;
    if (!(await hasSecondFactor(transaction, personId))) await removeRecoveryCodes(transaction, personId);
    await endOtherSessions(transaction, asking);
  });
  return redirect(accountPath({ done: "passkey-removed" }));
}

export default function AccountPasskeys() {
  const { to, isSettingUp, isKept, asked, renamed, options, passkeys, heading } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  if (asked !== null) {
    return (
      <Confirming
        question={heading}
        consequence={t("account:passkeys.ask.consequence")}
        yes={{ name: "deed", value: "remove", text: t("account:passkeys.ask.yes") }}
        no={t("account:passkeys.ask.no")}
        backTo={passkeysPath()}
        fields={{ passkey: asked }}
      />
    );
  }
  if (renamed !== null) return <RenamePasskey id={renamed.id} heading={heading} name={tried?.name ?? renamed.name} error={tried?.error} />;
  return (
    <>
      {!isSettingUp && <BackLink to={accountPath()} text={t("account:title")} />}
      <ErrorSummary errors={tried ? [{ href: "#name", text: tried.error }] : []} />
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t("account:passkeys.text")}</p>
      {passkeys.map(({ id, name, host, isHere, addedOn, usedOn }) => (
        <section key={id} aria-labelledby={`passkey-${id}`}>
          <h2 className="govuk-heading-m" id={`passkey-${id}`}>
            <bdi>{name}</bdi>
          </h2>
          <SummaryList
            rows={[
              { key: "added", label: t("account:passkeys.added"), value: addedOn },
              { key: "used", label: t("account:passkeys.used"), value: usedOn ?? t("account:passkeys.never") },
              ...(isHere ? [] : [{ key: "host", label: t("account:passkeys.host"), value: host }]),
            ]}
          />
          <p className="govuk-body">
            <PageLink to={passkeysPath({ rename: id })} aria-label={t("account:passkeys.rename.which", { name })}>
              {t("account:passkeys.rename.link")}
            </PageLink>
          </p>
          {!isKept && (
            <p className="govuk-body">
              <PageLink to={passkeysPath({ ask: id })} aria-label={t("account:passkeys.removeWhich", { name })}>
                {t("account:passkeys.remove")}
              </PageLink>
            </p>
          )}
        </section>
      ))}
      {isKept && <p className="govuk-body">{t("account:passkeys.kept")}</p>}
      {options === null ? (
        <p className="govuk-body">{t("account:passkeys.most")}</p>
      ) : (
        <>
          <h2 className="govuk-heading-m">{t("account:passkeys.add")}</h2>
          <PasskeyForm deed="make" options={options} button={t("account:passkeys.make")}>
            {to && <input type="hidden" name="to" value={to} />}
            <TextField
              name="name"
              autoComplete="off"
              value={tried?.name}
              width={20}
              label={t("account:passkeys.name")}
              hint={t("account:passkeys.nameHint")}
              error={tried?.error}
            />
          </PasskeyForm>
        </>
      )}
    </>
  );
}
