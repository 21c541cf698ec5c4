import { useWords } from "#app/shared/ui/words.tsx";

export type Named = { number: number; name: string };

/** A vote in words: who was chosen, in order where there is one; or that nobody was. */
export function Chosen({ chosen, kind }: { chosen: readonly Named[]; kind: "ranks" | "crosses" }) {
  const { t } = useWords();
  if (chosen.length === 0) return <p className="govuk-body govuk-!-font-weight-bold">{t("poll:chosen.nobody")}</p>;
  const List = kind === "ranks" ? "ol" : "ul";
  return (
    <List className={`govuk-list govuk-list--${kind === "ranks" ? "number" : "bullet"}`}>
      {chosen.map(({ number, name }) => (
        <li key={number}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </List>
  );
}
