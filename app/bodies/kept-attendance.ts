// How far a partner keeps what it promised of meetings, counted from who came. [A1.18]
import { isSeniorEnough, type Seniority } from "./seniority.ts";

/** To come to so many meetings of a hundred, and how senior whoever comes is at least. */
export type AttendancePromise = { share: number | null; seniority: Seniority | null };

/** A seat at a meeting whose attendance is written down: whether it was taken, and how senior whoever took it was. */
export type WrittenSeat = { isTaken: boolean; seniority: Seniority | null };

/** Over the seats that are written down; null where none is. */
export type Kept = { isMet: boolean; taken: number; seniorEnough: number; of: number };

/** A meeting counts where the seat was taken by somebody senior enough; somebody in their stead counts as what they are. */
export function keptOf({ share, seniority }: AttendancePromise, written: readonly WrittenSeat[]): Kept | null {
  const taken = written.filter(({ isTaken }) => isTaken);
  const seniorEnough = taken.filter((seat) => isSeniorEnough(seat.seniority, seniority)).length;
  if (written.length === 0) return null;
  const isOften = seniorEnough * 100 >= (share ?? 0) * written.length;
  return { isMet: isOften && (share !== null || seniorEnough === taken.length), taken: taken.length, seniorEnough, of: written.length };
}
