import { gridOf, outlineOf, seatStates, type SeatState } from "#app/bodies/structure-picture.ts";
import { useWords } from "#app/shared/ui/words.tsx";

type Counts = Readonly<Record<SeatState, number>>;

/** Seats drawn one by one; what they say is said in words beside them. */
export function SeatMarks({ counts }: { counts: Counts }) {
  const { direction } = useWords();
  const { width, height, size, seats } = gridOf(counts, direction);
  if (seats.length === 0) return null;
  return (
    <svg className="seat-marks" width={width + 2} height={height + 2} viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true" focusable="false">
      {seatStates.map((state) => {
        const own = seats.filter((seat) => seat.state === state);
        return own.length > 0 && <path key={state} className={`seat-marks__seat seat-marks__seat--${state}`} d={own.map((seat) => outlineOf(seat, size)).join("")} />;
      })}
    </svg>
  );
}

const one = { held: 0, vacant: 0, open: 0 };

/** What each mark means. */
export function SeatLegend() {
  const { t } = useWords();
  return (
    <ul className="seat-legend">
      {(["held", "vacant", "open"] as const).map((state) => (
        <li key={state}>
          <SeatMarks counts={{ ...one, [state]: 1 }} /> {t(`structure:seat.${state}`)}
        </li>
      ))}
    </ul>
  );
}

/** "22 of 26 seats are held", with those that may be filled besides, and that nobody has said how many others there are. */
export function SeatCount({ counts: { held, vacant, open }, isOpenEnded = false }: { counts: Counts; isOpenEnded?: boolean }) {
  const { t, number } = useWords();
  const of = held + vacant;
  if (of + open === 0) return <>{t(isOpenEnded ? "structure:seats.unsaid" : "structure:seats.none")}</>;
  const said = [
    ...(of > 0 ? [t("structure:seats.held", { count: of, held: number(held), of: number(of) })] : []),
    ...(open > 0 ? [t(of > 0 ? "structure:seats.open" : "structure:seats.up-to", { count: open, open: number(open) })] : []),
    ...(isOpenEnded ? [t("structure:seats.others")] : []),
  ];
  return <>{said.join(" ")}</>;
}
