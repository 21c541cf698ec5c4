// One question of the form with all its parts in every language: rewritten, moved, copied or removed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { questionTypes } from "#app/forms/question.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
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
import type { Edit } from "../edit.ts";
import { isInOrder } from "../numbering.ts";
import { questionPart } from "../parts.ts";
import { picturePath, questionPath } from "../paths.ts";
import { placesFor, readPlace } from "../place.ts";
import { rewriteQuestion, shownFields } from "../question-writing.server.ts";
import { pickFields } from "../question-parts.ts";
import { changeRows, readRowDeed } from "../rows.ts";
import { noProblems, showClashes, showProblems, showRefusal } from "../shown-writing.ts";
import { sinceOf } from "../writing.server.ts";
import { Clashes, OthersNews } from "../ui/clashes.tsx";
import { QuestionDeeds } from "../ui/question-deeds.tsx";
import { QuestionForm } from "../ui/question-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const form = await findForm(db(), consultation, args.context.now);
  const id = args.params.question ?? "";
  const { definition } = form;
  const question = questionsOf(definition).find((one) => one.id === id) ?? null;
  if (!question && !(form.versionId && (await wasThere(db(), form.versionId, questionPart(id))))) throw notFound();
  const isAsking = question !== null && form.isEditable && new URL(args.request.url).searchParams.has("ask");
  const name = shortName(question?.label, words);
  const title = !question ? words.t("editing:question.gone") : words.t(isAsking ? "editing:question.ask" : "editing:question.title", { name });
  return {
    title: titleOf(title, args.context.language, partnership),
    ...{ partnership, consultation, isEditable: form.isEditable, edits: form.edits, id, name, isAsking },
    languages: definition.languages,
    question: question && { type: question.type, fields: shownFields(question, definition.languages) },
    isNumbered: isInOrder(definition),
    places: question ? placesFor(definition, id) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const posted = await readForm(args.request, { longest: 25_000 });
  const words = wordsFor(args.context.language);
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const id = args.params.question ?? "";
  const deed = posted.get("do") ?? "";
  const type = questionTypes.find((one) => one === posted.get("type"));
  const overview = formPath(partnership, consultation);
  const rowDeed = readRowDeed(deed);
  const { definition } = await findForm(db(), consultation, args.context.now);
  if (rowDeed && type) {
    const { fields, row } = changeRows(pickFields(posted, type, definition.languages), rowDeed);
    return data({ type, fields, edits: sinceOf(posted), changed: row === null ? null : { list: rowDeed.list, row, deed: rowDeed.deed }, problems: noProblems, clashes: [], by: null, kind: "rows" as const });
  }
  const edit: Edit | null =
    deed === "copy" ? { kind: "copy-question", question: id } : deed === "remove" ? { kind: "remove-question", question: id } : deed === "move" ? moveOf(id, posted.get("place")) : null;
  if (edit) {
    const saved = await inTransaction((transaction) => saveEdit(transaction, editing, edit));
    if (saved.ok) return redirect(`${overview}?edit=${saved.value.edits}`);
    const question = questionsOf(definition).find((one) => one.id === id);
    const shown = { type: question?.type ?? null, fields: question ? shownFields(question, definition.languages) : {} };
    return data({ ...shown, edits: null, changed: null, problems: showRefusal(saved.problem, definition, words), clashes: [], by: null, kind: "refused" as const }, { status: 409 });
  }
  if (deed !== "save" || !type) throw badRequest();
  const written = await inTransaction((transaction) => rewriteQuestion(transaction, editing, id, posted, type));
  if (written.kind === "saved") return redirect(`${overview}?edit=${written.edits}`);
  const { kind, fields } = written;
  const by = "by" in written && written.by ? { name: written.by.name, at: words.instant(written.by.at) } : null;
  const shown = { type, fields, kind, by, changed: null, problems: noProblems, clashes: [], edits: sinceOf(posted) };
  if (written.kind === "problems") return data({ ...shown, problems: showProblems(written.problems, fields, words) }, { status: 422 });
  if (written.kind === "clash") return data({ ...shown, clashes: showClashes(written.clashes, fields, words), edits: written.edits }, { status: 409 });
  return data({ ...shown, problems: written.kind === "refused" ? showRefusal(written.problem, definition, words) : noProblems }, { status: 409 });
}

function moveOf(question: string, place: string | null): Edit {
  const where = readPlace(place);
  if (!where) throw badRequest();
  return { kind: "move-question", question, ...where };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function QuestionPage() {
  const { partnership, consultation, isEditable, edits, id, name, languages, question, isNumbered, isAsking, places } = useLoaderData<typeof loader>();
  const written = useActionData<typeof action>();
  const { t } = useWords();
  const back = formPath(partnership, consultation);
  const path = questionPath(partnership, consultation, id);
  if (isAsking && !written) {
    return (
      <Confirming
        question={t("editing:question.ask", { name })}
        consequence={t("editing:question.ask-text")}
        yes={{ name: "do", value: "remove", text: t("editing:question.remove") }}
        no={t("editing:question.keep")}
        backTo={path}
      />
    );
  }
  const type = written?.type ?? question?.type;
  const isGone = question === null;
  return (
    <>
      <BackLink to={back} text={t("editing:back")} />
      <ErrorSummary errors={written?.problems.summary ?? []} />
      {written?.kind === "clash" && <OthersNews by={written.by} text="editing:clash.news" />}
      {written?.kind === "removed" && <OthersNews by={written.by} text="editing:clash.removed" />}
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {isGone || !type ? t("editing:question.gone") : t("editing:question.heading", { type: t(`editing:type.${type}.name`) })}
      </PageHeading>
      {isGone && !written && <p className="govuk-body">{t("editing:question.gone-text")}</p>}
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      {type && (
        <QuestionForm
          key={type}
          type={type}
          languages={languages}
          fields={written?.fields ?? question?.fields ?? {}}
          errors={written?.problems.byField ?? {}}
          changed={written?.changed ?? null}
          isNumbered={isNumbered}
          edits={written?.edits ?? edits}
          isEditable={isEditable}
          above={written && <Clashes clashes={written.clashes} by={written.by} />}
          {...(isGone && { postTo: `${back}/new-question?type=${type}&section=` })}
        />
      )}
      {isEditable && !isGone && (
        <p className="govuk-body">
          <PageLink to={picturePath(partnership, consultation, id)}>{t("editing:picture.link")}</PageLink>
        </p>
      )}
      {isEditable && !isGone && <QuestionDeeds path={path} places={places} />}
    </>
  );
}
