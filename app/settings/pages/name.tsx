// Changes what a partnership is called, how it welcomes people and how they reach it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { settingsPath } from "#app/partnerships/paths.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { changeSettings } from "../changes.store.server.ts";
import { detailsAsTyped, detailsFields, longest, readDetails, type DetailsEntries, type DetailsField, type DetailsProblem } from "../details.ts";
import { requireAdministrator } from "../guard.server.ts";
import { Above } from "../ui/above.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireAdministrator(args);
  return {
    title: titleOf(wordsFor(args.context.language).t("settings:name.title"), args.context.language, partnership),
    partnership,
    entries: detailsAsTyped(partnership),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, personId } = await requireAdministrator(args);
  const form = await readForm(args.request);
  const typed = detailsFields.map((field) => [field, (form.get(field) ?? "").slice(0, 5000)]);
  const entries = Object.fromEntries(typed) as DetailsEntries;
  const read = readDetails(entries);
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  await inTransaction((transaction) => changeSettings(transaction, { partnership, personId }, "name", read.value));
  return redirect(`${settingsPath(partnership, "name")}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NamePage() {
  const { partnership, isSaved, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  const textOf = ({ field, code }: DetailsProblem) =>
    t(`settings:name.problem.${code}`, { most: number(mostOf(field)), field: code === "text-long" ? t(`settings:name.${field}`) : "" });
  const errorAt = (field: DetailsField) => {
    const problem = refused?.problems.find((one) => one.field === field);
    return problem && textOf(problem);
  };
  const inEach = (kind: "name" | "welcome") => ({
    name: kind,
    labelOf: (language: Language) => t(`settings:name.${kind}-${language}`),
    valueOf: (language: Language) => entries[`${kind}-${language}`],
    errorOf: (language: Language) => errorAt(`${kind}-${language}`),
  });
  return (
    <>
      <Above
        backTo={settingsPath(partnership)}
        errors={refused?.problems.map((problem) => ({ href: `#${problem.field}`, text: textOf(problem) })) ?? []}
        done={isSaved ? t("settings:saved") : null}
      />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("settings:name.title")}</PageHeading>
      <form method="post" noValidate>
        <FieldsInLanguages legend={t("settings:name.name")} hint={t("settings:name.name-hint", { most: number(longest.name) })} {...inEach("name")} />
        <FieldsInLanguages legend={t("settings:name.welcome")} hint={t("settings:name.welcome-hint", { most: number(longest.welcome) })} rows={4} {...inEach("welcome")} />
        <FieldsetGroup id="contact" label={t("settings:name.contact")} hint={t("settings:name.contact-hint")}>
          <TextField name="telephone" type="tel" width={20} autoComplete="off" label={t("shared:contact.telephone")} value={entries.telephone} error={errorAt("telephone")} />
          <TextField name="email" type="email" autoComplete="off" spellCheck={false} label={t("shared:contact.email")} value={entries.email} error={errorAt("email")} />
          <TextField name="post" autoComplete="off" label={t("shared:contact.post")} hint={t("settings:name.post-hint")} value={entries.post} error={errorAt("post")} />
        </FieldsetGroup>
        <Button>{t("settings:save")}</Button>
      </form>
    </>
  );
}

function mostOf(field: DetailsField): number {
  return field.startsWith("name-") ? longest.name : field.startsWith("welcome-") ? longest.welcome : longest.post;
}
