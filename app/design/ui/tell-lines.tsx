import { useWords } from "#app/shared/ui/words.tsx";

/** What was found in a file, a line each; the reasons are told in English, and said to be on a page of another language. */
export function TellLines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  const { t, language } = useWords();
  return (
    <section aria-labelledby="told">
      <h2 className="govuk-heading-m" id="told">
        {heading}
      </h2>
      {language !== "en" && <p className="govuk-body">{t("editing:import.in-english")}</p>}
      <ul className="govuk-list govuk-list--bullet" lang="en" dir="ltr">
        {lines.map((line, index) => (
          <li key={index}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
