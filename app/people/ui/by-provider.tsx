// The way in by the council's own provider, above the others.
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { signInProviderPath } from "../paths.ts";

export function ByProvider({ name, to, again }: { name: string; to: string | null; again: boolean }) {
  const { t } = useWords();
  return (
    <>
      <ButtonLink to={signInProviderPath({ to, again })}>{t("provider:signIn", { name })}</ButtonLink>
      <h2 className="govuk-heading-m">{t("provider:or")}</h2>
    </>
  );
}
