// Hustings in writing: anybody asks, every candidate may answer, and all answers stand side by side in the order of the ballot paper.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listCandidates } from "../candidates.store.server.ts";
import { electionState, findPublicElection } from "../elections.store.server.ts";
import { askQuestion, listDeclined, listPut } from "../hustings.store.server.ts";
import { answerWords, areHustingsOpen, longest, readQuestion, type HustingsProblem } from "../hustings.ts";
import { listHustings } from "../hustings-meetings.store.server.ts";
import { electionPath } from "../paths.ts";
import { HustingsList } from "../ui/hustings-list.tsx";
import { DeclinedQuestions, PutQuestions } from "../ui/put-questions.tsx";

async function find({ params }: Pick<LoaderFunctionArgs, "params">) {
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, election: await findPublicElection(db(), partnership.id, params.election) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await find(args);
  const query = new URL(args.request.url).searchParams;
  const after = query.get("after");
  const [put, declined] = [await listPut(db(), election, after), await listDeclined(db(), election)];
  return {
    title: titleOf(wordsFor(language).t("candidates:questions.title-of", { name: textIn(election.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title } },
    ...{ isAsked: query.has("asked"), isOpen: areHustingsOpen(electionState(election, now)), isFirst: after === null, nextAfter: put.nextAfter },
    candidates: (await listCandidates(db(), election)).map(({ id, number, name }) => ({ id, number, name })),
    ...{ now, meetings: after === null ? await listHustings(db(), election) : [] },
    questions: put.questions.map(({ id, text, answers }) => ({ id, text, answers })),
    declined: after === null ? declined.questions.map(({ id, reason }) => ({ id, reason })) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { language, now, address } = args.context;
  const { partnership, election } = await find(args);
  const here = (asked?: "yes") => electionPath(partnership, election, "questions", { asked });
  if (!areHustingsOpen(electionState(election, now))) return redirect(here());
  const typed = (await readForm(args.request)).get("question") ?? "";
  const read = readQuestion(typed);
  const refuse = (problems: (HustingsProblem | { field: string; code: "too-many"; most?: number })[], status: number) => data({ typed, problems }, { status });
  if (!read.ok) return refuse(read.problem, 422);
  if (!(await isWithinLimit("hustings question", address, 10, 3600))) return refuse([{ field: "question", code: "too-many" }], 429);
  await inTransaction((transaction) => askQuestion(transaction, election, { text: read.value, language, now }));
  return redirect(here("yes"));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function QuestionsPage() {
  const { partnership, election, isAsked, isOpen, isFirst, nextAfter, candidates, questions, declined, meetings, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const errors = (refused?.problems ?? []).map(({ field, code, most = 0 }) => ({ href: `#${field}`, text: t(`candidates:problem.${code}`, { most: number(most) }) }));
  return (
    <>
      <BackLink to={electionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={errors} />
      {isAsked && !refused && <NotificationBanner kind="success">{t("candidates:questions.asked")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("candidates:questions.title")}</PageHeading>
      <HustingsList {...{ partnership, election, meetings, now }} />
      {meetings.length > 0 && <h2 className="govuk-heading-m">{t("candidates:questions.in-writing")}</h2>}
      <p className="govuk-body">{t("candidates:questions.text", { most: number(answerWords) })}</p>
      {candidates.length === 0 && <p className="govuk-body">{t("candidates:questions.not-yet")}</p>}
      {candidates.length > 0 && (questions.length === 0 ? <p className="govuk-body">{t("candidates:questions.none")}</p> : <PutQuestions questions={questions} candidates={candidates} />)}
      <Pagination first={isFirst ? null : electionPath(partnership, election, "questions")} next={nextAfter ? { to: electionPath(partnership, election, "questions", { after: nextAfter }) } : null} />
      <DeclinedQuestions questions={declined} />
      {isOpen ? (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m" id="ask">{t("candidates:questions.ask")}</h2>
          <p className="govuk-body">{t("candidates:questions.ask-text")}</p>
          <Textarea name="question" label={t("candidates:questions.question")} hint={t("candidates:questions.question-hint", { most: number(longest.question) })} value={refused?.typed} error={errors[0]?.text} rows={4} />
          <Button>{t("candidates:questions.send")}</Button>
        </form>
      ) : (
        candidates.length > 0 && <p className="govuk-body">{t("candidates:questions.over")}</p>
      )}
    </>
  );
}
