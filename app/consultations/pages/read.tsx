// A consultation to read before answering, or instead of it: what is asked, why, what can still change, who decides and when.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listChanges } from "../changes.store.server.ts";
import { listDocuments } from "../documents.store.server.ts";
import { listEvents } from "../events.store.server.ts";
import { listSteps } from "../life.store.server.ts";
import { publicKinds, turningPoints } from "../life.ts";
import { respondPath } from "../paths.ts";
import { replyDueOn } from "../reply-due.ts";
import { findConsultation, findCurrentVersion, listErrata } from "../store.server.ts";
import { Reading } from "../ui/reading.tsx";
import { sayVersion } from "../version-words.ts";
import { listQuestionChanges } from "../versions.store.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const version = await findCurrentVersion(db(), consultation.formId);
  const words = wordsFor(context.language);
  const events = await listEvents(db(), consultation);
  const promised = [consultation.decisionOn, replyDueOn(consultation)].map((day) => (day === null ? null : endOfDay(day)));
  const changesAt = [...turningPoints(consultation), ...promised, ...events.map(({ endsAt }) => endsAt)];
  return data(
    {
      title: titleOf(textIn(consultation.title, context.language).text, context.language, partnership),
      ...{ partnership, consultation, definition: version.definition, now: context.now },
      questionChanges: (await listQuestionChanges(db(), consultation.formId)).map((changes) => sayVersion(changes, words)),
      errata: await listErrata(db(), consultation.formId),
      documents: await listDocuments(db(), consultation),
      ...{ events, changes: await listChanges(db(), consultation) },
      // without who took them: everybody may read this
      steps: (await listSteps(db(), consultation, publicKinds)).map(({ kind, at, facts, reason }) => ({ kind, at, facts, reason })),
    },
    { headers: keepPage(partnership.id, context.now, changesAt) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadPage() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <Reading {...shown} start={respondPath(shown.partnership, shown.consultation)} />;
}
