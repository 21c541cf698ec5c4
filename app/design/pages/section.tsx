// One section of the form: its heading, its introduction and its layout rewritten, or the whole removed.
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
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { shortName } from "../edit-words.ts";
import { findForm, saveEdit, wasThere } from "../edits.store.server.ts";
import { sectionPart } from "../parts.ts";
import { picturePath, sectionPath } from "../paths.ts";
import { fieldsOfSection } from "../section-fields.ts";
import { pickSectionFields, rewriteSection } from "../section-writing.server.ts";
import { noProblems, showClashes, showProblems, showRefusal } from "../shown-writing.ts";
import { Clashes, OthersNews } from "../ui/clashes.tsx";
import { SectionFields } from "../ui/section-fields.tsx";
import { sinceOf } from "../writing.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const { definition, versionId, edits, isEditable } = await findForm(db(), consultation, args.context.now);
  const id = args.params.section ?? "";
  const section = definition.sections.find((one) => one.id === id) ?? null;
  if (!section && !(versionId && (await wasThere(db(), versionId, sectionPart(id))))) throw notFound();
  const isAsking = section !== null && isEditable && new URL(args.request.url).searchParams.has("ask");
  const name = shortName(section?.heading, words);
  const title = !section ? words.t("editing:section.gone") : words.t(isAsking ? "editing:section.ask" : "editing:section.title", { name });
  return {
    title: titleOf(title, args.context.language, partnership),
    ...{ partnership, consultation, isEditable, edits, id, name, isAsking, languages: definition.languages },
    section: section && { fields: fieldsOfSection(section, definition.languages), questions: section.questions.length },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const posted = await readForm(args.request, { longest: 25_000 });
  const words = wordsFor(args.context.language);
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const id = args.params.section ?? "";
  const deed = posted.get("do");
  const { definition } = await findForm(db(), consultation, args.context.now);
  if (deed !== "save" && deed !== "remove") throw badRequest();
  const written = await inTransaction(async (transaction) => {
    if (deed === "save") return rewriteSection(transaction, editing, id, posted);
    const saved = await saveEdit(transaction, editing, { kind: "remove-section", section: id });
    const section = definition.sections.find((one) => one.id === id);
    const fields = section ? fieldsOfSection(section, definition.languages) : pickSectionFields(posted, definition.languages);
    return saved.ok ? { kind: "saved" as const, edits: saved.value.edits } : { kind: "refused" as const, fields, problem: saved.problem };
  });
  if (written.kind === "saved") return redirect(`${formPath(partnership, consultation)}?edit=${written.edits}`);
  const { kind, fields } = written;
  const by = "by" in written && written.by ? { name: written.by.name, at: words.instant(written.by.at) } : null;
  const shown = { kind, fields, by, problems: noProblems, clashes: [], edits: sinceOf(posted) };
  if (written.kind === "problems") return data({ ...shown, problems: showProblems(written.problems, fields, words) }, { status: 422 });
  if (written.kind === "clash") return data({ ...shown, clashes: showClashes(written.clashes, fields, words), edits: written.edits }, { status: 409 });
  return data({ ...shown, problems: written.kind === "refused" ? showRefusal(written.problem, definition, words) : noProblems }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function SectionPage() {
  const { partnership, consultation, isEditable, edits, id, name, isAsking, languages, section } = useLoaderData<typeof loader>();
  const written = useActionData<typeof action>();
  const { t, number } = useWords();
  const path = sectionPath(partnership, consultation, id);
  if (isAsking && !written && section) {
    return (
      <Confirming
        question={t("editing:section.ask", { name })}
        consequence={t("editing:section.ask-text", { count: section.questions, number: number(section.questions) })}
        yes={{ name: "do", value: "remove", text: t("editing:section.remove") }}
        no={t("editing:section.keep")}
        backTo={path}
      />
    );
  }
  const errors = written?.problems.byField ?? {};
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <ErrorSummary errors={written?.problems.summary ?? []} />
      {written?.kind === "clash" && <OthersNews by={written.by} text="editing:clash.news" />}
      {written?.kind === "removed" && <OthersNews by={written.by} text="editing:clash.section-removed" />}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(section ? "editing:section.heading" : "editing:section.gone")}</PageHeading>
      {!section && !written && <p className="govuk-body">{t("editing:question.gone-text")}</p>}
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      {(section || written) && (
        <form method="post" noValidate>
          <input type="hidden" name="edits" value={written?.edits ?? edits} />
          <Clashes clashes={written?.clashes ?? []} by={written?.by ?? null} />
          <fieldset className="govuk-fieldset" disabled={!isEditable}>
            <legend className="govuk-visually-hidden">{t("editing:section.heading")}</legend>
            <SectionFields languages={languages} fields={written?.fields ?? section?.fields ?? {}} errorOf={(field) => errors[field]} />
          </fieldset>
          {isEditable && section && (
            <p className="govuk-body">
              <PageLink to={picturePath(partnership, consultation, id)}>{t("editing:picture.link")}</PageLink>
            </p>
          )}
          {isEditable && section && (
            <ButtonGroup>
              <Button name="do" value="save">
                {t("editing:save")}
              </Button>
              <ButtonLink look="secondary" to={`${path}?ask`}>
                {t("editing:section.remove")}
              </ButtonLink>
            </ButtonGroup>
          )}
        </form>
      )}
    </>
  );
}
