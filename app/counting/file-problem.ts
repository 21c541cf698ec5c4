// What is wrong with a file that is to be counted: the line, a code, and the facts that a sentence about it needs.

/** The sentence of each in English; a page that speaks other languages has its own by the same codes and facts. */
const sentences = {
  empty: "there is nothing in the file",
  "not-text": "this is not a text file",
  candidates: "the number of candidates was expected, from 1 to {most}, and “{found}” stands there",
  places: "the number of places was expected, from 1 to {most}, and “{found}” stands there",
  "no-candidate": "there is no candidate {candidate}; they are numbered 1 to {candidates}",
  "unknown-nick": "“{found}” is neither a candidate's number nor a short name told of before the ballots",
  "nick-wrong": "“{found}” cannot be a short name, or is one already",
  "nick-count": "there are {found} short names for {wanted} candidates",
  option: "“{found}” is not an option that is known here",
  "listed-twice": "candidate {candidate} is listed twice",
  papers: "a number of papers was expected, and “{found}” stands there",
  "papers-too-many": "the papers up to here are more than can be counted",
  rank: "a candidate's number or 0 was expected, and “{found}” stands there",
  "ranked-twice": "candidate {candidate} is on one ballot twice",
  "id-twice": "the ballot {id} stands in the file twice",
  "id-papers": "a ballot that has a name of its own is one paper, and “{found}” stands there",
  "ballot-unfinished": "the file ends in the middle of a ballot",
  "no-end": "the 0 that ends the ballots is missing before this line",
  "ballots-after-end": "ballots follow on the 0 that ends them",
  "names-missing": "the file has {found} names where {wanted} were expected: one for each candidate, and the title",
  "names-too-many": "more names follow than there are candidates, a title and two remarks",
  "name-blank": "candidate {candidate} has no name",
  unclosed: "what begins with {opening} here is nowhere ended",
  "con-fields": "a category, a group, the fewest, the most and the candidates were expected",
  "con-number": "a whole number was expected, and “{found}” stands there",
  "con-bounds": "the fewest, {min}, are more than the most, {max}",
  "con-two-groups": "candidate {candidate} is in two groups of “{category}”",
  "con-group-twice": "the group “{group}” of “{category}” stands in the file twice",
  "con-other-contest": "these reserves are for {found} candidates, and the contest has {candidates}",
  "csv-header": "the first line must name the candidates, one in a column",
  "csv-name-twice": "two columns are called “{found}”",
  "csv-cells": "there are {found} cells where the first line has {wanted}",
  "csv-rank": "the rank of “{candidate}” must be a whole number from 1 to {most}, or blank, and is “{found}”",
} as const;

export type FileProblemCode = keyof typeof sentences;
export const fileProblemCodes = Object.keys(sentences) as FileProblemCode[];

export type FileProblem = {
  /** From 1. */
  line: number;
  code: FileProblemCode;
  facts: Record<string, string | number>;
};

/** The sentence in English, with the line of the file. */
export function fileProblemInWords({ line, code, facts }: FileProblem): string {
  return `line ${line}: ${sentences[code].replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ""))}`;
}

/** Something wrong at a line, from deep inside a reader; the reader hands it on as a value. */
export class WrongAt extends Error {
  readonly problem: FileProblem;
  constructor(line: number, code: FileProblemCode, facts: FileProblem["facts"] = {}) {
    super(code);
    this.problem = { line, code, facts };
  }
}
