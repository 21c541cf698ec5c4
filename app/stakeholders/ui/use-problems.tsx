// What is wrong with a stakeholder as it was typed, in a sentence.
import { useWords } from "#app/shared/ui/words.tsx";
import type { StakeholderProblem } from "../stakeholder.ts";

export function useStakeholderProblems(): (problem: StakeholderProblem) => string {
  const { t, number } = useWords();
  return ({ field, code, most = 0 }) => t(`stakeholders:problem.${code}`, { field: t(`stakeholders:field.${field}`), most: number(most) });
}
