// A page of the questions: what is typed is saved first, in one statement, and only then checked.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkPage, pagesOf } from "#app/forms/check.ts";
import { fieldsOf, mergeEntries, readPosted } from "#app/forms/entries.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { asBlanks, sameDrawing } from "#app/shared/drawings.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { fileQuestions, takeAnswerFiles } from "../answer-files.server.ts";
import { draftCookie } from "../draft-cookie.server.ts";
import { entriesIn, isBlank, questionsAround, questionsPosted, sectionNumber, sectionStarts } from "../draft.ts";
import { saveAnswers } from "../drafts.store.server.ts";
import { checkAnswersPath, consultationPath, questionsPath, savePath, sendingPath } from "../paths.ts";
import { mayFillIn } from "../policy.ts";
import { draftForPost, findResponding, ownPage, requireDraft } from "../responding.server.ts";
import { recallErrata } from "../store.server.ts";
import { AnsweringPage } from "../ui/answering-page.tsx";
import { QuestionsChanged } from "../ui/questions-changed.tsx";
import { TranslationNotice } from "../ui/translation-notice.tsx";
import { pathOf, readWay } from "../way-on.ts";

export const handle = { scripts: ["keep-answers"] };

export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const responding = await findResponding(args);
  const { partnership, consultation, version, newer } = responding;
  const { languages, partialLanguages, blockedLanguages } = consultation;
  const draft = requireDraft(responding, context.now);
  const pages = pagesOf(version.definition, draft.entries);
  const page = pages.find(({ id }) => id === params.page);
  if (!page && questionsAround(version.definition, params.page ?? "").length === 0) throw notFound();
  if (!page) throw redirect(checkAnswersPath(partnership, consultation));
  const { searchParams } = new URL(request.url);
  const showsErrors = searchParams.has("errors") || searchParams.get("from") === "check";
  const errors = showsErrors ? checkPage(version.definition, page, draft.entries).errors : [];
  const entries = entriesIn(draft.entries, page.questions.flatMap(fieldsOf));
  const words = wordsFor(context.language);
  const name = words.t("consultations:respond.page", {
    ...{ page: words.number(page.number), of: words.number(page.of) },
    heading: textIn(page.section.heading, context.language).text,
    consultation: textIn(consultation.title, context.language).text,
  });
  return data(
    {
      title: titleOf(name, context.language, partnership),
      consultation: consultation.title,
      section: sectionNumber(pages, page),
      parts: sectionStarts(pages, page),
      kept: asBlanks(context, { draft: draft.id, saved: draft.savedAt.toISOString() }),
      errata: await recallErrata(consultation, context.now),
      ...{ page, entries, errors, isOutOfDate: newer !== null },
      told: { partnership: { slug: partnership.slug }, consultation: { id: consultation.id, languages, partialLanguages, blockedLanguages } },
    },
    { status: errors.length > 0 ? 422 : 200, headers: isBlank(entries) ? sameDrawing : {} },
  );
}

export const headers = () => ownPage;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { now, language } = context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const { definition } = responding.version;
  const pageId = params.page ?? "";
  const around = questionsAround(definition, pageId);
  if (around.length === 0) throw notFound();
  const { fields, files } = await readUpload(request, { mostFiles: fileQuestions(around).length });
  const { draft, isFresh } = await draftForPost(responding, context);

  const before = pagesOf(definition, draft.entries);
  const questions = questionsPosted(definition, before, pageId, (field) => fields.has(field));
  const taken = await takeAnswerFiles(partnership, questions, files, context.address);
  const entries = mergeEntries(draft.entries, { ...readPosted(questions, fields), ...taken.entries }, questions);
  const way = readWay(fields);
  await saveAnswers(draft, questions, entries, { passed: way.to === "next" ? pageId : null, files: taken.files, language, now });

  const headers = draftCookie(consultation.id, draft.reference);
  const checkAnswers = checkAnswersPath(partnership, consultation);
  if (!mayFillIn(consultation, { ...draft, sentAt: null }, now)) return redirect(checkAnswers, { headers });
  const at = (id: string) => questionsPath(partnership, consultation, id);
  const errors = way.to === "next" ? [...taken.errors, ...checkPage(definition, { questions }, entries).errors] : [];
  // because the page is drawn from the cookie's draft, and a browser without one has it only after going on
  if (errors.length > 0 && isFresh) return redirect(`${at(pageId)}?errors`, { headers });
  if (errors.length > 0) return data({ errors }, { status: 422, headers });
  const path = pathOf(way, {
    ...{ pageId, before, after: pagesOf(definition, entries), seen: [...draft.pagesSeen, pageId], at, checkAnswers },
    isChecking: new URL(request.url).searchParams.get("from") === "check",
    first: consultationPath(partnership, consultation),
    last: sendingPath(partnership, consultation, "about-you"),
    later: savePath(partnership, consultation),
  });
  return redirect(path, { headers });
}

export default function QuestionsPage() {
  const { title: _, told, isOutOfDate, ...shown } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const notices = (
    <>
      <TranslationNotice {...told} />
      {isOutOfDate && <QuestionsChanged {...told} />}
    </>
  );
  return <AnsweringPage {...shown} notices={notices} errors={acted?.errors ?? shown.errors} />;
}
