// Partnerships with their bodies and seats as a file: what each is called, under which it stands, and its places by sector.
import { z } from "zod";
import { issueOf, type FileIssue } from "#app/shared/file-issues.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { BalanceRule } from "./balance.ts";
import type { BodyKind, DecisionModel } from "./body.ts";
import { checkScheme, type Basis, type SchemeProblem } from "./seat-scheme.ts";
import type { SeatSector } from "./sector.ts";

const kinds = {
  ...{ assembly: "assembly", board: "board", executive: "executive", management: "management-group", liaison: "management-group" },
  ...{ theme: "theme-group", delivery: "theme-group", area: "area-group", task_and_finish: "task-and-finish", officer: "officer-group", network: "network" },
} as const satisfies Record<string, BodyKind>;
const sectorsInFile = {
  ...{ voluntary_community: "voluntary-community", faith: "faith", residents: "residents", public: "public", private: "private", council: "council" },
  ...{ parish: "parish", district_lsp: "partnership", other: "other", public_and_other: "public-or-other", public_private: "public-or-private", diversity_gap: "any", any: "any" },
} as const satisfies Record<string, SeatSector>;
const basesInFile = ["standing", "elected", "ex officio", "unspecified"] as const;

const oneOf = <Key extends string>(known: Record<Key, unknown>) => z.enum(Object.keys(known) as [Key, ...Key[]]);

const words = z.string().trim().max(2000);
const number = z.number().int().min(0).max(500);

const placeSchema = z.object({
  sector: oneOf(sectorsInFile),
  count: number.nullable(),
  holder: words.optional(),
  basis: z.enum(basesInFile).optional(),
  nominatedBy: words.optional(),
  maximum: z.boolean().optional(),
  rule: words.optional(),
  reserved: z.array(z.object({ criterion: words, minimum: number })).default([]),
});
type PlaceInFile = z.infer<typeof placeSchema>;

const bodySchema = z.object({
  name: words.min(1),
  kind: oneOf(kinds),
  meets: words.nullish(),
  openMeeting: z.boolean().optional(),
  executive: z.boolean().optional(),
  topics: z.array(words).default([]),
  powers: z.array(words).default([]),
  ...{ members: z.union([words, number]).optional(), membership: words.optional(), note: words.optional(), observers: words.optional() },
  ...{ open: words.optional(), decision: words.optional(), chair: words.optional(), secretariat: words.optional() },
  ...{ placesMin: number.optional(), placesMax: number.optional(), placesTotal: number.optional(), placesFixed: number.optional() },
  ...{ placesReservedMax: number.optional(), vcsReps: number.optional(), places: z.array(placeSchema).default([]) },
});
type BodyInFile = z.infer<typeof bodySchema>;

const partnershipSchema = z.object({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "it is not lower-case letters and figures joined by hyphens"),
  name: words.min(1),
  gss: z.string().nullish(),
  authorityType: z.string(),
  ruleFromWorkshop: words.optional(),
  bodies: z.array(bodySchema).default([]),
});

export type FileLine = {
  holder: string;
  sector: SeatSector;
  basis: Basis;
  count: number | null;
  countMost: number | null;
  poolSize: number | null;
  chosenBy: string;
  reserves: { least: number; criterion: string }[];
  /** The place in the list of the line whose seats these are amongst. */
  within: number | null;
};

export type FileScheme = { totalLeast: number | null; totalMost: number | null; rules: BalanceRule[]; lines: FileLine[] };

export type FileBody = {
  name: string;
  kind: BodyKind;
  /** The place in the list of the body it stands under; always one before it. */
  parent: number | null;
  isFull: boolean;
  decisionModel: DecisionModel;
  meets: string;
  purpose: string;
  isOpen: boolean;
  scheme: FileScheme | null;
};

export type FilePartnership = { key: string; name: string; code: string | null; tier: "county" | "district" | "single"; bodies: FileBody[] };

/** Every partnership of the file, or everything that is wrong with it: a file is taken whole or not at all. */
export function readStructures(json: unknown): Result<FilePartnership[], FileIssue[]> {
  const file = z.object({ partnerships: z.array(partnershipSchema).min(1).max(500) }).safeParse(json);
  if (!file.success) return fail(file.error.issues.map((issue) => issueOf(issue)));
  const read = file.data.partnerships;
  const issues = read.flatMap((one, index): FileIssue[] => [
    ...(read.findIndex(({ key }) => key === one.key) < index ? [{ path: ["partnerships", index, "key"], wrong: `“${one.key}” is another’s in this file already` }] : []),
    ...one.bodies.flatMap((body, at) => wrongSeats(body).map((wrong) => ({ path: ["partnerships", index, "bodies", at], wrong }))),
  ]);
  return issues.length > 0 ? fail(issues) : succeed(read.map(partnershipOf));
}

const wrongWords: Record<SchemeProblem["code"], string> = {
  "no-lines": "it has no seats",
  "two-remainders": "more than one of its “places” has no number, so that nobody knows how many each is",
  "more-than-total": "its “places” are more than it has altogether",
  "fewer-than-total": "its “places” are fewer than it has altogether",
  "more-within": "more seats are amongst others than those others are",
  "reserve-too-big": "more seats are kept than there are in that place",
};

/** What does not add up in the seats of a body. */
function wrongSeats(body: BodyInFile): string[] {
  const scheme = schemeOf(body);
  if (!scheme) return [];
  const { totalLeast, totalMost } = scheme;
  const lines = scheme.lines.map(({ within, ...line }, index) => ({ ...line, id: String(index), withinId: within === null ? null : String(within) }));
  const wrong = checkScheme({ totalLeast, totalMost, lines }).map(({ code }) => wrongWords[code]);
  return totalLeast !== null && totalMost !== null && totalLeast > totalMost ? [...wrong, `it has at least ${totalLeast} seats and at most ${totalMost}`] : wrong;
}

const tiers: Record<string, FilePartnership["tier"]> = { county: "county", district: "district" };

function partnershipOf({ key, name, gss, authorityType, ruleFromWorkshop, bodies }: z.infer<typeof partnershipSchema>): FilePartnership {
  const parted = bodies.flatMap(oneForEachTopic);
  const isFull = (body: BodyInFile) => body === (parted.find(({ kind }) => kind === "assembly") ?? parted.find(({ kind }) => kind === "board"));
  const ordered = [...parted].sort((one, other) => rankOf(one, isFull(one)) - rankOf(other, isFull(other)));
  return {
    ...{ key, name, code: gss ?? null, tier: tiers[authorityType] ?? "single" },
    bodies: ordered.map((body, index) => bodyOf(body, { isFull: isFull(body), parent: parentOf(ordered, index, isFull), share: ruleFromWorkshop })),
  };
}

// because a body of several topics is a body for each of them
function oneForEachTopic(body: BodyInFile): BodyInFile[] {
  return body.topics.length === 0 ? [body] : body.topics.map((topic) => ({ ...body, name: `${body.name}: ${topic}` }));
}

const leading: readonly string[] = ["executive", "board"];

/** The full partnership, then those that lead, then all others. */
function rankOf({ kind }: BodyInFile, isFull: boolean): number {
  return isFull ? 0 : leading.includes(kind) ? 1 : 2;
}

/** Those that lead stand under the full partnership and the others under those that lead; a network stands by itself. */
function parentOf(bodies: readonly BodyInFile[], index: number, isFull: (body: BodyInFile) => boolean): number | null {
  const body = bodies[index]!;
  if (isFull(body) || body.kind === "network") return null;
  const full = bodies.findIndex(isFull);
  const lead = bodies.findIndex((other) => leading.includes(other.kind) && !isFull(other));
  const above = leading.includes(body.kind) || lead === -1 ? full : lead;
  return above === -1 || above === index ? null : above;
}

function bodyOf(body: BodyInFile, { isFull, parent, share }: { isFull: boolean; parent: number | null; share: string | undefined }): FileBody {
  const { name, kind, meets, openMeeting = false, executive, powers, members, membership, note, observers, open, decision, chair, secretariat } = body;
  const named = [chair && `chair: ${chair}`, secretariat && `secretariat: ${secretariat}`];
  const said = [...powers, typeof members === "string" ? members : "", membership, note, observers, open && `open to ${open}`, decision && `decision: ${decision}`, ...named].filter((one) => one !== undefined && one !== "");
  const scheme = schemeOf(body);
  // Local policy: about half is two fifths of all seats at least, because seats for gaps come on top.
  const rule: BalanceRule = { kind: "share", sectors: ["voluntary-community", "faith", "residents"], least: 40, most: null };
  const hasShare = body.kind === "board" && /about half/i.test(share ?? "") && scheme !== null;
  return {
    ...{ name, kind: kinds[kind], parent, isFull, meets: capital(meets ?? ""), isOpen: openMeeting },
    decisionModel: isFull || executive === false ? "all" : leading.includes(kind) ? "small-group" : "advisory",
    purpose: said.map((one) => `${capital(one!)}.`).join(" "),
    scheme: scheme && (hasShare ? { ...scheme, rules: [rule] } : scheme),
  };
}

function schemeOf({ places, placesMin, placesMax, placesTotal, placesFixed, placesReservedMax = 0, members, vcsReps }: BodyInFile): FileScheme | null {
  if (vcsReps !== undefined && places.length === 0) {
    // Only those of one sector are told; that there are others goes without a number.
    const others = lineOf({ sector: "any", count: null, holder: "other members", reserved: [] });
    const representatives = lineOf({ sector: "voluntary_community", count: vcsReps, holder: "voluntary and community representatives", reserved: [] });
    return { totalLeast: null, totalMost: null, rules: [], lines: [representatives, others] };
  }
  if (places.length === 0) return null;
  const all = placesTotal ?? placesFixed ?? (typeof members === "number" ? members : undefined);
  const totalMost = placesMax ?? (all === undefined ? null : all + placesReservedMax);
  const lines = places.map(lineOf);
  return { totalLeast: placesMin ?? all ?? null, totalMost, rules: [], lines: lines.map((line) => ({ ...line, within: withinOf(line, lines) })) };
}

function lineOf({ sector, count, holder, basis, nominatedBy = "", maximum = false, rule = "", reserved }: PlaceInFile): FileLine {
  const [, pool] = /pool of (\d+)/.exec(nominatedBy) ?? [];
  const [, kept, criterion] = /^at least (one|two|three|\d+) from (.+)$/i.exec(rule) ?? [];
  const fromRule = criterion === undefined ? [] : [{ least: { one: 1, two: 2, three: 3 }[kept!.toLowerCase()] ?? Number(kept), criterion }];
  return {
    ...{ holder: capital(holder ?? (sector === "diversity_gap" ? "whoever is missing" : sector.replaceAll("_", " "))), sector: sectorsInFile[sector], basis: basisOf(sector, basis, nominatedBy, pool) },
    ...{ count: maximum ? 0 : count, countMost: maximum ? count : null, poolSize: pool === undefined ? null : Number(pool), within: null },
    chosenBy: capital([nominatedBy, criterion === undefined ? rule : ""].filter((one) => one !== "").join("; ")),
    reserves: [...reserved.map(({ criterion: said, minimum }) => ({ least: minimum, criterion: said })), ...fromRule],
  };
}

function basisOf(sector: string, basis: string | undefined, nominatedBy: string, pool: string | undefined): Basis {
  if (sector === "diversity_gap") return "diversity-gap";
  if (pool !== undefined) return "pool";
  if (basis === "standing" || nominatedBy === "that body") return "organisation";
  return basis === "elected" ? "elected" : basis === "ex officio" ? "ex-officio" : "fixed";
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A line without a number is some of the seats of the line that says it includes them. */
function withinOf(line: FileLine, lines: readonly FileLine[]): number | null {
  if (line.count !== null) return null;
  const around = lines.findIndex(({ holder }) => line.holder.toLowerCase().startsWith(/includes (\w+) places/i.exec(holder)?.[1]?.toLowerCase() ?? "\0"));
  return around === -1 ? null : around;
}
