// What figures of a poll count where organisations have several delegates.
import { useWords } from "#app/shared/ui/words.tsx";
import type { Declaration } from "../declaration.ts";

export function CountedDelegates({ delegates }: Pick<Declaration, "delegates">) {
  const { t, number } = useWords();
  return delegates && <p className="govuk-body">{t("results:delegates", { each: number(delegates.each), named: number(delegates.named), organisations: number(delegates.organisations) })}</p>;
}
