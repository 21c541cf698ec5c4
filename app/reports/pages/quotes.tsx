// What is quoted of the answers to a question: chosen from those that may be, each with why; how many speak for and against is told.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moderationPath, officeReportPath } from "#app/consultations/office-paths.ts";
import { mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { segmentsOf } from "#app/moderation/redaction.ts";
import { smallKinds } from "../draw.server.ts";
import { quotesPath } from "../paths.ts";
import { balanceOf, readQuote, sides } from "../quote.ts";
import { chooseQuote, countWorded, findQuotable, listQuotable, listQuotes, moveQuote, takeOutQuote } from "../quotes.store.server.ts";
import { titleOfSection } from "../report-blocks.ts";
import { findReport, readMade } from "../reports.store.server.ts";
import { questionSection } from "../section.ts";
import { ChosenQuotes } from "../ui/chosen-quotes.tsx";
import { QuoteForm } from "../ui/quote-form.tsx";
import { SaidWords } from "../ui/blocks.tsx";

async function findQuestion(on: Database, consultation: Parameters<typeof findReport>[1], questionId: string | undefined, now: Date) {
  const report = await findReport(on, consultation, now);
  if (!report?.made) throw notFound();
  const { shown } = await readMade(on, consultation.id);
  const question = shown.questions.find(({ id, isWorded }) => id === questionId && isWorded);
  if (!question) throw notFound();
  return { question, shown };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayReadAnswers);
  const { question, shown } = await findQuestion(db(), consultation, args.params.question, now);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const [setId, questionId] = [shown.set.id, question.id];
  const open = search.get("text");
  const chosenText = open === null ? null : await findQuotable(db(), setId, questionId, open);
  const { texts, nextAfter } = chosenText ? { texts: [], nextAfter: null } : await listQuotable(db(), { setId, questionId, after });
  const quotes = (await listQuotes(db(), consultation.id, null, smallKinds(shown))).get(questionId) ?? [];
  const listed = chosenText ? [chosenText] : texts;
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id, facts: { shown: listed.length } },
  });
  const words = wordsFor(language);
  const heading = titleOfSection(words, shown, questionSection(questionId));
  return {
    title: titleOf(words.t("reports:choose.title-of", { question: heading.text }), language, partnership),
    ...{ partnership, consultation, heading, questionId, set: shown.set.number, nextAfter, isFirstPage: after === null },
    ...{ worded: await countWorded(db(), setId, questionId), quotes, balance: balanceOf(quotes) },
    texts: texts.map(({ id, text, language: written, respondentType, permission, removals, isQuoted }) => ({ id, language: written, respondentType, permission, isQuoted, segments: segmentsOf(text, removals) })),
    chosen: chosenText && { id: chosenText.id, language: chosenText.language, permission: chosenText.permission, segments: segmentsOf(chosenText.text, chosenText.removals) },
    done: (["chosen", "taken-out"] as const).find((one) => one === search.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayReadAnswers);
  const form = await readForm(args.request);
  const { question, shown } = await findQuestion(db(), consultation, args.params.question, now);
  const by = { personId: signedIn.personId, now };
  const here = quotesPath(partnership, consultation, question.id);
  const [deed = "", id = ""] = (form.get("deed") ?? "").split(" ");
  if (deed === "choose") {
    const found = await findQuotable(db(), shown.set.id, question.id, form.get("text") ?? "");
    const typed = { words: form.get("words") ?? "", side: form.get("side") ?? "", why: form.get("why") ?? "" };
    const read = readQuote(found.text, typed);
    if (!read.ok) return data({ typed, problems: read.problem }, { status: 422 });
    const isDone = await inTransaction(async (transaction) => {
      const held = await holdConsultation(transaction, partnership.id, consultation.id);
      return chooseQuote(transaction, held, { questionId: question.id, textId: found.id }, read.value, by);
    });
    if (!isDone) return data({ typed, problems: [{ field: "words" as const, code: "too-many" as const }] }, { status: 422 });
    return redirect(`${here}?done=chosen`);
  }
  if (deed !== "take-out" && !isWay(deed)) throw badRequest();
  await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    if (isWay(deed)) await moveQuote(transaction, held, id, deed);
    else await takeOutQuote(transaction, held, id, by);
  });
  return redirect(isWay(deed) ? `${here}#chosen` : `${here}?done=taken-out`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function QuotesPage() {
  const { partnership, consultation, heading, questionId, set, worded, quotes, balance, texts, chosen, nextAfter, isFirstPage, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const here = quotesPath(partnership, consultation, questionId);
  const errors = (refused?.problems ?? []).map(({ field, code }) => ({ field, href: `#${field}`, text: t(`reports:problem.${code}`) }));
  return (
    <>
      <BackLink to={chosen ? here : officeReportPath(partnership, consultation)} text={t(chosen ? "reports:choose.back" : "reports:write.back")} />
      <ErrorSummary errors={errors} />
      {done && <NotificationBanner kind="success">{t(`reports:choose.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={t("reports:choose.caption")}>
        <SaidWords said={heading} />
      </PageHeading>
      {chosen ? (
        <QuoteForm text={chosen} typed={refused?.typed ?? { words: "", side: "", why: "" }} errors={errors} />
      ) : (
        <>
          <p className="govuk-body">{t("reports:choose.lead", { worded: number(worded), set: number(set) })}</p>
          <h2 className="govuk-heading-m" id="chosen">
            {t("reports:choose.chosen")}
          </h2>
          <p className="govuk-body">{t("reports:choose.balance", Object.fromEntries(sides.map((side) => [side, number(balance[side])])))}</p>
          <ChosenQuotes quotes={quotes} />
          <h2 className="govuk-heading-m">{t("reports:choose.texts")}</h2>
          {texts.length === 0 && (
            <p className="govuk-body">
              {t("reports:choose.none")} <PageLink to={moderationPath(partnership, consultation)}>{t("reports:choose.moderation")}</PageLink>
            </p>
          )}
          {texts.map(({ id, segments, language, respondentType, permission, isQuoted }) => (
            <article key={id} className="written-answer" aria-label={t("reports:choose.text", { id })}>
              <RedactedWords segments={segments} language={language} />
              <ul className="govuk-list written-answer__about">
                <li>{t(`office:permission.${permission}`)}</li>
                <li>{t(`office:respondent.${respondentType}`)}</li>
                {isQuoted && <li>{t("reports:choose.is-quoted")}</li>}
                <li>
                  <PageLink to={`${here}?text=${id}`}>
                    {t("reports:choose.choose")}
                    <span className="govuk-visually-hidden"> ({id})</span>
                  </PageLink>
                </li>
              </ul>
            </article>
          ))}
          <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
        </>
      )}
    </>
  );
}
