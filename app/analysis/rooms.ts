// The pages on which the newest set is worked with, in the order in which an analysis meets them.
import { mayAnalyse, mayCode, mayPublishEquality, mayReadAnswers, maySeePublication, maySeeReport } from "#app/consultations/office-policy.ts";
import { moderationPath, officeReportPath, publicationPath, publishResponsesPath } from "#app/consultations/office-paths.ts";
import type { Role } from "#app/people/role.ts";
import { agreementsPath, campaignsPath, codeCountsPath, codeframesPath, equalityTablesPath, marginsPath, readingPath, representedPath, setTablesPath, suggestionsPath, surveyDesignPath, weightsPath, workPath } from "./paths.ts";

/** The headings they stand under, in order; the words are `analysis:rooms.<part>`. */
export const parts = ["read", "code", "count", "publish"] as const;

/** A room's words are `analysis:room.<name>`. */
type Room = {
  name: string;
  part: (typeof parts)[number];
  pathOf: (partnership: { slug: string }, consultation: { id: string }, newest: { number: number }) => string;
  may: (roles: readonly Role[]) => boolean;
};

export const rooms: readonly Room[] = [
  { name: "reading", part: "read", pathOf: (partnership, consultation) => readingPath(partnership, consultation), may: mayReadAnswers },
  { name: "campaigns", part: "read", pathOf: campaignsPath, may: mayReadAnswers },
  { name: "codeframes", part: "code", pathOf: (partnership, consultation) => codeframesPath(partnership, consultation), may: mayCode },
  { name: "suggestions", part: "code", pathOf: suggestionsPath, may: mayCode },
  { name: "work", part: "code", pathOf: (partnership, consultation) => workPath(partnership, consultation), may: mayCode },
  { name: "agreement", part: "code", pathOf: (partnership, consultation) => agreementsPath(partnership, consultation), may: mayAnalyse },
  { name: "codes", part: "code", pathOf: codeCountsPath, may: mayCode },
  { name: "tables", part: "count", pathOf: setTablesPath, may: mayAnalyse },
  { name: "equality", part: "count", pathOf: equalityTablesPath, may: mayPublishEquality },
  { name: "margins", part: "count", pathOf: (partnership, consultation) => marginsPath(partnership, consultation), may: mayAnalyse },
  { name: "represented", part: "count", pathOf: representedPath, may: mayAnalyse },
  { name: "design", part: "count", pathOf: (partnership, consultation) => surveyDesignPath(partnership, consultation), may: mayAnalyse },
  { name: "weights", part: "count", pathOf: weightsPath, may: mayAnalyse },
  { name: "moderation", part: "publish", pathOf: (partnership, consultation) => moderationPath(partnership, consultation), may: mayReadAnswers },
  { name: "publication", part: "publish", pathOf: publicationPath, may: maySeePublication },
  { name: "publish-responses", part: "publish", pathOf: publishResponsesPath, may: maySeePublication },
  { name: "report", part: "publish", pathOf: officeReportPath, may: maySeeReport },
];
