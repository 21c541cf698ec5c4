// Corrects the wording of a form that people are reading: a dated note beside what stands, which itself never changes.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Errata } from "#app/forms/ui/questions.tsx";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { erratumInputs, questionsToCorrect, readErratum, wholeForm } from "../erratum-form.ts";
import { saveErratum } from "../errata.store.server.ts";
import { isCorrectable, mayCorrect } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { errataPath, officeConsultationPath } from "../office-paths.ts";
import { consultationPath } from "../paths.ts";
import { listErrata, listVersions } from "../store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayCorrect);
  const words = wordsFor(language);
  const versions = consultation.publishedAt ? await listVersions(db(), consultation.formId) : [];
  const errata = consultation.publishedAt ? await listErrata(db(), consultation.formId) : [];
  const correctable = questionsToCorrect(versions);
  const nameOf = (id: string | undefined) => {
    const question = correctable.find((one) => one.question.id === id)?.question;
    return question ? [question.number, within(question.label, words)].filter(Boolean).join(". ") : words.t("correcting:whole");
  };
  return {
    title: titleOf(words.t("correcting:title", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, isOpen: isCorrectable(consultation, now) },
    questions: correctable.map(({ question: { id }, isAsked }) => ({ value: id, label: nameOf(id), isAsked })),
    errata: errata.map((erratum) => ({ name: nameOf(erratum.questionId), erratum })),
    isDone: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayCorrect);
  const form = await readForm(args.request);
  if (!consultation.publishedAt || !isCorrectable(consultation, now)) throw forbidden();
  const entries = Object.fromEntries(erratumInputs.map((input) => [input, form.get(input) ?? ""]));
  const versions = await listVersions(db(), consultation.formId);
  const correctable = questionsToCorrect(versions);
  const read = readErratum(entries, correctable.map(({ question }) => question.id));
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  const by = { personId: signedIn.personId, now };
  const formVersionId = correctable.find(({ question }) => question.id === read.value.questionId)?.versionId ?? versions[0]!.id;
  await inTransaction((transaction) => saveErratum(transaction, consultation, { formVersionId, ...read.value }, by));
  return redirect(`${errataPath(partnership, consultation)}?done`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function ErrataPage() {
  const { partnership, consultation, isOpen, questions, errata, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const problems = refused?.problems ?? [];
  const earlier = questions.filter(({ isAsked }) => !isAsked);
  const entries: Record<string, string> = refused?.entries ?? {};
  const errorOf = (input: string) => {
    const problem = problems.find((one) => one.input === input);
    return problem && t(`correcting:problem.${problem.code}`);
  };
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} />
      <ErrorSummary errors={problems.map(({ input, code }) => ({ href: `#${input}`, text: t(`correcting:problem.${code}`) }))} />
      {isDone && !refused && (
        <NotificationBanner kind="success">
          {t("correcting:done")} <PageLink to={consultationPath(partnership, consultation)}>{t("correcting:see")}</PageLink>
        </NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("correcting:heading")}</PageHeading>
      <p className="govuk-body">{t("correcting:lead")}</p>
      {!isOpen && <InsetText>{t("correcting:closed")}</InsetText>}
      {isOpen && (
        <form method="post" noValidate>
          <Select
            name="about"
            label={t("correcting:about")}
            value={entries["about"]}
            error={errorOf("about")}
            options={[{ value: "", label: t("correcting:choose") }, { value: wholeForm, label: t("correcting:whole") }, ...questions.filter(({ isAsked }) => isAsked)]}
            groups={earlier.length === 0 ? [] : [{ label: t("correcting:earlier"), options: earlier }]}
          />
          <FieldsInLanguages
            name="text"
            rows={4}
            legend={t("correcting:text")}
            hint={t("correcting:text-hint")}
            valueOf={(language) => entries[`text-${language}`] ?? ""}
            errorOf={(language) => errorOf(`text-${language}`)}
          />
          <WarningText>{t("correcting:warning")}</WarningText>
          <Button look="warning">{t("correcting:save")}</Button>
        </form>
      )}
      <h2 className="govuk-heading-m">{t("correcting:so-far")}</h2>
      {errata.length === 0 && <p className="govuk-body">{t("correcting:none")}</p>}
      {errata.map(({ name, erratum }, index) => (
        <section key={index}>
          <h3 className="govuk-heading-s" dir="auto">
            {name}
          </h3>
          <Errata errata={[erratum]} />
        </section>
      ))}
    </>
  );
}
