// A new question: first its kind, each with an example, then its parts.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findForm } from "../edits.store.server.ts";
import { isInOrder } from "../numbering.ts";
import { newQuestionPath } from "../paths.ts";
import { blankFields, pickFields } from "../question-parts.ts";
import { addQuestion } from "../question-writing.server.ts";
import { isQuestionType } from "../question-kinds.ts";
import { changeRows, readRowDeed } from "../rows.ts";
import { noProblems, showProblems, showRefusal } from "../shown-writing.ts";
import { KindChoice } from "../ui/kind-choice.tsx";
import { QuestionForm } from "../ui/question-form.tsx";

function readAddress(request: Request) {
  const search = new URL(request.url).searchParams;
  const type = search.get("type");
  if (type !== null && !isQuestionType(type)) throw notFound();
  return { type, where: { section: search.get("section") ?? "", after: search.get("after") } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const { t } = wordsFor(args.context.language);
  const { type, where } = readAddress(args.request);
  const { definition, isEditable } = await findForm(db(), consultation, args.context.now);
  return {
    title: titleOf(type ? t("editing:new-question.title", { type: t(`editing:type.${type}.name`) }) : t("editing:new-question.kind"), args.context.language, partnership),
    ...{ partnership, consultation, isEditable, type, where, languages: definition.languages, isNumbered: isInOrder(definition) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const posted = await readForm(args.request, { longest: 25_000 });
  const words = wordsFor(args.context.language);
  const { type, where } = readAddress(args.request);
  if (!type) throw badRequest();
  const { definition } = await findForm(db(), consultation, args.context.now);
  const rowDeed = readRowDeed(posted.get("do"));
  if (rowDeed) {
    const { fields, row } = changeRows(pickFields(posted, type, definition.languages), rowDeed);
    return data({ fields, problems: noProblems, changed: row === null ? null : { list: rowDeed.list, row, deed: rowDeed.deed } });
  }
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const written = await inTransaction((transaction) => addQuestion(transaction, editing, where, posted, type));
  if (written.kind === "saved") return redirect(`${formPath(partnership, consultation)}?edit=${written.edits}`);
  const { fields } = written;
  if (written.kind === "problems") return data({ fields, problems: showProblems(written.problems, fields, words), changed: null }, { status: 422 });
  const problems = written.kind === "refused" ? showRefusal(written.problem, definition, words) : noProblems;
  return data({ fields, problems, changed: null }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function NewQuestionPage() {
  const { partnership, consultation, isEditable, type, where, languages, isNumbered } = useLoaderData<typeof loader>();
  const written = useActionData<typeof action>();
  const { t } = useWords();
  const back = type ? newQuestionPath(partnership, consultation, where) : formPath(partnership, consultation);
  return (
    <>
      <BackLink to={back} text={t(type ? "editing:new-question.back" : "editing:back")} />
      <ErrorSummary errors={written?.problems.summary ?? []} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {type ? t("editing:new-question.heading", { type: t(`editing:type.${type}.name`) }) : t("editing:new-question.kind")}
      </PageHeading>
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      {type ? (
        <>
          <p className="govuk-body">{t(`editing:type.${type}.what`)}</p>
          <QuestionForm
            type={type}
            languages={languages}
            fields={written?.fields ?? blankFields(type)}
            errors={written?.problems.byField ?? {}}
            changed={written?.changed ?? null}
            isNumbered={isNumbered}
            edits={0}
            isEditable={isEditable}
          />
        </>
      ) : (
        <KindChoice pathOf={(one) => newQuestionPath(partnership, consultation, { ...where, type: one })} />
      )}
    </>
  );
}
