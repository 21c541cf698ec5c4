// What is wrong with a ballot file, and on which line.
import type { FileProblem } from "#app/counting/file-problem.ts";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export function FileProblemText({ problem: { line, code, facts } }: { problem: FileProblem }) {
  const { t, number } = useWords();
  const said = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === "number" ? number(fact) : fact]));
  return <WarningText>{t("results:file-problem-at", { line: number(line), says: t(`results:file-problem.${code}`, said) })}</WarningText>;
}
