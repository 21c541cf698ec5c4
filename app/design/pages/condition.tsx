// When a question or a section is shown: its condition made of what earlier questions were answered, read back and checked first.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import type { Condition } from "#app/forms/condition.ts";
import { readCondition, warningText } from "#app/forms/condition-words.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { addedWarnings, routingWarnings } from "#app/forms/routing-warnings.ts";
import { questionName } from "#app/forms/wording.ts";
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
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { askableBefore, conditionOf, draftOf } from "../condition-draft.ts";
import { changeDraft, readDraft } from "../condition-fields.ts";
import { refusalTexts, shortName } from "../edit-words.ts";
import { applyEdit, type Edit } from "../edit.ts";
import { findForm, holdWorkingCopy, saveEdit } from "../edits.store.server.ts";
import { partOf } from "../part.ts";
import { ConditionForm, type ConditionNews } from "../ui/condition-form.tsx";

function readingOf(condition: Condition | null | undefined, definition: FormDefinition, words: Words) {
  return condition ? readCondition(condition, questionsOf(definition), words) : null;
}

/** As it is compared, to know whether somebody else changed it meanwhile. */
const asStood = (condition: Condition | null | undefined): string => JSON.stringify(condition ?? null);

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const { definition, isEditable } = await findForm(db(), consultation, args.context.now);
  const part = partOf(definition, args.params.part);
  if (!part) throw notFound();
  const askable = askableBefore(definition, part.id);
  return {
    title: titleOf(words.t("conditions:editor.title", { name: shortName(part.name, words) }), words.language, partnership),
    ...{ partnership, consultation, part, isEditable, askable, stood: asStood(part.showWhen) },
    names: askable.map((question) => questionName(question, words)),
    draft: draftOf(part.showWhen, questionsOf(definition)),
    reading: readingOf(part.showWhen, definition, words),
    warnings: routingWarnings(definition).filter(({ about }) => about === part.id).map((one) => warningText(one, questionsOf(definition), words)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const posted = await readForm(args.request);
  const { definition } = await findForm(db(), consultation, args.context.now);
  const part = partOf(definition, args.params.part);
  const deed = posted.get("do") ?? "";
  if (!part || deed === "") throw badRequest();
  const questions = questionsOf(definition);
  const askable = askableBefore(definition, part.id);
  const draft = readDraft(posted, askable);
  const stood = (posted.get("stood") ?? "").slice(0, 5_000);
  const shown = { draft, stood, problems: [] as { field: string; text: string }[], news: null as ConditionNews | null };
  if (/^(add|group|remove) /.test(deed)) return data({ ...shown, draft: changeDraft(draft, deed, posted, askable) });

  const made = deed === "clear" ? { ok: true as const, value: null } : conditionOf(draft, askable);
  if (!made.ok) {
    const nameOf = (id: string) => questionName(questions.find((one) => one.id === id)!, words);
    const problems = made.problem.map(({ field, code, question }) => ({ field, text: words.t(`conditions:editor.problem.${code}`, { question: nameOf(question) }) }));
    return data({ ...shown, problems }, { status: 422 });
  }
  const edit: Edit = { kind: "change-condition", part: part.id, showWhen: made.value };
  const tried = applyEdit(definition, edit);
  const refused = (texts: string[]) => data({ ...shown, problems: texts.map((text) => ({ field: "node-0", text })) }, { status: 409 });
  if (!tried.ok) return refused(refusalTexts(tried.problem, definition, words));
  const next = tried.value.definition;
  const added = addedWarnings(routingWarnings(definition), routingWarnings(next));
  const telling = (kind: ConditionNews["kind"], about: Condition | null | undefined) => ({
    ...{ kind, reading: readingOf(about, next, words) },
    warnings: added.map((one) => ({ part: one.about === part.id ? null : shortName(partOf(next, one.about)?.name, words), text: warningText(one, questionsOf(next), words) })),
  });
  if (deed === "read" || (deed === "save" && added.length > 0)) return data({ ...shown, news: telling(deed === "read" ? "read" : "warned", made.value) });
  if (deed !== "save" && deed !== "save-warned" && deed !== "clear") throw badRequest();

  const saved = await inTransaction(async (transaction) => {
    const copy = await holdWorkingCopy(transaction, { consultation, now: args.context.now });
    const now = copy && partOf(copy.definition, part.id);
    if (now && asStood(now.showWhen) !== stood) return { theirs: now.showWhen };
    return saveEdit(transaction, { consultation, personId: signedIn.personId, now: args.context.now }, edit);
  });
  if ("theirs" in saved) return data({ ...shown, stood: asStood(saved.theirs), news: telling("clash", saved.theirs) }, { status: 409 });
  if (!saved.ok) return refused(refusalTexts(saved.problem, definition, words));
  return redirect(`${formPath(partnership, consultation)}?edit=${saved.value.edits}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function ConditionPage() {
  const { partnership, consultation, part, isEditable, askable, names, ...loaded } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const { t } = useWords();
  const problems = acted?.problems ?? [];
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <ErrorSummary errors={problems.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      <PageHeading caption={<InLanguage text={part.name} />}>{t(part.isSection ? "conditions:editor.section" : "conditions:editor.question")}</PageHeading>
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      <ConditionForm
        draft={acted?.draft ?? loaded.draft}
        stood={acted?.stood ?? loaded.stood}
        now={{ reading: loaded.reading, warnings: loaded.warnings }}
        {...{ askable, names, isEditable, problems, news: acted?.news ?? null }}
      />
    </>
  );
}
