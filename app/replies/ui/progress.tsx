import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Progress, Verdict } from "../reply.ts";

const colours: Record<Progress, TagColour> = { done: "green", doing: "blue", "will-do": "yellow", "not-doing": "red", noted: "grey" };

/** What became of it, in a word. */
export function ProgressTag({ progress }: { progress: Progress }) {
  const { t } = useWords();
  return <Tag colour={colours[progress]}>{t(`replies:progress.${progress}`)}</Tag>;
}

const verdictColours: Record<Verdict, TagColour> = { accepted: "green", "with-changes": "blue", noted: "grey", "not-taken": "red" };

/** What was answered to it, and how far on it is where something is done. */
export function VerdictTags({ verdict, progress }: { verdict: Verdict; progress: Progress }) {
  const { t } = useWords();
  return (
    <>
      <Tag colour={verdictColours[verdict]}>{t(`replies:verdict.${verdict}`)}</Tag>
      {(verdict === "accepted" || verdict === "with-changes") && (
        <>
          {" "}
          <ProgressTag progress={progress} />
        </>
      )}
    </>
  );
}
