import type { ReactNode } from "react";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type SectorSeats = { sector: string; seats: number; held: number; bodiesHeld: number };

/** Of each sector: how many seats are kept for it, how many it holds, and on how many of the bodies that have seats. */
export function SectorTable({ caption, isCaptionHidden = false, sectors, ofBodies, none }: { caption: string; isCaptionHidden?: boolean; sectors: readonly SectorSeats[]; ofBodies: number; none?: ReactNode }) {
  const { t, number } = useWords();
  return (
    <Table
      caption={caption}
      {...(isCaptionHidden && { captionSize: "hidden" })}
      stacks
      columns={[
        { key: "sector", heading: t("structure:table.sector") },
        { key: "seats", heading: t("structure:table.seats"), numeric: true },
        { key: "held", heading: t("structure:table.holds"), numeric: true },
        { key: "bodies", heading: t("structure:table.bodies"), numeric: true },
      ]}
      rows={sectors.map(({ sector, seats, held, bodiesHeld }) => ({
        key: sector,
        cells: [
          t(`bodies:sector.${sector}`),
          none !== undefined && seats === 0 && held === 0 ? none : number(seats),
          number(held),
          t("structure:count-of", { count: number(bodiesHeld), of: number(ofBodies) }),
        ],
      }))}
    />
  );
}
