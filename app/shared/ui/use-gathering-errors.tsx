import { isLanguage, languageNames } from "#app/shared/languages.ts";
import { useWords } from "./words.tsx";

type Problem = { input: string; code: string; most?: number };

/** Names an input as an error does, and words what is wrong with what was typed about a meeting. */
export function useGatheringErrors(): { nameOf: (input: string) => string; worded: (problems: readonly Problem[]) => { input: string; text: string }[] } {
  const { t, number } = useWords();
  const nameOf = (input: string) => {
    const [name = "", language] = input.split("-");
    const field = t(`meetings:field.${name}`);
    return isLanguage(language) ? t("shared:field-in", { field, language: languageNames[language] }) : field;
  };
  const worded = (problems: readonly Problem[]) =>
    problems.map(({ input, code, most = 0 }) => ({ input, text: t(`meetings:details-problem.${code}`, { field: nameOf(input), most: number(most) }) }));
  return { nameOf, worded };
}
