import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { sayHow } from "../said.ts";
import type { Judged } from "../safeguards.ts";

/** Which safeguards applied to a decision, and how each was met. */
export function SafeguardList({ judged }: { judged: readonly Judged[] }) {
  const words = useWords();
  const { t, number } = words;
  if (judged.length === 0) return <p className="govuk-body">{t("decisions:met.none")}</p>;
  const met = judged.filter(({ isMet }) => isMet === true).length;
  return (
    <Table
      caption={t("decisions:met.caption", { number: number(met), of: number(judged.length) })}
      captionSize="s"
      stacks
      columns={["safeguard", "how", "met"].map((key) => ({ key, heading: t(`decisions:met.${key}`) }))}
      rows={judged.map((one) => ({
        key: one.code,
        cells: [
          t(`decisions:safeguard.${one.code}.name`),
          sayHow(one, words),
          <Tag colour={one.isMet === null ? "grey" : one.isMet ? "green" : "red"}>{t(`decisions:met.${one.isMet === null ? "waiting" : one.isMet ? "yes" : "no"}`)}</Tag>,
        ],
      }))}
    />
  );
}
