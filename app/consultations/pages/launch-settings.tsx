// What is decided for a launch: whose rule the duration is measured by, and what is done about what falls short.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { launchAsTyped, launchInputs, readLaunch, shorterInput } from "../launch-form.ts";
import { askedAbout, profiles } from "../launch-gate.ts";
import { findLaunchFacts, saveLaunchSettings } from "../launch.store.server.ts";
import { isDesignable, mayDesign } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { launchPath } from "../office-paths.ts";
import { holdConsultation } from "../store.server.ts";
import { LanguageDecisions } from "../ui/language-decisions.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const facts = await findLaunchFacts(db(), partnership, consultation);
  return {
    title: titleOf(wordsFor(args.context.language).t("launch:settings.title"), args.context.language, partnership),
    ...{ partnership, consultation, isDesignable: isDesignable(consultation) },
    asked: askedAbout(consultation, facts.shares),
    entries: launchAsTyped(facts, consultation),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const form = await readForm(args.request);
  const entries = Object.fromEntries(launchInputs.map((input) => [input, form.get(input) ?? ""]));
  const by = { personId: signedIn.personId, now: args.context.now };
  const refused = await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    if (!isDesignable(held)) return { entries, problems: [] };
    const { shares } = await findLaunchFacts(transaction, partnership, held);
    const asked = askedAbout(held, shares).map(({ language }) => language);
    const read = readLaunch(entries, held, asked);
    if (!read.ok) return { entries, problems: read.problem };
    await saveLaunchSettings(transaction, held, read.value, by);
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${launchPath(partnership, consultation)}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function LaunchSettingsPage() {
  const { partnership, consultation, asked, isDesignable: mayChange, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  const problems = refused?.problems ?? [];
  const errorOf = (input: string) => {
    const problem = problems.find((one) => one.input === input);
    return problem && t(`launch:wrong.${problem.code}`);
  };
  return (
    <>
      <BackLink to={launchPath(partnership, consultation)} />
      <ErrorSummary errors={problems.map(({ input, code }) => ({ href: `#${input}`, text: t(`launch:wrong.${code}`) }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("launch:settings.title")}</PageHeading>
      {!mayChange && <InsetText>{t("launch:settings.fixed")}</InsetText>}
      <form method="post" noValidate>
        <Radios
          name="profile"
          label={t("launch:settings.profile")}
          hint={t("launch:settings.profile-hint")}
          value={entries["profile"]}
          error={errorOf("profile")}
          choices={profiles.map((profile) => ({ value: profile, label: t(`launch:profile.${profile}`), hint: t(`launch:profile-hint.${profile}`) }))}
        />
        <TextField name="days" label={t("launch:settings.days")} hint={t("launch:settings.days-hint")} width={4} inputMode="numeric" value={entries["days"]} error={errorOf("days")} />
        <FieldsInLanguages
          name="shorter"
          rows={3}
          legend={t("launch:settings.shorter")}
          hint={t("launch:settings.shorter-hint")}
          valueOf={(language) => entries[shorterInput(language)] ?? ""}
          errorOf={(language) => errorOf(shorterInput(language))}
        />
        <Textarea name="election" rows={3} label={t("launch:settings.election")} labelSize="m" hint={t("launch:settings.election-hint")} value={entries["election"]} error={errorOf("election")} />
        <Radios
          name="residents"
          label={t("launch:settings.residents")}
          hint={t("launch:settings.residents-hint")}
          value={entries["residents"]}
          choices={[
            { value: "yes", label: t("launch:settings.yes") },
            { value: "no", label: t("launch:settings.no") },
          ]}
        />
        <LanguageDecisions asked={asked} entries={entries} errorOf={errorOf} />
        <Button>{t("launch:settings.save")}</Button>
      </form>
    </>
  );
}
