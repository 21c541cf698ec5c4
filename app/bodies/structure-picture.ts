// The picture of a partnership's structure: its bodies as a tree, and the seats of each one by one. Words stay words on the
// page, so that they wrap, grow and turn round; only the seats are drawn.

export type Branch<Body> = { body: Body; depth: number; below: Branch<Body>[] };

type Placed = { id: string; parentId: string | null; position: number };

/**
 * Bodies under those they belong to, each place in its order. A body whose parent is not among them stands at the top, and
 * none is drawn twice, whatever the records say.
 */
export function treeOf<Body extends Placed>(bodies: readonly Body[]): Branch<Body>[] {
  const ids = new Set(bodies.map(({ id }) => id));
  const drawn = new Set<string>();
  const inOrder = (some: readonly Body[]) => [...some].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const branch = (body: Body, depth: number): Branch<Body>[] => {
    if (drawn.has(body.id)) return [];
    drawn.add(body.id);
    const below = inOrder(bodies.filter(({ parentId }) => parentId === body.id));
    return [{ body, depth, below: below.flatMap((one) => branch(one, depth + 1)) }];
  };
  const top = inOrder(bodies.filter(({ parentId }) => parentId === null || !ids.has(parentId)));
  // because of a circle nobody stands at the top
  return [...top.flatMap((one) => branch(one, 0)), ...inOrder(bodies).flatMap((one) => branch(one, 0))];
}

/** Held; to be filled; or one that may be filled and need not, such as one for a gap that is seen afterwards. */
export const seatStates = ["held", "vacant", "open"] as const;
export type SeatState = (typeof seatStates)[number];

export type SeatMark = { state: SeatState; x: number; y: number };
export type SeatGrid = { width: number; height: number; size: number; seats: SeatMark[] };

const size = 14;
const gap = 4;
/** So many in a row fit beside the lines of a tree five deep on a screen 320 pixels wide. */
export const seatsInARow = 10;

/** Seats drawn one by one in rows, those held first; from the right where one reads from there. */
export function gridOf(counts: Readonly<Record<SeatState, number>>, direction: "ltr" | "rtl" = "ltr"): SeatGrid {
  const states = seatStates.flatMap((state) => Array.from({ length: counts[state] }, () => state));
  const columns = Math.min(states.length, seatsInARow);
  const rows = Math.ceil(states.length / seatsInARow);
  const width = extent(columns);
  const seats = states.map((state, index) => {
    const fromStart = (index % seatsInARow) * (size + gap);
    return { state, x: direction === "rtl" ? width - size - fromStart : fromStart, y: Math.floor(index / seatsInARow) * (size + gap) };
  });
  return { width, height: extent(rows), size, seats };
}

const corner = 2;

/** A seat's outline as a part of a path: a square with round corners. */
export function outlineOf({ x, y }: SeatMark, side: number): string {
  const straight = side - 2 * corner;
  const turn = (across: number, down: number) => `a${corner} ${corner} 0 0 1 ${across} ${down}`;
  return `M${x + corner} ${y}h${straight}${turn(corner, corner)}v${straight}${turn(-corner, corner)}h${-straight}${turn(-corner, -corner)}v${-straight}${turn(corner, -corner)}z`;
}

const extent = (marks: number) => (marks === 0 ? 0 : marks * (size + gap) - gap);
