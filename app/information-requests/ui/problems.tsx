import { useWords } from "#app/shared/ui/words.tsx";
import { longestAsked, longestReason, type Problem } from "../typed-request.ts";

const days = ["received", "on", "consulted"];

/** What is wrong with what was entered: for the top of the page, and for each field. */
export function useProblems(problems: readonly Problem[]) {
  const { t, number } = useWords();
  const textOf = ({ code }: Problem) => t(`information-requests:problem.${code}`, { most: number(code === "asked-long" ? longestAsked : longestReason) });
  return {
    errors: problems.map((problem) => ({ href: `#${days.includes(problem.field) ? `${problem.field}-day` : problem.field}`, text: textOf(problem) })),
    errorOf: (field: string) => problems.filter((problem) => problem.field === field).map(textOf)[0],
  };
}
