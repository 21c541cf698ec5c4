// What somebody has to code, question by question, and the way on to the next of it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { mayCode } from "#app/consultations/office-policy.ts";
import { everything } from "#app/consultations/result-filter.ts";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWorked } from "../coders.server.ts";
import { anyCoding } from "../coding-filter.ts";
import { listOwnWork } from "../coding-tasks.store.server.ts";
import { codersPath, readingPath } from "../paths.ts";
import { readingAt } from "../reading.ts";
import { QuestionName } from "../ui/question-name.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set, questions, signedIn } = await findWorked(args, mayCode);
  const words = wordsFor(args.context.language);
  const own = await listOwnWork(db(), set.id, signedIn.personId);
  return {
    title: titleOf(words.t("work:own.title-of", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number },
    questions: questions.flatMap((question) => own.filter(({ questionId }) => questionId === question.id).map((one) => ({ ...question, ...one }))),
    isFinished: new URL(args.request.url).searchParams.get("done") === "all",
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function WorkPage() {
  const { partnership, consultation, set, questions, isFinished } = useLoaderData<typeof loader>();
  const { t, number, share } = useWords();
  const reading = { set: null, words: "", mark: "mine" as const, coding: anyCoding, filter: everything };
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("analysis:set.back")} />
      {isFinished && <NotificationBanner kind="success">{t("work:own.finished")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("work:own.title")}</PageHeading>
      {questions.length === 0 ? (
        <p className="govuk-body">{t("work:own.none", { set: number(set) })}</p>
      ) : (
        <>
          <p className="govuk-body">{t("work:own.lead", { set: number(set) })}</p>
          <p className="govuk-body">{t("work:own.blind")}</p>
          <Table
            caption={t("work:own.caption")}
            captionSize="hidden"
            stacks
            columns={[
              { key: "question", heading: t("work:column.question") },
              { key: "left", heading: t("work:column.left"), numeric: true },
              { key: "done", heading: t("work:column.done"), numeric: true },
              { key: "go", heading: t("work:column.go") },
            ]}
            rows={questions.map((question) => ({
              key: question.id,
              cells: [
                <QuestionName key="question" question={question} />,
                number(question.texts - question.done),
                t("work:share", { number: number(question.done), of: number(question.texts), share: share(question.done, question.texts) }),
                question.next === null ? (
                  t("work:own.all-done")
                ) : (
                  <PageLink key="go" to={readingAt(readingPath(partnership, consultation, question.id, question.next), reading)}>
                    {t("work:own.go-on")}
                    <span className="govuk-visually-hidden">
                      {": "}
                      <QuestionName question={question} />
                    </span>
                  </PageLink>
                ),
              ],
            }))}
          />
        </>
      )}
      <p className="govuk-body">
        <PageLink to={codersPath(partnership, consultation)}>{t("work:coders.title")}</PageLink>
      </p>
    </>
  );
}
