import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { SaidEffect } from "../version-words.ts";

type VersionEffectsProps = {
  /** The number of the new version. */
  version: number;
  effects: readonly SaidEffect[];
  responses: number;
  waits: boolean;
  drafts: readonly { number: number; count: number }[];
};

/** What happens to what people have answered or begun to answer, before a new version is published. */
export function VersionEffects({ version, effects, responses, waits, drafts }: VersionEffectsProps) {
  const { t, number } = useWords();
  const inProgress = drafts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className="govuk-body">{responses === 0 ? t("versions:effect.nobody") : t("versions:effect.responses", { count: responses, number: number(responses) })}</p>
      {waits && <p className="govuk-body">{t("office:results.waits")}</p>}
      {effects.length > 0 && responses > 0 && (
        <Table
          caption={t("versions:effect.table")}
          captionSize="s"
          stacks
          columns={[
            { key: "question", heading: t("versions:effect.question") },
            { key: "what", heading: t("versions:effect.what") },
            { key: "answered", heading: t("versions:effect.answered"), numeric: true },
          ]}
          rows={effects.map(({ key, question, what, asked, answered }) => ({
            key,
            cells: [
              question,
              <ul key="what" className="govuk-list">
                {what.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>,
              t("versions:effect.of", { answered: number(answered), asked: number(asked) }),
            ],
          }))}
        />
      )}
      <p className="govuk-body">{inProgress === 0 ? t("versions:effect.no-drafts") : t("versions:effect.drafts", { count: inProgress, number: number(inProgress) })}</p>
      <ul className="govuk-list govuk-list--bullet">
        {inProgress > 0 && <li>{t("versions:effect.drafts-go-on")}</li>}
        <li>{t("versions:effect.sent", { version: number(version) })}</li>
        <li>{t("versions:effect.results")}</li>
      </ul>
    </>
  );
}
