// What everybody may read of a consultation's responses, one by one: what was decided, what of the closed answers may be seen, how the questions are put.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Consultation } from "#app/consultations/consultation.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { findConsultation, listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { isPersonal } from "#app/forms/question.ts";
import type { Role } from "#app/people/role.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { askedInYear, publishable, type Publishable } from "#app/publication/choice.ts";
import { findChoice, findResults, listPublished } from "#app/publication/store.server.ts";
import type { PublishedResults } from "#app/publication/published-results.ts";
import { db, type Database } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { keysOf, openKeys, standing, type Proposal, type Publication } from "./publication.ts";
import type { Extent } from "./public.store.server.ts";
import { listPublications } from "./publications.store.server.ts";

/** A question as it is put above its answers, in the order of the form. */
export type PutQuestion = { id: string; number: string | null; label: Text };

export type Asked = { questions: Publishable[]; put: PutQuestion[]; results: PublishedResults | null };

/** The questions of a consultation, and its published results, which say what of single answers is confidential. */
export async function findAsked(on: Database, consultation: Consultation, now: Date): Promise<Asked> {
  const versions = await listVersions(on, consultation.formId);
  const newestFirst = versions.toSorted((one, other) => other.number - one.number).flatMap(({ definition }) => questionsOf(definition));
  const put = new Map<string, PutQuestion>();
  for (const question of newestFirst) {
    if (!put.has(question.id) && question.type !== "statement" && !isPersonal(question)) put.set(question.id, { id: question.id, number: question.number ?? null, label: question.label });
  }
  const [published] = await listPublished(on, consultation.id);
  return {
    questions: publishable(versions, askedInYear(consultation, now)),
    put: [...put.values()],
    results: published && !published.withdrawn ? await findResults(on, published.id) : null,
  };
}

export async function extentOf(on: Database, consultation: Consultation, { setId, whose, questions: chosen }: Proposal & { setId: string }, { questions, results }: Asked): Promise<Extent> {
  const keys = keysOf(questions, chosen);
  const open = openKeys(keys, results);
  const { area } = await findChoice(on, consultation.id);
  return { consultation, setId, whose, chosenKeys: keys, openKeys: open, areaKey: area && open.includes(area.question) ? area.question : null };
}

export type PublicResponses = { partnership: Partnership; consultation: Consultation; latest: Publication; asked: Asked; extent: Extent | null };

/** What is public; without an extent where it was taken back. 404 where nothing ever was. */
export async function findPublicResponses({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">): Promise<PublicResponses> {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const { latest, current } = standing(await listPublications(db(), consultation));
  if (!latest) throw notFound();
  const asked = await findAsked(db(), consultation, context.now);
  return { partnership, consultation, latest, asked, extent: current && (await extentOf(db(), consultation, current, asked)) };
}

/** What is proposed, or else what is public, for officers; 404 where neither is. */
export async function findPreviewed(args: Pick<LoaderFunctionArgs, "request" | "params" | "context">, may: (roles: readonly Role[]) => boolean): Promise<ForOffice & { asked: Asked; extent: Extent }> {
  const found = await findForOffice(args, may);
  const { current, proposed } = standing(await listPublications(db(), found.consultation));
  const shown = proposed ?? current;
  if (!shown) throw notFound();
  const asked = await findAsked(db(), found.consultation, args.context.now);
  return { ...found, asked, extent: await extentOf(db(), found.consultation, shown, asked) };
}

/** Names stand here, which people did not give to be found by: a page may be read by everybody, and is not for search engines to keep. */
export const notForSearchEngines = { "X-Robots-Tag": "noindex, nofollow, noarchive", "Cache-Control": "private, no-store" };
