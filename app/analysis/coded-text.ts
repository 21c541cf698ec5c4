// A text with the codes that stand on parts of it: where each begins and ends, and which part somebody means who types it.
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { liesIn, type Span } from "./coding.ts";
import type { Piece } from "./reading.ts";

type Part = NonNullable<Span>;

/** A piece of a text, and the numbers of the parts that it is in, that begin before it and that end behind it. */
export type CodedPiece = Piece & { from: number; within: number[]; begins: number[]; ends: number[] };

/** A text in pieces, cut where a part begins or ends too; each part has a number that is read out. One that does not lie in the text is left out. */
export function codedPieces(pieces: readonly Piece[], parts: readonly (Part & { number: number })[]): CodedPiece[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const inside = parts.filter(({ start, end }) => start >= 0 && start < end && end <= length);
  const cuts = [...new Set(inside.flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other);
  let from = 0;
  return pieces.flatMap(({ text, isFound }) => {
    const [first, last] = [from, from + text.length];
    from = last;
    const ends = [...cuts.filter((cut) => cut > first && cut < last), last];
    return ends.map((end, place) => {
      const start = ends[place - 1] ?? first;
      return {
        ...{ text: text.slice(start - first, end - first), isFound, from: start },
        within: inside.filter((part) => part.start < end && part.end > start).map(({ number }) => number),
        begins: inside.filter((part) => part.start === start).map(({ number }) => number),
        ends: inside.filter((part) => part.end === end).map(({ number }) => number),
      };
    });
  });
}

/** Characters of what a part says that are shown where the part is named. */
const longestQuote = 80;

/** What a part says, in short where it is long: its beginning and its end. */
export function quoteOf(text: string, { start, end }: Part): string {
  const said = text.slice(start, end).replaceAll(/\s+/gu, " ").trim();
  if (said.length <= longestQuote) return said;
  const half = longestQuote / 2;
  const [head, tail] = [said.slice(0, half).replace(/\S*$/u, ""), said.slice(-half).replace(/^\S*/u, "")];
  return `${head.trim() || said.slice(0, half).replace(/[\ud800-\udbff]$/, "")} … ${tail.trim() || said.slice(-half).replace(/^[\udc00-\udfff]/, "")}`;
}

/** Why a part that was typed is none; the words are `coding:problem.part-<code>`. */
export type PartProblem = "missing" | "several";

const escaped = (words: string) =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+");

/** Dots between the first words of a part and its last ones. */
const dots = /\s*(?:…|\.{3})\s*/u;

/**
 * The part of a text that was typed as it stands there, or as its first words, three dots and its last; spaces and capitals
 * apart. Nothing typed is the whole answer.
 */
export function readPart(text: string, typed: string): Result<Span, PartProblem> {
  const wanted = typed.trim();
  if (wanted === "") return succeed(null);
  const whole = find(text, escaped(wanted));
  const found = whole.length > 0 ? whole : findBetween(text, wanted.split(dots));
  const [only, ...others] = found;
  if (!only || !liesIn(only, text)) return fail("missing");
  return others.length > 0 ? fail("several") : succeed(only);
}

function find(text: string, pattern: string): Part[] {
  return [...text.matchAll(new RegExp(pattern, "giu"))].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));
}

function findBetween(text: string, typed: readonly string[]): Part[] {
  const [first, last, ...others] = typed;
  if (!first || !last || others.length > 0) return [];
  const ends = find(text, escaped(last));
  // because two are enough to know that it is not one alone
  return find(text, escaped(first))
    .slice(0, 2)
    .flatMap(({ start, end }) => {
      const behind = ends.find((one) => one.start >= end);
      return behind ? [{ start, end: behind.end }] : [];
    });
}

/** The sentences and lines of a text, without the spaces around them. */
export function sentencesOf(text: string): Part[] {
  return [...text.matchAll(/[^\s.!?؟۔](?:[^.!?؟۔\n]|[.!?؟۔](?!\s|$))*[.!?؟۔]*/gu)].map(({ 0: said, index }) => ({ start: index, end: index + said.trimEnd().length }));
}

/** The sentence behind the one that a part begins in; the first where there is no part, or none behind. */
export function nextSentence(text: string, part: Span): Span {
  const sentences = sentencesOf(text);
  return sentences.find(({ start }) => part !== null && start > part.start) ?? sentences[0] ?? null;
}

/** The same part without its first word; as it is where it has one alone. */
export function withoutFirstWord(text: string, { start, end }: Part): Part {
  const [first = ""] = /^\S+\s+(?=\S)/u.exec(text.slice(start, end)) ?? [];
  return { start: start + first.length, end };
}

/** What is searched for among codes: each of the words begins one of the name's, accents and capitals apart; those whose own name begins so come first. */
export function matchingCodes<Named extends { name: string; own: string }>(codes: readonly Named[], typed: string): Named[] {
  const wanted = foldedWords(typed);
  if (wanted.length === 0) return [];
  const has = (name: string) => wanted.every((word) => foldedWords(name).some((one) => one.startsWith(word)));
  const rank = ({ own }: Named) => (foldedWords(own).join(" ").startsWith(wanted.join(" ")) ? 0 : has(own) ? 1 : 2);
  return codes.filter(({ name }) => has(name)).sort((one, other) => rank(one) - rank(other));
}

function foldedWords(text: string): string[] {
  const folded = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
