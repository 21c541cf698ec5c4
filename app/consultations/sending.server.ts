// The pages about oneself and about publication: one form of ours, on two addresses.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { checkPage, pagesOf, type FormPage } from "#app/forms/check.ts";
import { entryOf, fieldsOf, mergeEntries, readPosted, type Entries } from "#app/forms/entries.ts";
import { asBlanks, sameDrawing } from "#app/shared/drawings.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { readEmail } from "#app/shared/typed.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { draftCookie } from "./draft-cookie.server.ts";
import { entriesIn, isBlank, questionsAround, questionsPosted } from "./draft.ts";
import { saveTyped } from "./drafts.store.server.ts";
import { passedSending } from "./going-on.ts";
import { recallNoticeTexts } from "./notices.store.server.ts";
import { checkAnswersPath, questionsPath, savePath, sendingPartOf, sendingPath, type SendingPart } from "./paths.ts";
import { mayFillIn } from "./policy.ts";
import { draftForPost, findResponding, requireDraft } from "./responding.server.ts";
import { sendingForm, withUsualChoices } from "./sending-form.ts";
import { pathOf, readWay } from "./way-on.ts";

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
  const entries = entriesIn(withUsualChoices(draft), page.questions.flatMap(fieldsOf));
  const heading = page.startsSection ? page.section.heading : page.questions[0]?.label;
  const name = wordsFor(context.language).t("consultations:respond.before-sending-page", {
    heading: textIn(heading, context.language).text,
    consultation: textIn(consultation.title, context.language).text,
  });
  return data(
    {
      title: titleOf(name, context.language, partnership),
      consultation: consultation.title,
      notices: await recallNoticeTexts(consultation, context.now),
      kept: asBlanks(context, { draft: draft.id, saved: draft.savedAt.toISOString() }),
      ...{ page, entries, errors },
    },
    { status: errors.length > 0 ? 422 : 200, headers: isBlank(entries) ? sameDrawing : {} },
  );
}

/** Saves what was typed on the page, and only then checks it. */
export async function postSendingPage(args: ActionFunctionArgs, part: SendingPart) {
  const { request, context } = args;
  const { now, language } = context;
  const pageId = pageIdOf(args, part);
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const posted = await readForm(request, { longest: Infinity });
  const { draft, isFresh } = await draftForPost(responding, context);

  const before = pagesAfter(draft.sending);
  const questions = questionsPosted(sendingForm(textInAll, draft.sending), before, pageId, (field) => posted.has(field));
  const entries = mergeEntries(draft.sending, readPosted(questions, posted), questions);
  const fields = questions.flatMap(fieldsOf);
  const way = readWay(posted);
  await saveTyped(draft, {
    passed: way.to === "next" ? passedSending(pageId) : null,
    sending: { fields, entries: entriesIn(entries, fields) },
    ...(fields.includes("email") && { email: readEmail(entryOf(entries, "email"))?.toLowerCase() ?? null }),
    ...{ language, now },
  });

  const headers = draftCookie(consultation.id, draft.reference);
  const checkAnswers = checkAnswersPath(partnership, consultation);
  if (!mayFillIn(consultation, { ...draft, sentAt: null }, now)) return redirect(checkAnswers, { headers });
  const at = (id: string) => sendingPath(partnership, consultation, id);
  const errors = way.to === "next" ? checkPage(sendingForm(textInAll, entries), { questions }, entries).errors : [];
  if (errors.length > 0 && isFresh) return redirect(`${at(pageId)}?errors`, { headers });
  if (errors.length > 0) return data({ errors }, { status: 422, headers });
  const lastQuestions = pagesOf(responding.version.definition, draft.entries).at(-1);
  const path = pathOf(way, {
    ...{ pageId, before, after: pagesAfter(entries), seen: [], at, checkAnswers },
    isChecking: new URL(request.url).searchParams.get("from") === "check",
    first: lastQuestions ? questionsPath(partnership, consultation, lastQuestions.id) : checkAnswers,
    last: checkAnswers,
    later: savePath(partnership, consultation),
  });
  return redirect(path, { headers });
}
