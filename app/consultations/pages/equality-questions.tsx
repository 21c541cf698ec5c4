// One equality question a page; each may be skipped, and what is answered is kept apart from the response.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkForm, checkPage, pagesOf } from "#app/forms/check.ts";
import { entriesOfAnswers } from "#app/forms/entries-of-answers.ts";
import { mergeEntries, readPosted } from "#app/forms/entries.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { pageAfter, pageBefore } from "../draft.ts";
import { equalityForm } from "../equality-form.ts";
import { findEqualityAnswers, saveEqualityAnswers } from "../equality.store.server.ts";
import { equalityPath, sentPath } from "../paths.ts";
import { findResponding, ownPage, requireAskedForEquality } from "../responding.server.ts";
import { EqualityPage } from "../ui/equality-page.tsx";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

async function findEquality(args: Args) {
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const response = await requireAskedForEquality(responding);
  const form = equalityForm(textInAll);
  const answers = await findEqualityAnswers(db(), consultation, response.id);
  const entries = entriesOfAnswers(form, answers);
  const pages = pagesOf(form, entries);
  const page = pages.find(({ id }) => id === args.params.page);
  if (!page) throw notFound();
  return { partnership, consultation, response, form, entries, pages, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, page, entries } = await findEquality(args);
  const name = wordsFor(language).t("consultations:equality.page", {
    heading: textIn(page.section.heading, language).text,
    question: textIn(page.questions[0]?.label, language).text,
  });
  return { title: titleOf(name, language, partnership), page, entries };
}

export const headers = () => ownPage;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, response, form, pages, page, ...before } = await findEquality(args);
  const posted = await readForm(args.request, { longest: Infinity });
  const entries = mergeEntries(before.entries, readPosted(page.questions, posted), page.questions);
  const { errors } = checkPage(form, page, entries);
  if (errors.length > 0 && posted.get("_intent") !== "back") return data({ errors, entries }, { status: 422 });
  await saveEqualityAnswers(db(), consultation, response.id, checkForm(form, entries).answers);
  const next = posted.get("_intent") === "back" ? pageBefore(pages, page.id) : pageAfter(pagesOf(form, entries), page.id, []);
  if (!next && posted.get("_intent") === "back") return redirect(equalityPath(partnership, consultation));
  return redirect(next ? equalityPath(partnership, consultation, next.id) : sentPath(partnership, consultation));
}

export default function EqualityQuestionsPage() {
  const { page, ...drawn } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return <EqualityPage page={page} entries={acted?.entries ?? drawn.entries} errors={acted?.errors ?? []} />;
}
