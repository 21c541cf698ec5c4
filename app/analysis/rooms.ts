// The pages on which the newest set is worked with, in the order in which an analysis meets them.
import { mayAnalyse, mayCode, mayPublishEquality, mayReadAnswers } from "#app/consultations/office-policy.ts";
import { moderationPath } from "#app/consultations/office-paths.ts";
import type { Role } from "#app/people/role.ts";
import { agreementsPath, campaignsPath, codeCountsPath, codeframesPath, equalityTablesPath, marginsPath, readingPath, representedPath, setTablesPath, suggestionsPath, surveyDesignPath, weightsPath, workPath } from "./paths.ts";

/** A room's words are `analysis:room.<name>`. */
type Room = {
  name: string;
  pathOf: (partnership: { slug: string }, consultation: { id: string }, newest: { number: number }) => string;
  may: (roles: readonly Role[]) => boolean;
};

export const rooms: readonly Room[] = [
  { name: "reading", pathOf: (partnership, consultation) => readingPath(partnership, consultation), may: mayReadAnswers },
  { name: "design", pathOf: (partnership, consultation) => surveyDesignPath(partnership, consultation), may: mayAnalyse },
  { name: "campaigns", pathOf: campaignsPath, may: mayReadAnswers },
  { name: "tables", pathOf: setTablesPath, may: mayAnalyse },
  { name: "margins", pathOf: (partnership, consultation) => marginsPath(partnership, consultation), may: mayAnalyse },
  { name: "represented", pathOf: representedPath, may: mayAnalyse },
  { name: "weights", pathOf: weightsPath, may: mayAnalyse },
  { name: "equality", pathOf: equalityTablesPath, may: mayPublishEquality },
  { name: "codeframes", pathOf: (partnership, consultation) => codeframesPath(partnership, consultation), may: mayCode },
  { name: "suggestions", pathOf: suggestionsPath, may: mayCode },
  { name: "codes", pathOf: codeCountsPath, may: mayCode },
  { name: "work", pathOf: (partnership, consultation) => workPath(partnership, consultation), may: mayCode },
  { name: "agreement", pathOf: (partnership, consultation) => agreementsPath(partnership, consultation), may: mayAnalyse },
  { name: "moderation", pathOf: (partnership, consultation) => moderationPath(partnership, consultation), may: mayReadAnswers },
];
