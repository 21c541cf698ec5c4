// The honest limit of secrecy, and what is promised within it: said alike wherever it is said. [COUNTING 4]
import { useWords } from "#app/shared/ui/words.tsx";

export function Secrecy({ isOnline }: { isOnline: boolean }) {
  const { t } = useWords();
  return (
    <>
      <p className="govuk-body">{t("elections:secrecy.limit")}</p>
      <p className="govuk-body">{t("elections:secrecy.promise")}</p>
      {isOnline && <p className="govuk-body">{t("elections:secrecy.pressure")}</p>}
    </>
  );
}
