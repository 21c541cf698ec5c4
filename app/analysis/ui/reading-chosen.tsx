import { chosenText } from "#app/consultations/filter-text.ts";
import type { Chosen } from "#app/consultations/result-filter.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isNarrowed, readingAt, widened, type Reading } from "../reading.ts";

/** What the texts that are shown were chosen by; each can be taken away. */
export function ReadingChosen({ reading, chosen, here }: { reading: Reading; chosen: readonly Chosen[]; here: string }) {
  const words = useWords();
  const { t } = words;
  if (!isNarrowed(reading)) return null;
  const lines = [
    ...(reading.words !== "" ? [{ key: "words", text: t("reading:chosen.words", { words: `\u2068${reading.words}\u2069` }), without: { ...reading, words: "" } }] : []),
    ...(reading.mark !== null ? [{ key: "mark", text: t(`reading:only.${reading.mark}`), without: { ...reading, mark: null } }] : []),
    ...chosen.map((one) => ({ key: one.id, text: chosenText(one, words), without: { ...reading, filter: one.without } })),
  ];
  return (
    <section className="chosen-filters" aria-labelledby="chosen">
      <h2 className="govuk-heading-s" id="chosen">
        {t("reading:chosen.heading")}
      </h2>
      <ul className="govuk-list">
        {lines.map(({ key, text, without }) => (
          <li key={key}>
            {text}{" "}
            <PageLink to={readingAt(here, without)}>
              {t("office:filter.take-away")}
              <span className="govuk-visually-hidden"> {text}</span>
            </PageLink>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <PageLink to={readingAt(here, widened(reading))}>{t("reading:chosen.clear")}</PageLink>
      </p>
    </section>
  );
}
