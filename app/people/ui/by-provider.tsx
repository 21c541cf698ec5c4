// The way in by the council's own provider, above the others.
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { signInProviderPath } from "../paths.ts";

export function ByProvider({ name, to }: { name: string; to: string | null }) {
  const { t } = useWords();
  return (
    <>
      <ButtonLink to={signInProviderPath({ to })}>{t("provider:signIn", { name })}</ButtonLink>
      <h2 className="govuk-heading-m">{t("provider:or")}</h2>
    </>
  );
}
