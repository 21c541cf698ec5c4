// The order in which lots fall, wherever the rules end in one: whoever stands first is taken first. By hand, or from a seed that anybody
// can check (docs/counting.md has the exact bytes). SHA-256 arrives as an argument, because a browser has its own.
import type { Candidate } from "./contest.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** Gives SHA-256 of a text as UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string | Promise<string>;

export const ballotPaperOrder = (candidates: number): Candidate[] => Array.from({ length: candidates }, (_, index) => index + 1);

export type LotsProblem =
  | { code: "not-a-number"; found: string }
  | { code: "no-candidate"; candidate: number; candidates: number }
  | { code: "twice"; candidate: number };

/** An order written as `3,1,2`; whoever is not named follows in the order of the ballot paper. */
export function readLots(written: string, candidates: number): Result<Candidate[], LotsProblem> {
  const order: Candidate[] = [];
  for (const found of written.split(/[\s,]+/).filter((part) => part !== "")) {
    const candidate = Number(found);
    if (!/^\d{1,9}$/.test(found)) return fail({ code: "not-a-number", found });
    if (candidate < 1 || candidate > candidates) return fail({ code: "no-candidate", candidate, candidates });
    if (order.includes(candidate)) return fail({ code: "twice", candidate });
    order.push(candidate);
  }
  return succeed([...order, ...ballotPaperOrder(candidates).filter((candidate) => !order.includes(candidate))]);
}

/** What is drawn in public after the hash of the sealed ballot file was published makes the seed. */
export async function seedOf(ballotFileHash: string, drawn: string, sha256: Sha256): Promise<string> {
  return sha256(`${ballotFileHash.toLowerCase()}:${drawn.normalize("NFC").trim()}`);
}

/** Candidates in the order of the digests of the seed and their number. */
export async function lotsFromSeed(seed: string, candidates: number, sha256: Sha256): Promise<Candidate[]> {
  const digests = await Promise.all(ballotPaperOrder(candidates).map((candidate) => sha256(`${seed}:${candidate}`)));
  return ballotPaperOrder(candidates).sort((a, b) => (digests[a - 1]! < digests[b - 1]! ? -1 : 1));
}
