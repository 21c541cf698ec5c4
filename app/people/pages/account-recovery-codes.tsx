// Makes recovery codes and shows them, once.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { accountPath, recoveryCodesPath } from "../paths.ts";
import { recoveryCodesInASet } from "../recovery-code.ts";
import { countRecoveryCodes, drawRecoveryCodes, saveRecoveryCodes } from "../recovery-codes.store.server.ts";
import { hasSecondFactor, requireRecent, type Asking } from "../session.server.ts";

/** Recovery codes stand in for a second factor; without one there are none. */
async function requireFactor(request: Request, now: Date): Promise<Asking> {
  const asking = await requireRecent(request, now, recoveryCodesPath());
  if (!(await hasSecondFactor(db(), asking.signedIn.personId))) throw redirect(accountPath());
  return asking;
}

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { signedIn } = await requireFactor(request, now);
  const { t } = wordsFor(language);
  const left = await countRecoveryCodes(db(), signedIn.personId);
  const to = localPath(new URL(request.url).searchParams.get("to"));
  return { to, left, email: signedIn.email, title: titleOf(t("account:recovery.title"), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const { signedIn } = await requireFactor(request, now);
  if (!(await isWithinLimit("recovery codes made", signedIn.personId, 10, 900))) throw tooMany();
  await readForm(request);
  const drawn = await drawRecoveryCodes();
  await inTransaction((transaction) => saveRecoveryCodes(transaction, signedIn, drawn, now));
  return { codes: drawn.codes };
}

export default function AccountRecoveryCodes() {
  const { to, left, email } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const { t, number } = useWords();
  if (made) {
    const file = [t("account:recovery.file", { email }), "", ...made.codes, ""].join("\r\n");
    return (
      <>
        <PageHeading>{t("account:recovery.title")}</PageHeading>
        <WarningText>{t("account:recovery.once")}</WarningText>
        <p className="govuk-body">{t("account:recovery.keep")}</p>
        <ol className="govuk-list govuk-list--number account-codes" dir="ltr">
          {made.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="govuk-body">
          <a className="govuk-link" href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download={t("account:recovery.fileName")}>
            {t("account:recovery.download")}
          </a>
        </p>
        <ButtonLink to={to ?? accountPath()}>{t("account:recovery.go")}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <BackLink to={accountPath()} text={t("account:title")} />
      <PageHeading>{t("account:recovery.title")}</PageHeading>
      <p className="govuk-body">{t("account:recovery.text", { count: recoveryCodesInASet, number: number(recoveryCodesInASet) })}</p>
      {left > 0 && <WarningText>{t("account:recovery.replaces", { count: left, number: number(left) })}</WarningText>}
      <form method="post" noValidate>
        <ButtonGroup>
          <Button>{t("account:recovery.make")}</Button>
          <PageLink to={to ?? accountPath()}>{t("account:recovery.later")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
