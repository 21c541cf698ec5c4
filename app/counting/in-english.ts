// What stands in the way of a count, in English sentences, for the command; pages have their own words for the same codes and facts.
import type { CountProblem } from "./count-file.ts";
import type { FileProblem, FileProblemCode } from "./file-problem.ts";
import type { LotsProblem } from "./lots.ts";
import type { Obstacle, ObstacleKind } from "./obstacles.ts";
import { rulesOf } from "./rule-sets.ts";

export function countProblemInWords(problem: CountProblem): string {
  switch (problem.code) {
    case "file":
      return fileProblemInWords(problem.file);
    case "reserves":
      return `constraints, ${fileProblemInWords(problem.file)}`;
    case "seats":
      return "a table of ranks does not say how many places there are: say so with --seats";
    case "papers":
      return `${rulesOf[problem.rules].name}: at most ${problem.most} papers can be counted exactly, and there are ${problem.papers}`;
    case "lots":
      return lotsProblemInWords(problem.lots);
    case "infeasible":
      return `the places cannot be filled as the constraints ask: ${problem.obstacles.map(obstacleInWords).join("; ")}`;
    case "differ":
      return "the second counter does not agree: one of the two finds that the places cannot be filled as the constraints ask";
  }
}

/** With the line of the file. */
export function fileProblemInWords({ line, code, facts }: FileProblem): string {
  return `line ${line}: ${filled(ofFiles[code], facts)}`;
}

export function lotsProblemInWords({ code, ...facts }: LotsProblem): string {
  return filled(ofLots[code], facts);
}

function obstacleInWords({ kind, ...facts }: Obstacle): string {
  return filled(ofObstacles[kind], "categories" in facts ? { categories: facts.categories.map((name) => `“${name}”`).join(", ") } : facts);
}

function filled(sentence: string, facts: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ""));
}

const ofFiles: Record<FileProblemCode, string> = {
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
};

const ofLots: Record<LotsProblem["code"], string> = {
  "not-a-number": "the order of lots is candidates' numbers with commas between them, and “{found}” is none",
  "no-candidate": "the order of lots names candidate {candidate}, and they are numbered 1 to {candidates}",
  twice: "the order of lots names candidate {candidate} twice",
};

const ofObstacles: Record<ObstacleKind, string> = {
  candidates: "there are {candidates} candidates for {seats} places",
  "minimum-above-maximum": "“{group}” of “{category}” must have at least {min} and at most {max}",
  "group-too-small": "“{group}” of “{category}” must have at least {min}, and {candidates} of its candidates stand",
  "group-too-large": "“{group}” of “{category}” may have at most {max}, and {elected} of it are elected",
  "minimums-above-places": "the groups of “{category}” ask for {least} places, and there are {seats}",
  "maximums-below-places": "the groups of “{category}” let {most} be elected, and there are {seats} places",
  together: "each of {categories} could be kept, but not all of them at once",
};
