// Figures as they are measured, printed and kept: each with its unit, and what it is of.
import { execFileSync } from "node:child_process";
import { cpus, totalmem, loadavg } from "node:os";

export type Figure = {
  name: string;
  value: number;
  unit: "1/s" | "ms" | "s" | "B" | "MB" | "requests" | "responses" | "ratio";
  /** What it is of: how many, how long, under what. */
  of?: string;
};

export type Section = { name: string; title: string; figures: Figure[] };

export type Report = { section: string; add: (figure: Figure) => void };

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const number = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

const whole = ["B", "requests", "responses"];

/** One line of the table. */
export function lineOf({ name, value, unit, of }: Figure): string {
  const said = whole.includes(unit) ? Math.round(value).toLocaleString("en-GB") : number(value);
  return `  ${name.padEnd(58)} ${said.padStart(12)} ${(unit === "ratio" ? "×" : unit).padEnd(9)} ${of ?? ""}`.trimEnd();
}

export type Machine = {
  cores: number;
  processor: string;
  memoryInMB: number;
  system: string;
  node: string;
  postgresql: string;
  commit: string;
  loadBefore: number;
};

export function describeMachine(postgresql: string): Machine {
  const [first] = cpus();
  return {
    cores: cpus().length,
    processor: first?.model ?? "unknown",
    memoryInMB: Math.round(totalmem() / 1e6),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    ...{ postgresql, commit: commit(), loadBefore: loadavg()[0] ?? 0 },
  };
}

function commit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return `${git("rev-parse", "HEAD")}${git("status", "--porcelain") === "" ? "" : " with changes"}`;
  } catch {
    return "unknown";
  }
}
