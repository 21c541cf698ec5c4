import { chosenText } from "#app/consultations/filter-text.ts";
import type { Chosen } from "#app/consultations/result-filter.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { noCode, type CodingFilter } from "../coding-filter.ts";
import type { CodingChoices } from "../coding-shown.ts";
import { isNarrowed, readingAt, widened, type Reading } from "../reading.ts";

type ReadingChosenProps = { reading: Reading; chosen: readonly Chosen[]; choices: CodingChoices; here: string };

/** What the texts that are shown were chosen by; each can be taken away. */
export function ReadingChosen({ reading, chosen, choices, here }: ReadingChosenProps) {
  const words = useWords();
  const { t } = words;
  if (!isNarrowed(reading)) return null;
  const { coding } = reading;
  const but = (without: Partial<CodingFilter>) => ({ ...reading, coding: { ...coding, ...without } });
  const codingLines = () => {
    const code = choices.frames.flatMap(({ codes }) => codes).find(({ value }) => value === coding.code)?.label;
    const coder = choices.coders.find(({ value }) => value === coding.coderId)?.label;
    return [
      ...(coding.code !== null ? [{ key: "code", text: coding.code === noCode ? t("coding:filter.none") : t("coding:filter.with", { code: `\u2068${code ?? t("coding:filter.unknown")}\u2069` }), without: but({ code: null }) }] : []),
      ...(coding.coderId !== null ? [{ key: "coder", text: t("coding:filter.by", { who: `\u2068${coder ?? t("reading:somebody")}\u2069` }), without: but({ coderId: null }) }] : []),
      ...(coding.stance !== null ? [{ key: "stance", text: t(`coding:stance.${coding.stance}`), without: but({ stance: null }) }] : []),
    ];
  };
  const lines = [
    ...(reading.words !== "" ? [{ key: "words", text: t("reading:chosen.words", { words: `\u2068${reading.words}\u2069` }), without: { ...reading, words: "" } }] : []),
    ...(reading.mark !== null ? [{ key: "mark", text: t(`reading:only.${reading.mark}`), without: { ...reading, mark: null } }] : []),
    ...codingLines(),
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
