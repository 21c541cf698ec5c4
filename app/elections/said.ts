// A result sheet in words of a language: sentences for its entries, ties, lots and reserves.
import type { Candidate } from "#app/counting/contest.ts";
import type { ReserveNote, Sheet, Stage, Tie } from "#app/counting/sheet.ts";
import type { Order } from "./order-only.ts";
import type { Words } from "#app/shared/words.ts";

/** A printed decimal as people read it: grouped, without zeros that say nothing. */
export function sayVotes(printed: string, { number }: Pick<Words, "number">): string {
  const sign = /^[+−]/.exec(printed)?.[0] ?? "";
  const [whole = "0", fraction = ""] = printed.slice(sign.length).split(".");
  const decimals = fraction.replace(/0+$/, "").length;
  return `${sign}${number(Number(`${whole}.${fraction || "0"}`), decimals)}`;
}

type Names = Pick<Sheet, "candidates">;

/** A candidate's name as it stands on the ballot paper. */
export function nameOf({ candidates }: Names, candidate: Candidate): string {
  return candidates[candidate - 1] ?? String(candidate);
}

export function namesOf(sheet: Names, candidates: readonly Candidate[], { list }: Pick<Words, "list">): string {
  return list(candidates.map((candidate) => nameOf(sheet, candidate)));
}

/** What an entry did. */
export function sayAction(sheet: Sheet, { action, candidates }: Pick<Stage, "action" | "candidates">, words: Words): string {
  const names = namesOf(sheet, candidates, words);
  if (action === "first" && sheet.quota === null) return words.t("results:action.votes");
  if (action === "iterate" && candidates.length > 0) return words.t("results:action.iterate-excluded", { names });
  return words.t(`results:action.${action}`, { names });
}

export function sayTie(sheet: Names, { stage, kind, tied, chosen, by }: Tie, words: Words): string {
  const how = words.t(`results:ties.by.${by === "lot" ? "lot" : "earlier-stage"}`);
  return words.t(`results:ties.${kind}`, { stage: words.number(stage), names: namesOf(sheet, tied, words), chosen: nameOf(sheet, chosen), by: how });
}

/** A lot that was drawn, where no figures are told. */
export function sayLot(order: Names, { kind, tied, chosen }: Pick<Tie, "kind" | "tied" | "chosen">, words: Words): string {
  return words.t(`results:order.lot.${kind}`, { names: namesOf(order, tied, words), chosen: nameOf(order, chosen) });
}

/** What a reserve decided, where no figures are told. */
export function sayReserveOfOrder(order: Names, { kind, candidate, instead }: Order["reserves"][number], words: Words): string {
  return words.t(`results:order.reserve.${kind}`, { name: nameOf(order, candidate), instead: instead === undefined ? "" : nameOf(order, instead) });
}

export function sayReserve(sheet: Names, note: ReserveNote, words: Words): string {
  const said = { stage: words.number(note.stage), name: nameOf(sheet, note.candidate), votes: sayVotes(note.votes, words) };
  if (note.kind === "barred") return words.t("results:reserves.barred", said);
  return words.t("results:reserves.spared", { ...said, instead: nameOf(sheet, note.instead), insteadVotes: sayVotes(note.insteadVotes, words) });
}
