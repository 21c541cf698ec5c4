// Begins a consultation: what it is called, in which languages it is asked, and whether blank, from a template or as a copy.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { importPath, officeConsultationPath } from "#app/consultations/office-paths.ts";
import { listConsultations, listTitles } from "#app/consultations/store.server.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNamed, languageNames, languages, textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { createConsultation, findCopied } from "../creating.store.server.ts";
import { creatingEntries, longestTitle, readCreating, type CreatingEntries, type CreatingProblem } from "../creating.ts";
import { templates } from "../templates.ts";

// More than a partnership has in years; one that is further down is copied from its own page.
const mostOffered = 200;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayDesign);
  const { consultations } = await listConsultations(db(), { partnershipIds: [partnership.id], now, most: mostOffered, withUnpublished: true });
  const offered = new Map(consultations.map(({ id, title }) => [id, title]));
  const copied = new URL(args.request.url).searchParams.get("copy") ?? "";
  for (const [id, title] of copied === "" ? [] : await listTitles(db(), partnership.id, [copied])) offered.set(id, title);
  const isCopy = offered.has(copied);
  const entries: CreatingEntries = { titles: {}, languages: [language], from: isCopy ? "copy" : "", copied: isCopy ? copied : "" };
  return {
    title: titleOf(wordsFor(language).t("creating:title"), language, partnership),
    ...{ partnership, entries },
    offered: [...offered].map(([id, title]) => ({ value: id, label: textIn(title, language).text })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayDesign);
  const entries = creatingEntries(await readForm(args.request));
  const isThere = entries.from === "copy" && (await listTitles(db(), partnership.id, [entries.copied])).size > 0;
  const copied = isThere ? await findCopied(db(), partnership.id, entries.copied) : null;
  const read = readCreating(entries, args.context.language, copied?.definition.languages ?? null);
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  const by = { partnership, personId: signedIn.personId };
  const id = await inTransaction((transaction) => createConsultation(transaction, by, read.value, copied));
  return redirect(officeConsultationPath(partnership, { id }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NewConsultationPage() {
  const { partnership, offered, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language: own } = useWords();
  const { titles, from, copied, ...chosen } = refused?.entries ?? loaded.entries;
  const textOf = ({ code, language }: CreatingProblem) =>
    t(`creating:problem.${code}`, { most: number(longestTitle), language: language ? languageNamed(language, own) : "" });
  const errors = (refused?.problems ?? []).map((problem) => ({ field: problem.field, text: textOf(problem) }));
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.text;
  const beginnings = [
    { value: "blank", label: t("creating:blank"), hint: t("creating:blank-hint") },
    ...templates.map((template) => ({ value: template, label: t(`templates:name.${template}`), hint: t(`templates:about.${template}`) })),
    ...(offered.length === 0
      ? []
      : [
          {
            ...{ value: "copy", label: t("creating:copy"), hint: t("creating:copy-hint"), afterOr: true },
            conditional: (
              <Select
                name="copied"
                label={t("creating:copied")}
                value={copied}
                error={errorAt("copied")}
                options={[{ value: "", label: t("creating:choose") }, ...offered]}
              />
            ),
          },
        ]),
  ];
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("creating:back")} />
      <ErrorSummary errors={errors.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("creating:title")}</PageHeading>
      <form method="post" noValidate>
        <FieldsInLanguages
          name="title"
          legend={t("creating:name")}
          hint={t("creating:name-hint", { most: number(longestTitle) })}
          valueOf={(language) => titles[`title-${language}`] ?? ""}
          errorOf={(language) => errorAt(`title-${language}`)}
        />
        <Checkboxes
          name="languages"
          label={t("creating:languages")}
          hint={t("creating:languages-hint")}
          values={chosen.languages}
          error={errorAt("languages")}
          choices={languages.map((language) => ({ value: language, label: <span lang={language}>{languageNames[language]}</span> }))}
        />
        <Radios name="from" label={t("creating:from")} hint={t("creating:from-hint")} value={from} error={errorAt("from")} choices={beginnings} />
        <Button>{t("creating:create")}</Button>
      </form>
      <p className="govuk-body">
        <PageLink to={importPath(partnership)}>{t("editing:import.link")}</PageLink>
      </p>
    </>
  );
}
