// A report with what has to be as it is now: quotes as they may be published, organisations that let their name be, the outcome.
import type { Consultation } from "#app/consultations/consultation.ts";
import { outcomePath } from "#app/consultations/paths.ts";
import type { RespondentType } from "#app/consultations/response.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { replyPromisedOn } from "#app/replies/outcome.ts";
import { findOutcome } from "#app/replies/outcome.store.server.ts";
import { listReplies } from "#app/replies/replies.store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { listOrganisations, listQuotes } from "./quotes.store.server.ts";
import type { LiveQuote } from "./quote.ts";
import type { Live, Report, Written } from "./report-blocks.ts";
import type { ReportShown } from "./shown.ts";
import type { VersionSection } from "./version.ts";

/** Whether so few of a kind answered, or so few that it is confidential, that naming the kind might tell who somebody is. */
export function smallKinds({ groups }: Pick<ReportShown, "groups">): (respondentType: RespondentType) => boolean {
  const shown = new Set(groups.find(({ key }) => key === ".respondent")?.rows.flatMap(({ id, count }) => (count === null ? [] : [id])));
  return (respondentType) => !shown.has(respondentType);
}

async function findLive(on: Database, partnership: Pick<Partnership, "slug">, consultation: Consultation, shown: ReportShown, quotes: Live["quotes"]): Promise<Live> {
  const isPublished = consultation.outcomePublishedAt !== null;
  const outcome = await findOutcome(on, consultation.id);
  return {
    ...{ quotes, organisations: await listOrganisations(on, shown.set.id), promisedOn: replyPromisedOn(consultation, outcome), outcomePath: outcomePath(partnership, consultation) },
    outcome: isPublished ? outcome : null,
    replies: isPublished ? await listReplies(on, consultation.id) : [],
  };
}

type Of = { partnership: Pick<Partnership, "slug">; consultation: Consultation };

/** The report that is being written. */
export async function findWrittenReport(on: Database, { partnership, consultation }: Of, { shown, placed, written }: { shown: ReportShown; placed: readonly string[]; written: ReadonlyMap<string, Written> }): Promise<Report> {
  const quotes = await listQuotes(on, consultation.id, null, smallKinds(shown));
  return { shown, placed, written, live: await findLive(on, partnership, consultation, shown, quotes) };
}

/** A version that was published: its figures and words as they were, with what has to be as it is now. */
export async function findPublishedReport(on: Database, { partnership, consultation }: Of, { shown, sections }: { shown: ReportShown; sections: readonly VersionSection[] }): Promise<Report> {
  const found = await listQuotes(on, consultation.id, sections.flatMap(({ quotes }) => quotes), smallKinds(shown));
  const byId = new Map([...found.values()].flat().map((quote) => [quote.id, quote]));
  const gone = (id: string): LiveQuote => ({ id, segments: null, language: "en", name: null, respondentType: null });
  const quotes = new Map(sections.map(({ key, quotes: ids }) => [key.replace(/^q\./, ""), ids.map((id) => byId.get(id) ?? gone(id))]));
  const written = new Map(sections.map(({ key, words, hiddenBecause }) => [key, { words, hiddenBecause }]));
  return { shown, placed: sections.map(({ key }) => key), written, live: await findLive(on, partnership, consultation, shown, quotes) };
}
