// Entries of a roll in a table: number, name, how they are reached and what became of the letter with their code.
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Electorate } from "../election.ts";
import type { LetterDelivery, Origin } from "../roll.ts";

type Shown = { id: string; number: number; name: string; delegate: string; place: number | null; isStruck: boolean; origin: Origin; reach: string | null; delivery: LetterDelivery | null; voted: string | null };

export function RollTable({ voters, seesVoted, electorate, hasPlaces, hrefOf }: { voters: readonly Shown[]; seesVoted: boolean; electorate: Electorate; hasPlaces: boolean; hrefOf: (id: string) => string }) {
  const { t, number } = useWords();
  const hasDelegates = electorate === "organisations";
  const columns = ["number", "name", ...(hasDelegates ? ["delegate"] : []), ...(hasPlaces ? ["place"] : []), "reach", "origin", "delivery", ...(seesVoted ? ["voted"] : [])];
  return (
    <Table
      caption={t("roll:list.title")}
      captionSize="hidden"
      stacks
      columns={columns.map((key) => ({ key, heading: t(`roll:table.${key}`), ...(key === "number" && { numeric: true }) }))}
      rows={voters.map((one) => ({
        key: one.id,
        cells: [
          number(one.number),
          <PageLink key="name" to={hrefOf(one.id)}>
            <bdi>{one.name}</bdi>
          </PageLink>,
          ...(hasDelegates ? [<bdi key="delegate">{one.delegate}</bdi>] : []),
          ...(hasPlaces ? [one.place === null ? "" : number(one.place)] : []),
          one.reach === "post" ? t("roll:table.by-post") : one.reach === null ? t("roll:table.unreached") : <bdi key="reach">{one.reach}</bdi>,
          t(`roll:origin.${one.origin}`),
          <Delivery key="delivery" isStruck={one.isStruck} delivery={one.delivery} />,
          ...(seesVoted ? [one.voted === null ? "" : t(`roll:voted.${one.voted}`)] : []),
        ],
      }))}
    />
  );
}

function Delivery({ isStruck, delivery }: { isStruck: boolean; delivery: LetterDelivery | null }) {
  const { t } = useWords();
  if (isStruck) return <Tag colour="grey">{t("roll:struck")}</Tag>;
  if (delivery === null) return t("roll:delivery.none");
  const isAmiss = delivery === "failed" || delivery === "returned";
  return <Tag colour={isAmiss ? "red" : delivery === "sent" || delivery === "posted" ? "green" : "blue"}>{t(`roll:delivery.${delivery}`)}</Tag>;
}
