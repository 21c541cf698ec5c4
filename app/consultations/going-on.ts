// Where somebody goes on who comes back to a draft.
import { pagesOf } from "#app/forms/check.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { pageToGoOn, type Draft } from "./draft.ts";
import { checkAnswersPath, questionsPath, sendingPath } from "./paths.ts";
import { sendingForm, type Say } from "./sending-form.ts";

/** How a page of the form that is asked before sending is counted as passed. */
export const passedSending = (pageId: string): string => `sending/${pageId}`;

/** The first page not passed yet: of the questions, then of what is asked before sending; else the check of it all. */
export function pathToGoOn(
  partnership: { slug: string },
  consultation: { id: string },
  draft: Pick<Draft, "entries" | "sending" | "pagesSeen">,
  definition: FormDefinition,
  say: Say,
): string {
  const page = pageToGoOn(pagesOf(definition, draft.entries), draft.pagesSeen);
  if (page) return questionsPath(partnership, consultation, page.id);
  const before = pagesOf(sendingForm(say, draft.sending), draft.sending);
  const next = before.find(({ id }) => !draft.pagesSeen.includes(passedSending(id)));
  return next ? sendingPath(partnership, consultation, next.id) : checkAnswersPath(partnership, consultation);
}
