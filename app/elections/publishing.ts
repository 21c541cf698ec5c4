// Which ballots of an election are published for a recount: by what was announced before the poll and by how few papers share a path. [COUNTING 4.7]
import type { Contest } from "#app/counting/contest.ts";
import { pathBallotsOf, rulesWithPaths, whatMayBePublished, type Published } from "#app/counting/path-ballots.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import type { ElectionHead } from "./election.ts";
import { tellsOrderOnly } from "./order-only.ts";

type Of = Pick<ElectionHead, "publication"> & Parameters<typeof tellsOrderOnly>[0] & { origin: "held" | "loaded" };


/** What is published, and the contest as its file holds it; null where no ballots are. A loaded election was published already. */
export function publishedContest(election: Of, contest: Contest, sheet: Sheet): { kind: Published; contest: Contest | null } {
  const { publication, origin, issued } = election;
  if (tellsOrderOnly(election)) return { kind: "order", contest: null };
  if (origin === "loaded") return { kind: "full", contest };
  const paths = rulesWithPaths.includes(sheet.rules) ? pathBallotsOf(contest, sheet) : { ballots: [], papers: 0, unique: 0 };
  const kind = whatMayBePublished({ rules: sheet.rules, electorate: issued ?? 0, announced: publication, papers: paths.papers, unique: paths.unique });
  if (kind === "paths") return { kind, contest: { ...contest, ballots: paths.ballots } };
  return { kind, contest: kind === "full" ? contest : null };
}
