// Where two entries of one paper differ: somebody with the paper in hand says which is right, question by question.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { entriesIn } from "#app/consultations/draft.ts";
import { fieldsOf, type Entries } from "#app/forms/entries.ts";
import { questionsOf, type Question } from "#app/forms/definition.ts";
import { questionName } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDifference, settleDifference } from "../again.store.server.ts";
import { correctPaper } from "../entered.store.server.ts";
import { findForEntering } from "../guard.server.ts";
import { readPaper } from "../paper.ts";
import { againPath } from "../paths.ts";
import { findSavedPaper } from "../saved-paper.server.ts";
import { Typed } from "../ui/not-counted.tsx";

/** Both entries of the response, or back to the list where there is nothing to settle. */
async function findBoth(args: LoaderFunctionArgs) {
  const found = await findForEntering(args);
  const { partnership, consultation } = found;
  const difference = await findDifference(db(), consultation, args.params.response ?? "");
  if (!difference) throw redirect(againPath(partnership, consultation));
  const paper = await findSavedPaper(db(), consultation, difference.responseId);
  const questions = questionsOf(paper.version.definition).filter(({ id }) => Object.hasOwn(difference.second, id));
  return { ...found, difference, paper, questions };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, difference, paper, questions } = await findBoth(args);
  const mark = paper.entered.sheet ?? difference.responseId;
  return {
    title: titleOf(wordsFor(language).t("intake:settle.title", { mark }), language, partnership),
    ...{ partnership, consultation, mark },
    both: questions.map((question) => ({
      question,
      first: typedUnder(question, paper.entries),
      second: typedUnder(question, difference.second[question.id] ?? {}),
    })),
  };
}

function typedUnder(question: Question, entries: Entries): string[] {
  return Object.values(entriesIn(entries, fieldsOf(question))).flat();
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, difference, paper, questions, signedIn } = await findBoth(args);
  const form = await readForm(args.request);
  const chosen = Object.fromEntries(questions.map(({ id }) => [id, form.get(`right-${id}`)]));
  const missing = questions.filter(({ id }) => chosen[id] !== "first" && chosen[id] !== "second").map(({ id }) => id);
  if (missing.length > 0) return data({ missing, chosen }, { status: 422 });
  const wrong = questions.filter(({ id }) => chosen[id] === "second");
  const entries: Entries = { ...paper.entries };
  for (const field of wrong.flatMap(fieldsOf)) delete entries[field];
  for (const { id } of wrong) Object.assign(entries, difference.second[id]);
  const { responseId } = difference;
  const by = { personId: signedIn.personId, now };
  await inTransaction(async (transaction) => {
    const differing = questions.map(({ id }) => id);
    const isSettled = await settleDifference(transaction, consultation, { responseId, differing, wrong: wrong.length }, by);
    if (!isSettled || wrong.length === 0) return;
    const [{ illegible }] = paper.entered.revisions;
    const corrected = { details: paper.details, read: readPaper(paper.version.definition, entries), illegible, formVersionId: paper.version.id };
    const reason = wordsFor(language).t("intake:settle.reason");
    await correctPaper(transaction, consultation, responseId, corrected, { ...by, reason });
  });
  return redirect(`${againPath(partnership, consultation)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function DifferencesPage() {
  const { partnership, consultation, mark, both } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useWords();
  const { t } = words;
  const problemOf = (question: Question) => t("intake:settle.missing", { question: questionName(question, words) });
  return (
    <>
      <BackLink to={againPath(partnership, consultation)} text={t("intake:settle.back")} />
      <ErrorSummary
        errors={both
          .filter(({ question }) => refused?.missing.includes(question.id))
          .map(({ question }) => ({ href: `#right-${question.id}`, text: problemOf(question) }))}
      />
      <PageHeading>{t("intake:settle.title", { mark })}</PageHeading>
      <p className="govuk-body">{t("intake:settle.lead")}</p>
      <form method="post" noValidate>
        {both.map(({ question, first, second }) => {
          const labelOf = (which: "first" | "second", typed: string[]) => (
            <>
              {t(`intake:settle.${which}`)} {typed.length > 0 ? <Typed question={question} typed={typed} /> : t("intake:settle.nothing")}
            </>
          );
          return (
            <Radios
              key={question.id}
              name={`right-${question.id}`}
              label={questionName(question, words)}
              labelSize="s"
              error={refused?.missing.includes(question.id) ? problemOf(question) : undefined}
              value={refused?.chosen[question.id] ?? undefined}
              choices={[
                { value: "first", label: labelOf("first", first) },
                { value: "second", label: labelOf("second", second) },
              ]}
            />
          );
        })}
        <Button>{t("intake:settle.save")}</Button>
      </form>
    </>
  );
}
