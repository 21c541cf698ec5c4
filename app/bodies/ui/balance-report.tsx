import type { Parity } from "#app/bodies/balance.ts";
import type { StructureHealth } from "#app/bodies/structure-health.ts";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { SectorTable } from "./sector-table.tsx";
import { BodyName, type NamedBody } from "./bodies-report.tsx";

type Props = { health: StructureHealth; named: readonly NamedBody[] };
const sidesInOrder = ["community", "public", "rest"] as const;

/** How seats are shared out between sectors: what each scheme promised, the two sides beside each other, sector by sector. */
export function BalanceReport({ health, named }: Props) {
  const { t, number } = useWords();
  const { agreed, held } = health.parity;
  const ofBodies = health.bodies.filter(({ counts }) => counts !== null).length;
  const figure = (parity: Parity, side: (typeof sidesInOrder)[number]) => t("structure:count-of", { count: number(parity[side]), of: number(parity.of) });
  return (
    <>
      <Promises health={health} named={named} />
      {agreed.of > 0 && (
        <BarChart
          title={t("structure:parity.title")}
          description={t("structure:parity.text", { count: agreed.of, seats: number(agreed.of), difference: number(Math.abs(agreed.community - agreed.public)) })}
          full={agreed.of}
          order="as-given"
          bars={sidesInOrder.map((side) => ({ key: side, label: t(`structure:parity.${side}`), value: agreed[side], figure: figure(agreed, side) }))}
          table={{
            columns: [
              { key: "body", heading: t("structure:table.body") },
              ...sidesInOrder.map((side) => ({ key: side, heading: t(`structure:parity.${side}`), numeric: true })),
              { key: "of", heading: t("structure:table.all-seats"), numeric: true },
            ],
            rows: [
              ...health.bodies
                .filter(({ parity }) => parity.of > 0)
                .map(({ id, parity }) => ({ key: id, cells: [<BodyName key="name" id={id} named={named} />, ...sidesInOrder.map((side) => number(parity[side])), number(parity.of)] })),
              { key: "agreed", cells: [t("structure:parity.all-agreed"), ...sidesInOrder.map((side) => number(agreed[side])), number(agreed.of)] },
              { key: "held", cells: [t("structure:parity.all-held"), ...sidesInOrder.map((side) => number(held[side])), number(held.of)] },
            ],
          }}
        />
      )}
      {ofBodies > 0 && (
        <SectorTable
          caption={t("structure:health.sectors")}
          sectors={health.sectors.filter(({ sector, seats, held: sitting }) => sector !== "other" || seats + sitting > 0)}
          ofBodies={ofBodies}
          none={<Tag colour="yellow">{t("structure:health.no-seat")}</Tag>}
        />
      )}
    </>
  );
}

function Promises({ health, named }: Props) {
  const { t, number } = useWords();
  const promises = health.bodies.flatMap(({ id, rules }) => rules.map((judged) => ({ id, ...judged })));
  if (promises.length === 0) return null;
  const kept = (isKept: boolean) => <Tag colour={isKept ? "green" : "red"}>{t(isKept ? "structure:promise.kept" : "structure:promise.broken")}</Tag>;
  return (
    <Table
      caption={t("structure:promise.title")}
      stacks
      columns={[
        { key: "body", heading: t("structure:table.body") },
        { key: "promise", heading: t("structure:promise.promise") },
        { key: "agreed", heading: t("structure:promise.agreed") },
        { key: "held", heading: t("structure:promise.held") },
      ]}
      rows={promises.map(({ id, rule, agreed, held, isKeptAsAgreed, isKeptAsHeld }, index) => ({
        key: `${id} ${index}`,
        cells: [
          <BodyName key="name" id={id} named={named} />,
          <>
            {rule.sectors.map((sector) => t(`bodies:sector.${sector}`)).join(" · ")}
            {rule.least !== null && <br />}
            {rule.least !== null && t(`structure:promise.least-${rule.kind}`, { count: rule.least, least: number(rule.least) })}
            {rule.most !== null && <br />}
            {rule.most !== null && t(`structure:promise.most-${rule.kind}`, { count: rule.most, most: number(rule.most) })}
          </>,
          <>
            {t("structure:count-of", { count: number(agreed.count), of: number(agreed.of) })} {kept(isKeptAsAgreed)}
          </>,
          <>
            {t("structure:count-of", { count: number(held.count), of: number(held.of) })} {kept(isKeptAsHeld)}
          </>,
        ],
      }))}
    />
  );
}
