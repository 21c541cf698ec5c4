// The languages a form is written in: which, and which one must have every text.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames, languages } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { refusalTexts } from "../edit-words.ts";
import { findForm, saveEdit } from "../edits.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const { definition, isEditable } = await findForm(db(), consultation, args.context.now);
  const { t } = wordsFor(args.context.language);
  return {
    title: titleOf(t("editing:languages.heading"), args.context.language, partnership),
    ...{ partnership, consultation, isEditable, chosen: definition.languages },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const posted = await readForm(args.request);
  const words = wordsFor(args.context.language);
  const chosen = languages.filter((language) => posted.getAll("languages").includes(language));
  const main = chosen.find((language) => language === posted.get("main"));
  if (!main) return data({ chosen, main: posted.get("main"), errors: [words.t(chosen.length === 0 ? "editing:languages.none" : "editing:languages.main-not-chosen")] }, { status: 422 });
  const next = [main, ...chosen.filter((language) => language !== main)];
  const editing = { consultation, personId: signedIn.personId, now: args.context.now };
  const saved = await inTransaction((transaction) => saveEdit(transaction, editing, { kind: "change-languages", languages: next }));
  if (saved.ok) return redirect(`${formPath(partnership, consultation)}?edit=${saved.value.edits}`);
  const { definition } = await findForm(db(), consultation, args.context.now);
  const missing = missingTranslations({ ...definition, languages: [main] }).length;
  const isUnwritten = saved.problem.code === "refused" && missing > 0;
  const language = words.t(`editing:language.${main}`);
  const errors = isUnwritten ? [words.t("editing:languages.unwritten", { count: missing, number: words.number(missing), language })] : refusalTexts(saved.problem, definition, words);
  return data({ chosen, main, errors }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FormLanguagesPage() {
  const { partnership, consultation, isEditable, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const named = languages.map((language) => ({ value: language, label: <span lang={language}>{languageNames[language]}</span> }));
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <ErrorSummary errors={(refused?.errors ?? []).map((text) => ({ href: "#main", text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("editing:languages.heading")}</PageHeading>
      {!isEditable && <InsetText>{t("editing:form.closed")}</InsetText>}
      <form method="post" noValidate>
        <fieldset className="govuk-fieldset" disabled={!isEditable}>
          <legend className="govuk-visually-hidden">{t("editing:languages.heading")}</legend>
          <Checkboxes name="languages" label={t("editing:languages.which")} hint={t("editing:languages.which-hint")} values={refused?.chosen ?? chosen} choices={named} />
          <Radios name="main" label={t("editing:languages.main")} hint={t("editing:languages.main-hint")} value={refused?.main ?? chosen[0]} choices={named} error={refused?.errors[0]} />
          {isEditable && <Button>{t("editing:save")}</Button>}
        </fieldset>
      </form>
    </>
  );
}
