// How people came to answer: whether what they say can be said of anybody else.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDesign, saveDesign } from "../design.store.server.ts";
import { surveyDesignPath } from "../paths.ts";
import { longestDrawn, readDesign } from "../survey-design.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayAnalyse);
  const words = wordsFor(args.context.language);
  return {
    title: titleOf(words.t("tables:design.title", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, design: await findDesign(db(), consultation) },
    isSaved: new URL(args.request.url).searchParams.get("done") === "saved",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayAnalyse);
  const form = await readForm(args.request);
  const typed = { kind: form.get("kind") ?? "", drawn: form.get("drawn") ?? "", population: form.get("population") ?? "" };
  const { design, problems } = readDesign(typed);
  if (!design) return data({ typed, problems }, { status: 422 });
  await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    await saveDesign(transaction, held, design, { personId: signedIn.personId, now: args.context.now });
  });
  return redirect(`${surveyDesignPath(partnership, consultation)}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SurveyDesignPage() {
  const { partnership, consultation, design, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const typed = refused?.typed ?? { kind: design.isSample ? "sample" : "open", drawn: design.drawn, population: design.population === null ? "" : String(design.population) };
  const problems = (refused?.problems ?? []).map(({ field, code }) => ({ field, text: t(`tables:design.problem.${code}`, { most: number(longestDrawn) }) }));
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("tables:design.back")} />
      <ErrorSummary errors={problems.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      {isSaved && !refused && <NotificationBanner kind="success">{t("tables:design.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("tables:design.heading")}</PageHeading>
      <p className="govuk-body">{t("tables:design.lead")}</p>
      <form method="post" noValidate>
        <Radios
          name="kind"
          label={t("tables:design.kind")}
          labelSize="m"
          value={typed.kind}
          error={errorAt("kind")}
          choices={[
            { value: "open", label: t("tables:design.open"), hint: t("tables:design.open-hint") },
            {
              ...{ value: "sample", label: t("tables:design.sample"), hint: t("tables:design.sample-hint") },
              conditional: (
                <>
                  <Textarea name="drawn" label={t("tables:design.drawn")} hint={t("tables:design.drawn-hint")} rows={3} value={typed.drawn} error={errorAt("drawn")} />
                  <TextField name="population" label={t("tables:design.population")} hint={t("tables:design.population-hint")} inputMode="numeric" width={10} value={typed.population} error={errorAt("population")} />
                </>
              ),
            },
          ]}
        />
        <Button>{t("tables:design.save")}</Button>
      </form>
    </>
  );
}
