// Everything it takes to count a published result again, to be downloaded.
import type { Published } from "#app/counting/path-ballots.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { electionPath } from "../paths.ts";

type RecountFilesProps = { partnership: { slug: string }; election: { id: string }; kind: Published; hasReserves: boolean };

export function RecountFiles({ partnership, election, kind, hasReserves }: RecountFilesProps) {
  const { t } = useWords();
  const hasBallots = kind === "paths" || kind === "full";
  const files = [...(hasBallots ? [["ballots", "ballots.blt"] as const] : []), ...(hasBallots && hasReserves ? [["reserves", "reserves.con"] as const] : []), ["sheet", "sheet.json"] as const];
  return (
    <ul className="govuk-list govuk-list--bullet">
      {files.map(([name, part]) => (
        <li key={name}>
          <a className="govuk-link" href={electionPath(partnership, election, part)} download>
            {t(kind === "order" ? "results:files.order" : `results:files.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
