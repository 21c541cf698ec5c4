import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { passkeysPath } from "../paths.ts";

type RenamePasskeyProps = { id: string; heading: string; name: string; error: string | undefined };

/** Asks what a passkey is to be called. */
export function RenamePasskey({ id, heading, name, error }: RenamePasskeyProps) {
  const { t } = useWords();
  return (
    <>
      <BackLink to={passkeysPath()} text={t("account:row.passkeys")} />
      <ErrorSummary errors={error === undefined ? [] : [{ href: "#name", text: error }]} />
      <PageHeading>{heading}</PageHeading>
      <form method="post" noValidate>
        <input type="hidden" name="passkey" value={id} />
        <TextField name="name" autoComplete="off" value={name} width={20} label={t("account:passkeys.name")} hint={t("account:passkeys.nameHint")} error={error} />
        <ButtonGroup>
          <Button name="deed" value="rename">
            {t("account:passkeys.rename.yes")}
          </Button>
          <PageLink to={passkeysPath()}>{t("account:passkeys.rename.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
