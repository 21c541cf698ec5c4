import { chosenText } from "#app/consultations/filter-text.ts";
import type { Chosen } from "#app/consultations/result-filter.ts";
import { ChosenList } from "#app/consultations/ui/chosen-responses.tsx";
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
      ...(coding.code !== null ? [{ id: "code", text: coding.code === noCode ? t("coding:filter.none") : t("coding:filter.with", { code: `\u2068${code ?? t("coding:filter.unknown")}\u2069` }), without: but({ code: null }) }] : []),
      ...(coding.coderId !== null ? [{ id: "coder", text: t("coding:filter.by", { who: `\u2068${coder ?? t("reading:somebody")}\u2069` }), without: but({ coderId: null }) }] : []),
      ...(coding.stance !== null ? [{ id: "stance", text: t(`coding:stance.${coding.stance}`), without: but({ stance: null }) }] : []),
    ];
  };
  const lines = [
    ...(reading.words !== "" ? [{ id: "words", text: t("reading:chosen.words", { words: `\u2068${reading.words}\u2069` }), without: { ...reading, words: "" } }] : []),
    ...(reading.mark !== null ? [{ id: "mark", text: t(`reading:only.${reading.mark}`), without: { ...reading, mark: null } }] : []),
    ...codingLines(),
    ...chosen.map((one) => ({ id: one.id, text: chosenText(one, words), without: { ...reading, filter: one.without } })),
  ];
  return (
    <ChosenList
      heading={t("reading:chosen.heading")}
      lines={lines.map(({ id, text, without }) => ({ id, text, without: readingAt(here, without) }))}
      clear={{ to: readingAt(here, widened(reading)), text: t("reading:chosen.clear") }}
    />
  );
}
