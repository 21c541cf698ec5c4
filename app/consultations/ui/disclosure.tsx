import type { Text } from "#app/shared/languages.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Who may see a response, and one press away what is done with what people tell about themselves. */
export function Disclosure({ notices }: { notices: { privacy: Text; disclosure: Text } }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="disclosure">
      <h2 className="govuk-heading-m" id="disclosure">
        {t("consultations:disclosure.heading")}
      </h2>
      <Paragraphs text={notices.disclosure} />
      <Details summary={t("consultations:privacy-notice.heading")}>
        <Paragraphs text={notices.privacy} />
      </Details>
    </section>
  );
}
