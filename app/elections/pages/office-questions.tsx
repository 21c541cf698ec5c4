// Questions for the hustings: put to all candidates in as many languages as there are words for, or declined with a reason that everybody reads.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listCandidates } from "../candidates.store.server.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { declineQuestion, findAsked, listAsked, listPut, putQuestion } from "../hustings.store.server.ts";
import { areHustingsOpen, readDeclining, readPut, type HustingsProblem } from "../hustings.ts";
import { electionPath, officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { AskedQuestion } from "../ui/asked-question.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, state } = await requireElectionOffice(args, keepsNominations);
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const [after, from] = [query.get("after"), query.get("from")];
  const [asked, put] = [await listAsked(db(), election, after), await listPut(db(), election, from)];
  const chosen = query.get("question");
  const done = query.get("done");
  return {
    title: titleOf(words.t("candidates:office-questions.title-of", { name: textIn(election.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title }, isOpen: areHustingsOpen(state) },
    ...{ done: done === "put" || done === "declined" ? done : null, after, from, nextAsked: asked.nextAfter, nextPut: put.nextAfter, all: (await listCandidates(db(), election)).length },
    chosen: chosen === null ? null : await findAsked(db(), election, chosen),
    asked: asked.questions.map(({ id, askedText, askedAt, askedLanguage }) => ({ id, text: askedText, askedLanguage, at: words.instant(askedAt) })),
    put: put.questions.map(({ id, text, answers }) => ({ id, text, answers: answers.length })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: seen, by } = await requireElectionOffice(args, keepsNominations);
  const form = await readForm(args.request);
  const [deed, id] = [form.get("deed"), form.get("question") ?? ""];
  if (deed !== "put" && deed !== "decline") throw badRequest();
  const entries = Object.fromEntries(form);
  const [put, declined] = [readPut(entries), readDeclining(entries)];
  const read = deed === "put" ? put : declined;
  const refuse = (problems: (HustingsProblem | { field: string; code: "hustings-closed"; most?: number })[]) => data({ entries, problems }, { status: 422 });
  if (!read.ok) return refuse(read.problem);
  const isOpen = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, seen.id);
    if (!areHustingsOpen(electionState(election, now))) return false;
    await (deed === "put" ? putQuestion : declineQuestion)(transaction, { partnership, election, by }, id, read.value);
    return true;
  });
  if (!isOpen) return refuse([{ field: deed === "put" ? "text-en" : "reason-en", code: "hustings-closed" }]);
  return redirect(officeElectionPath(partnership, seen, "questions", { done: deed === "put" ? "put" : "declined" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeQuestionsPage() {
  const { partnership, election, isOpen, done, after, from, nextAsked, nextPut, all, chosen, asked, put } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const here = (query: Record<string, string | null> = {}) => officeElectionPath(partnership, election, "questions", query);
  if (chosen) return <AskedQuestion question={chosen} caption={election.title} backTo={here()} refused={refused ?? null} />;
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      {done && <NotificationBanner kind="success">{t(`candidates:office-questions.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("candidates:office-questions.title")}</PageHeading>
      {!isOpen && <p className="govuk-body">{t("candidates:office-questions.not-open")}</p>}
      <h2 className="govuk-heading-m">{t("candidates:office-questions.asked")}</h2>
      {asked.length === 0 && <p className="govuk-body">{t("candidates:office-questions.none-asked")}</p>}
      <ul className="govuk-list">
        {asked.map(({ id, text, at, askedLanguage }) => (
          <li key={id} className="govuk-!-margin-bottom-4">
            <p className="govuk-body plain-text govuk-!-margin-bottom-1" lang={askedLanguage} dir="auto" id={`asked-${id}`}>{text}</p>
            <p className="govuk-body">
              {at}. {isOpen && <PageLink to={here({ question: id })} aria-describedby={`asked-${id}`}>{t("candidates:office-questions.settle")}</PageLink>}
            </p>
          </li>
        ))}
      </ul>
      <Pagination first={after ? here() : null} next={nextAsked ? { to: here({ after: nextAsked }) } : null} />
      <h2 className="govuk-heading-m">{t("candidates:office-questions.put")}</h2>
      {put.length === 0 && <p className="govuk-body">{t("candidates:office-questions.none-put")}</p>}
      <ul className="govuk-list">
        {put.map(({ id, text, answers }) => (
          <li key={id} className="govuk-!-margin-bottom-4">
            <span className="govuk-!-display-block"><InLanguage text={text} /></span>
            {t("candidates:office-questions.answered", { number: number(answers), all: number(all) })}
          </li>
        ))}
      </ul>
      <Pagination first={from ? here() : null} next={nextPut ? { to: here({ from: nextPut }) } : null} />
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election, "questions")}>{t("candidates:office-questions.public")}</PageLink>
      </p>
    </>
  );
}
