// The form of a consultation at a glance: its sections and questions in order, what may be done to them, and what was done last.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath, officeConsultationPath, versionPath } from "#app/consultations/office-paths.ts";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { editText, refusalTexts } from "../edit-words.ts";
import { findEdit, findForm, findUndoable, holdWorkingCopy, saveEdit, undoOrRedo, type FormEdit } from "../edits.store.server.ts";
import { isInOrder } from "../numbering.ts";
import { outlineOf } from "../outline.ts";
import { editsPath, formJsonPath, formLanguagesPath, newSectionPath, reusePath } from "../paths.ts";
import { stepOfQuestion, stepOfSection } from "../place.ts";
import { routingNotes } from "../routing-notes.ts";
import { FormTools, type UndoOffer } from "../ui/form-tools.tsx";
import { Outline } from "../ui/outline.tsx";
import { Said } from "../ui/said.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const search = new URL(args.request.url).searchParams;
  const form = await findForm(db(), consultation, args.context.now);
  const { definition, versionId } = form;
  const { undo, redo } = versionId === null ? { undo: null, redo: null } : await findUndoable(db(), versionId);
  const names = await listNames(db(), [undo, redo].flatMap((edit) => (edit ? [edit.personId] : [])));
  const offer = (edit: FormEdit | null): UndoOffer =>
    edit && { number: edit.number, what: editText(edit, words), by: names.get(edit.personId) ?? null, at: words.instant(edit.at) };
  const done = versionId === null ? null : await findEdit(db(), versionId, Number(search.get("edit") ?? ""));
  const way = search.get("way");
  return {
    title: titleOf(words.t("editing:form.title", { title: within(consultation.title, words) }), args.context.language, partnership),
    ...{ partnership, consultation, isEditable: form.isEditable, isNewVersion: form.isEditable && consultation.publishedAt !== null, outline: outlineOf(definition), isNumbered: isInOrder(definition) },
    languages: definition.languages,
    routing: routingNotes(definition, words),
    ...{ undo: offer(undo), redo: offer(redo) },
    said: done && editText(done, words),
    focus: done?.about ? { id: done.about.id, way: isWay(way) ? way : null } : null,
    isNothing: search.has("nothing"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const posted = await readForm(args.request);
  const words = wordsFor(args.context.language);
  const [deed, first = "", second = ""] = (posted.get("do") ?? "").split(" ");
  const here = formPath(partnership, consultation);
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  if (deed === "undo" || deed === "redo") {
    const done = await inTransaction((transaction) => undoOrRedo(transaction, editing, deed, Number(first)));
    return redirect(done === null ? `${here}?nothing` : `${here}?edit=${done}`);
  }
  const isStep = isWay(deed) && (first === "section" || first === "question");
  if (!isStep && !(deed === "number" && (first === "in-order" || first === "not"))) throw badRequest();
  const saved = await inTransaction(async (transaction) => {
    const copy = await holdWorkingCopy(transaction, editing);
    if (!copy) return { ok: false as const, problem: { code: "closed" as const }, definition: null };
    const { definition } = copy;
    const edit = isWay(deed) ? (first === "section" ? stepOfSection : stepOfQuestion)(definition, second, deed) : { kind: "number-questions" as const, how: first as "in-order" | "not" };
    if (edit === null) return null;
    return { ...(await saveEdit(transaction, editing, edit)), definition };
  });
  if (saved === null) return redirect(`${here}?nothing`);
  if (saved.ok) return redirect(`${here}?edit=${saved.value.edits}${isWay(deed) ? `&way=${deed}` : ""}`);
  const refusals = saved.definition ? refusalTexts(saved.problem, saved.definition, words) : [words.t("editing:refused.closed")];
  return data({ refusals, id: second }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function FormPage() {
  const { partnership, consultation, isEditable, isNewVersion, outline, languages, routing, isNumbered, undo, redo, said, focus, isNothing } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const of = [partnership, consultation] as const;
  const last = outline.sections.at(-1);
  return (
    <>
      <BackLink to={officeConsultationPath(...of)} text={t("editing:form.back")} />
      {refused && <ErrorSummary errors={refused.refusals.map((text) => ({ href: `#row-${refused.id}`, text }))} />}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("editing:form.heading")}</PageHeading>
      {isEditable ? (
        <Said>{refused ? null : isNothing ? t("editing:form.nothing") : said}</Said>
      ) : (
        <InsetText>
          <p className="govuk-body">{t("editing:form.closed")}</p>
          {consultation.publishedAt && <PageLink to={versionPath(...of)}>{t("versions:heading")}</PageLink>}
        </InsetText>
      )}
      {isNewVersion && (
        <InsetText>
          <p className="govuk-body">{t("versions:editing")}</p>
          <PageLink to={versionPath(...of)}>{t("versions:editing-link")}</PageLink>
        </InsetText>
      )}
      <p className="govuk-body">
        {t("editing:form.counts", {
          questions: t("editing:form.questions", { count: outline.questions, number: number(outline.questions) }),
          sections: t("editing:form.sections", { count: outline.sections.length, number: number(outline.sections.length) }),
        })}
      </p>
      <ul className="govuk-list">
        {outline.untranslated.map(({ language, missing }) => (
          <li key={language}>
            {missing === 0 ? t("editing:form.translated", { language: t(`editing:language.${language}`) }) : t("editing:form.untranslated", { count: missing, number: number(missing), language: t(`editing:language.${language}`) })}
          </li>
        ))}
      </ul>
      {isEditable && <FormTools undo={undo} redo={redo} isNumbered={isNumbered} />}
      <ul className="govuk-list form-links">
        {isEditable && (
          <li>
            <PageLink to={formLanguagesPath(...of)}>{t("editing:form.languages", { number: number(languages.length) })}</PageLink>
          </li>
        )}
        <li>
          <PageLink to={editsPath(...of)}>{t("editing:edits.heading")}</PageLink>
        </li>
        <li>
          <PageLink to={formJsonPath(...of)}>{t("editing:form.json")}</PageLink>
        </li>
      </ul>
      <Outline sections={outline.sections} of={of} isEditable={isEditable} focus={refused ? null : focus} routing={routing} />
      {isEditable && (
        <ul className="govuk-list govuk-list--spaced">
          <li>
            <PageLink to={newSectionPath(...of, last?.id ?? null)}>{t("editing:form.add-section")}</PageLink>
          </li>
          <li>
            <PageLink to={reusePath(...of)}>{t("editing:reuse.link")}</PageLink>
          </li>
        </ul>
      )}
    </>
  );
}
