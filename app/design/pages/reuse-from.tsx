// The form of another consultation, of which a question or a section is taken over as it is, to be changed freely then.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { findConsultationForOfficer, findNewestDefinition } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { refusalTexts } from "../edit-words.ts";
import { findForm, holdWorkingCopy, saveEdit } from "../edits.store.server.ts";
import { outlineOf } from "../outline.ts";
import { reusePath } from "../paths.ts";
import { placeStillThere } from "../place.ts";
import { reusableQuestion, reusableSection } from "../reusing.ts";
import { ReuseOutline } from "../ui/reuse-outline.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const from = await findConsultationForOfficer(db(), partnership.id, args.params.from);
  const words = wordsFor(args.context.language);
  const { definition, isEditable } = await findForm(db(), consultation, args.context.now);
  return {
    title: titleOf(words.t("editing:reuse.title", { title: within(from.title, words) }), args.context.language, partnership),
    ...{ partnership, consultation, isEditable, from: { title: from.title } },
    words: new URL(args.request.url).searchParams.get("words") ?? "",
    sections: outlineOf(await findNewestDefinition(db(), from.formId)).sections,
    places: definition.sections.map(({ id, heading }) => ({ value: id, label: textIn(heading, args.context.language).text })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const from = await findConsultationForOfficer(db(), partnership.id, args.params.from);
  const posted = await readForm(args.request);
  const [kind, id] = (posted.get("do") ?? "").split(" ");
  if (kind !== "section" && kind !== "question") throw badRequest();
  const theirs = await findNewestDefinition(db(), from.formId);
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const saved = await inTransaction(async (transaction) => {
    const copy = await holdWorkingCopy(transaction, editing);
    if (!copy) return { ok: false as const, problem: { code: "closed" as const } };
    const { definition } = copy;
    if (kind === "section") {
      const section = theirs.sections.find((one) => one.id === id);
      if (!section) return { ok: false as const, problem: { code: "gone" as const } };
      return saveEdit(transaction, editing, { kind: "reuse-section", from: reusableSection(section, definition), after: definition.sections.at(-1)?.id ?? null });
    }
    const question = questionsOf(theirs).find((one) => one.id === id);
    if (!question) return { ok: false as const, problem: { code: "gone" as const } };
    // because no question has a blank id, the end of the section is the nearest place
    const where = placeStillThere(definition, { section: posted.get("section") ?? "", after: "" });
    return saveEdit(transaction, editing, { kind: "add-question", question: reusableQuestion(question, definition), ...where });
  });
  if (saved.ok) return redirect(`${formPath(partnership, consultation)}?edit=${saved.value.edits}`);
  const { definition } = await findForm(db(), consultation, args.context.now);
  return data({ refusals: refusalTexts(saved.problem, definition, wordsFor(args.context.language)) }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function ReuseFromPage() {
  const { partnership, consultation, isEditable, from, sections, places, words } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={`${reusePath(partnership, consultation)}?${new URLSearchParams({ words })}`} text={t("editing:reuse.back")} />
      <ErrorSummary errors={(refused?.refusals ?? []).map((text) => ({ href: "#section", text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {t("editing:reuse.from")} <InLanguage text={from.title} />
      </PageHeading>
      {isEditable ? <p className="govuk-body">{t("editing:reuse.how")}</p> : <InsetText>{t("editing:form.closed")}</InsetText>}
      <form method="post" noValidate>
        <Select name="section" label={t("editing:reuse.section")} hint={t("editing:reuse.section-hint")} options={places} value={places.at(-1)?.value} />
        <ReuseOutline sections={sections} isEditable={isEditable} />
      </form>
    </>
  );
}
