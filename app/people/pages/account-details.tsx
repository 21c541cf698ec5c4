// How somebody is called here, and in which language we write to them.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames, languages } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { readDetails } from "../account.ts";
import { changeDetails } from "../account.store.server.ts";
import { accountPath } from "../paths.ts";
import { requireSignedIn } from "../session.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, language } = await requireSignedIn(request, context.now);
  const { t } = wordsFor(context.language);
  return { name, language, title: titleOf(t("account:details.title"), context.language) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const person = await requireSignedIn(request, now);
  const form = await readForm(request);
  const typed = { name: form.get("name") ?? "", language: form.get("language") ?? "" };
  const read = readDetails(typed);
  if (!read.ok) return data({ ...typed, problems: read.problem }, { status: 422 });
  await inTransaction((transaction) => changeDetails(transaction, person, read.value));
  return redirect(accountPath({ done: "details" }));
}

export default function AccountDetails() {
  const saved = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const problems = tried?.problems ?? [];
  const errorOf = (field: "name" | "language") => {
    const problem = problems.find((one) => one.field === field);
    return problem && t(`account:details.problem.${problem.code}`);
  };
  return (
    <>
      <BackLink to={accountPath()} text={t("account:title")} />
      <ErrorSummary errors={problems.map(({ field, code }) => ({ href: `#${field}`, text: t(`account:details.problem.${code}`) }))} />
      <PageHeading>{t("account:details.title")}</PageHeading>
      <form method="post" noValidate>
        <TextField
          name="name"
          autoComplete="name"
          spellCheck={false}
          value={tried?.name ?? saved.name}
          label={t("account:row.name")}
          hint={t("account:details.nameHint")}
          error={errorOf("name")}
        />
        <Radios
          name="language"
          label={t("account:row.language")}
          labelSize="s"
          value={tried?.language ?? saved.language}
          choices={languages.map((language) => ({ value: language, label: <span lang={language}>{languageNames[language]}</span> }))}
          error={errorOf("language")}
        />
        <Button>{t("account:details.save")}</Button>
      </form>
    </>
  );
}
