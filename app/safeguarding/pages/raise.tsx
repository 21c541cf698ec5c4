// Raises an answer that shows somebody at risk with the safeguarding contacts: quoted once more, and one press.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findForOffice } from "#app/consultations/office.server.ts";
import { findResponseForOfficer } from "#app/consultations/office-response.store.server.ts";
import { officeConsultationPath, raisePath } from "#app/consultations/office-paths.ts";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { describeAnswer } from "#app/forms/describe.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { raiseAnswer } from "../cases.store.server.ts";
import { listContacts } from "../contacts.store.server.ts";
import { mayRaise } from "../policy.ts";

/** The answer of the address, as long as nobody has raised it; once that is done there is nothing to see here. */
async function findAnswer(args: LoaderFunctionArgs) {
  const found = await findForOffice(args, mayRaise);
  const search = new URL(args.request.url).searchParams;
  const response = await findResponseForOfficer(db(), found.consultation, search.get("response") ?? undefined);
  const { definition } = await findFormVersion(db(), response.formVersionId);
  const question = questionsOf(definition).find(({ id }) => id === search.get("question"));
  const answer = question && response.answers[question.id];
  return { ...found, response, question, answer };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const words = wordsFor(language);
  const isDone = new URL(args.request.url).searchParams.has("done");
  const { partnership, consultation, response, question, answer } = isDone
    ? { ...(await findForOffice(args, mayRaise)), response: null, question: undefined, answer: undefined }
    : await findAnswer(args);
  if (!isDone && (!question || answer === undefined)) throw notFound();
  return {
    title: titleOf(words.t(isDone ? "safeguarding:raised.title" : "safeguarding:raise.title"), language, partnership),
    ...{ partnership, consultation, isDone },
    question: question ?? null,
    answeredIn: response?.language ?? language,
    lines: question && answer !== undefined ? describeAnswer(question, answer, words).map(({ text }) => text.text) : [],
    hasContacts: (await listContacts(db(), partnership.id)).length > 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, response, question, answer, signedIn } = await findAnswer(args);
  const done = `${raisePath(partnership, consultation)}?done`;
  // because a second press finds the answer held already
  if (!question || answer === undefined) return redirect(done);
  const raised = { consultation, responseId: response.id, questionId: question.id, answer };
  const by = { personId: signedIn.personId, now: args.context.now };
  const isRaised = await inTransaction((transaction) => raiseAnswer(transaction, partnership, raised, by));
  return redirect(isRaised ? done : raisePath(partnership, consultation, response.id, question.id));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RaisePage() {
  const { partnership, consultation, isDone, question, answeredIn, lines, hasContacts } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const back = officeConsultationPath(partnership, consultation);
  if (isDone) {
    return (
      <>
        <BackLink to={back} text={t("safeguarding:back")} />
        <PageHeading>{t("safeguarding:raised.title")}</PageHeading>
        <p className="govuk-body">{t("safeguarding:raised.text")}</p>
        <p className="govuk-body">{t("safeguarding:urgent")}</p>
      </>
    );
  }
  return (
    <>
      <BackLink to={back} text={t("safeguarding:back")} />
      <PageHeading>{t("safeguarding:raise.title")}</PageHeading>
      <WarningText>{t("safeguarding:urgent")}</WarningText>
      <p className="govuk-body">{question && <InLanguage text={question.label} />}</p>
      <InsetText>
        {lines.map((line, index) => (
          <div key={index} className="plain-text" lang={answeredIn} dir="auto">
            {line}
          </div>
        ))}
      </InsetText>
      {hasContacts ? (
        <>
          <p className="govuk-body">{t("safeguarding:raise.text")}</p>
          <form method="post">
            <Button>{t("safeguarding:raise.yes")}</Button>
          </form>
        </>
      ) : (
        <p className="govuk-body">{t("safeguarding:raise.no-contact")}</p>
      )}
    </>
  );
}
