// The pages about oneself and about publication: one form of ours, on two addresses.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { checkPage, pagesOf, type FormPage } from "#app/forms/check.ts";
import { entryOf, fieldsOf, mergeEntries, readPosted, type Entries } from "#app/forms/entries.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { readEmail } from "#app/shared/typed.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { draftCookie } from "./draft-cookie.server.ts";
import { entriesIn, newlyShown, pageAfter, pageBefore, questionsAround, questionsPosted } from "./draft.ts";
import { saveTyped } from "./drafts.store.server.ts";
import { passedSending } from "./going-on.ts";
import { checkAnswersPath, questionsPath, savePath, sendingPartOf, sendingPath, type SendingPart } from "./paths.ts";
import { mayFillIn } from "./policy.ts";
import { draftForPost, findResponding, requireDraft } from "./responding.server.ts";
import { sendingForm, withUsualChoices } from "./sending-form.ts";

const pagesAfter = (entries: Entries): FormPage[] => pagesOf(sendingForm(textInAll, entries), entries);

/** The page an address is of; 404 where there is none such under it. */
function pageIdOf({ params }: Pick<LoaderFunctionArgs, "params">, part: SendingPart): string {
  const pageId = params.page ?? part;
  const isPage = questionsAround(sendingForm(textInAll, {}), pageId).length > 0;
  if (!isPage || sendingPartOf(pageId) !== part || params.page === part) throw notFound();
  return pageId;
}

/** What is shown on the page; whoever may not be there is sent to where they may. */
export async function loadSendingPage(args: LoaderFunctionArgs, part: SendingPart) {
  const { request, context } = args;
  const pageId = pageIdOf(args, part);
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const draft = requireDraft(responding, context.now);
  const definition = sendingForm(textInAll, draft.sending);
  const page = pagesAfter(draft.sending).find(({ id }) => id === pageId);
  if (!page) throw redirect(checkAnswersPath(partnership, consultation));
  const { searchParams } = new URL(request.url);
  const showsErrors = searchParams.has("errors") || searchParams.get("from") === "check";
  const errors = showsErrors ? checkPage(definition, page, draft.sending).errors : [];
  const heading = page.startsSection ? page.section.heading : page.questions[0]?.label;
  const name = wordsFor(context.language).t("consultations:respond.before-sending-page", {
    heading: textIn(heading, context.language).text,
    consultation: textIn(consultation.title, context.language).text,
  });
  return data(
    {
      title: titleOf(name, context.language, partnership),
      consultation: consultation.title,
      entries: withUsualChoices(draft.sending),
      kept: { draft: draft.id, saved: draft.savedAt.toISOString() },
      ...{ page, errors },
    },
    { status: errors.length > 0 ? 422 : 200 },
  );
}

/** Saves what was typed on the page, and only then checks it. */
export async function postSendingPage(args: ActionFunctionArgs, part: SendingPart) {
  const { request, context } = args;
  const pageId = pageIdOf(args, part);
  const { now, language } = context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const form = await readForm(request);
  const { draft, isFresh } = await draftForPost(responding, context);
  const before = pagesAfter(draft.sending);
  const questions = questionsPosted(sendingForm(textInAll, draft.sending), before, pageId, (field) => form.has(field));
  const entries = mergeEntries(draft.sending, readPosted(questions, form), questions);
  const fields = questions.flatMap(fieldsOf);
  const intent = form.get("_intent") ?? "";
  await saveTyped(db(), draft, {
    passed: intent === "" ? passedSending(pageId) : null,
    sending: { fields, entries: entriesIn(entries, fields) },
    email: readEmail(entryOf(entries, "email"))?.toLowerCase() ?? null,
    ...{ language, now },
  });

  const headers = await draftCookie(consultation.id, draft.reference);
  const goTo = (path: string) => redirect(path, { headers });
  const here = sendingPath(partnership, consultation, pageId);
  const checkAnswers = checkAnswersPath(partnership, consultation);
  if (intent === "keep") return goTo(here);
  if (!mayFillIn(consultation, { ...draft, sentAt: null }, now)) return goTo(checkAnswers);
  if (intent === "later") return goTo(savePath(partnership, consultation));
  const isChecking = new URL(request.url).searchParams.get("from") === "check";
  const after = pagesAfter(entries);
  if (intent === "back") {
    const previous = pageBefore(before, pageId);
    const lastQuestions = pagesOf(responding.version.definition, draft.entries).at(-1);
    if (isChecking) return goTo(checkAnswers);
    if (previous) return goTo(sendingPath(partnership, consultation, previous.id));
    return goTo(lastQuestions ? questionsPath(partnership, consultation, lastQuestions.id) : checkAnswers);
  }
  const { errors } = checkPage(sendingForm(textInAll, entries), { questions }, entries);
  if (errors.length > 0 && isFresh) return goTo(`${here}?errors`);
  if (errors.length > 0) return data({ errors }, { status: 422, headers });
  const next = isChecking ? newlyShown(before, after) : pageAfter(after, pageId, []);
  if (!next) return goTo(checkAnswers);
  return goTo(`${sendingPath(partnership, consultation, next.id)}${isChecking ? "?from=check" : ""}`);
}
