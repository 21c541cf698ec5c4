// What else the same person answered, as the set has it: no name, no address, no equality answers, and nothing that is held.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { isPersonal } from "#app/forms/question.ts";
import { visibleQuestions } from "#app/forms/routing.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { readingPath } from "../paths.ts";
import { findQuestionToRead } from "../reading.server.ts";
import { readingAt } from "../reading.ts";
import { findRest } from "../texts.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, set, question, reading, signedIn } = await findQuestionToRead(args);
  const textId = args.params.text;
  const { responseId, formVersionId, answers } = await findRest(db(), set.id, { id: textId, questionId: question.id });
  const { definition } = await findFormVersion(db(), formVersionId);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "response.read", subjectKind: "response", subjectId: responseId },
    facts: { consultationId: consultation.id, set: set.number },
  });
  const asked = new Set(visibleQuestions(definition, answers).filter((one) => one.type !== "statement" && !isPersonal(one)));
  const { t } = wordsFor(language);
  return {
    title: titleOf(t("reading:rest.title", { id: responseId }), language, partnership),
    ...{ consultation, responseId, answers, set: set.number },
    back: readingAt(readingPath(partnership, consultation, question.id, textId), reading),
    sections: definition.sections
      .map(({ id, heading, questions }) => ({ id, heading, questions: questions.filter((one) => asked.has(one)) }))
      .filter(({ questions }) => questions.length > 0),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadingRestPage() {
  const { consultation, responseId, answers, set, back, sections } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={back} text={t("reading:rest.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("reading:rest.title", { id: responseId })}</PageHeading>
      <p className="govuk-body">{t("reading:rest.lead", { set: number(set) })}</p>
      {sections.map(({ id, heading, questions }) => (
        <section key={id}>
          <h2 className="govuk-heading-m">
            <InLanguage text={heading} />
          </h2>
          <AnswerSummary questions={questions} answers={answers} />
        </section>
      ))}
    </>
  );
}
