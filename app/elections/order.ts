// In which order the public reads of elections.
import type { ElectionState } from "./election.ts";

const open: readonly ElectionState[] = ["poll-open", "nominations-open"];

/** Those in which one can do something now come first, a poll before nominations; the others stay as they were. */
export function openFirst<One extends { state: ElectionState }>(elections: readonly One[]): One[] {
  const place = ({ state }: One) => (open.includes(state) ? open.indexOf(state) : open.length);
  return elections.toSorted((one, other) => place(one) - place(other));
}
