// A new section with its first question, because a section without a question is nothing that could be answered.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findForm } from "../edits.store.server.ts";
import { simpleTypes } from "../question-kinds.ts";
import { addSection } from "../section-writing.server.ts";
import { noProblems, showProblems, showRefusal } from "../shown-writing.ts";
import { SaveFirst } from "../ui/save-first.tsx";
import { SectionFields } from "../ui/section-fields.tsx";
import { TextPart } from "../ui/text-part.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const { definition, isEditable } = await findForm(db(), consultation, args.context.now);
  const { t } = wordsFor(args.context.language);
  return {
    title: titleOf(t("editing:new-section.heading"), args.context.language, partnership),
    ...{ partnership, consultation, isEditable, languages: definition.languages },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const posted = await readForm(args.request, { longest: 25_000 });
  const words = wordsFor(args.context.language);
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const after = new URL(args.request.url).searchParams.get("after");
  const written = await inTransaction((transaction) => addSection(transaction, editing, after, posted));
  if (written.kind === "saved") return redirect(`${formPath(partnership, consultation)}?edit=${written.edits}`);
  const { fields } = written;
  if (written.kind === "problems") return data({ fields, problems: showProblems(written.problems, fields, words) }, { status: 422 });
  const { definition } = await findForm(db(), consultation, args.context.now);
  return data({ fields, problems: written.kind === "refused" ? showRefusal(written.problem, definition, words) : noProblems }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function NewSectionPage() {
  const { partnership, consultation, isEditable, languages } = useLoaderData<typeof loader>();
  const written = useActionData<typeof action>();
  const { t } = useWords();
  const fields = written?.fields ?? {};
  const errorOf = (field: string) => written?.problems.byField[field];
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <ErrorSummary errors={written?.problems.summary ?? []} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("editing:new-section.heading")}</PageHeading>
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      {(isEditable || written) && (
        <form method="post" noValidate>
          <SaveFirst />
          <SectionFields languages={languages} fields={fields} errorOf={errorOf} />
          <TextPart name="first.label" rows={2} title={t("editing:part.first.title")} hint={t("editing:part.first.hint")} languages={languages} fields={fields} errorOf={errorOf} />
          <Radios
            name="first.type"
            label={t("editing:new-section.type")}
            labelSize="s"
            value={fields["first.type"] ?? "long-text"}
            choices={simpleTypes.map((type) => ({ value: type, label: t(`editing:type.${type}.name`), hint: t(`editing:type.${type}.what`) }))}
          />
          <Button name="do" value="save" disabled={!isEditable}>
            {t("editing:save")}
          </Button>
        </form>
      )}
    </>
  );
}
