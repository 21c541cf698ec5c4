// The tree of bodies as it is drawn on a page: words as words, each sector's seats one by one beside them.
import type { Text } from "#app/shared/languages.ts";
import type { Branch, SeatState } from "#app/bodies/structure-picture.ts";
import type { SeatSector } from "#app/bodies/sector.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { SeatCount, SeatMarks } from "./seat-marks.tsx";

export type Counts = Readonly<Record<SeatState, number>>;

export type DrawnBody = {
  id: string;
  path: string;
  name: Text;
  kind: string;
  isFull: boolean;
  meets: Text;
  /** Null where nobody has said what seats it has. */
  counts: Counts | null;
  /** Whether it has seats of which nobody has said how many. */
  isOpenEnded: boolean;
  /** Whether it ought to have seats. */
  lacksSeats: boolean;
  sectors: { sector: SeatSector; counts: Counts }[];
};

/** The bodies under each other, read from top to bottom in the order in which they are drawn. */
export function StructurePicture({ branches }: { branches: readonly Branch<DrawnBody>[] }) {
  return (
    <ul className="structure">
      {branches.map(({ body, below }) => (
        <li key={body.id} className="structure__branch">
          <BodyBox body={body} />
          {below.length > 0 && <StructurePicture branches={below} />}
        </li>
      ))}
    </ul>
  );
}

function BodyBox({ body: { path, name, kind, isFull, meets, counts, isOpenEnded, lacksSeats, sectors } }: { body: DrawnBody }) {
  const { t } = useWords();
  return (
    <div className={isFull ? "structure__body structure__body--full" : "structure__body"}>
      <p className="structure__name">
        <PageLink to={path}>
          <InLanguage text={name} />
        </PageLink>
      </p>
      <p className="structure__kind">
        {t(`bodies:kind.${kind}`)}
        {isFull && ` · ${t("structure:full")}`}
      </p>
      {Object.keys(meets).length > 0 && (
        <p className="structure__kind">
          <InLanguage text={meets} />
        </p>
      )}
      {counts && (
        <p className="structure__count">
          <SeatCount counts={counts} isOpenEnded={isOpenEnded} />
        </p>
      )}
      {lacksSeats && <p className="structure__count">{t("structure:body.no-seats")}</p>}
      {sectors.length > 0 && (
        <ul className="structure__sectors">
          {sectors.map((one) => (
            <li key={one.sector}>
              <span>
                <strong>{t(`bodies:sector.${one.sector}`)}</strong> <SeatCount counts={one.counts} />
              </span>
              <SeatMarks counts={one.counts} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
