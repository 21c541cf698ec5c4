// Sends lost references to the address they belong to. The answer is the same whether or not there are any, and takes as
// long: a job does the looking.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { readEmailField } from "../email-field.ts";
import { lostReferencePath, responsesPath } from "../paths.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const isAsked = new URL(request.url).searchParams.has("asked");
  const { t } = wordsFor(context.language);
  const name = t(isAsked ? "consultations:lost.asked.heading" : "consultations:lost.heading");
  return { title: titleOf(name, context.language, partnership), partnership, isAsked };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { language, address } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const typed = (await readForm(request)).get("email") ?? "";
  const email = readEmailField(typed);
  if (!email.ok) return data({ typed, problem: email.problem }, { status: 422 });
  const isWithin =
    (await isWithinLimit("lost reference from", address, 20, 3600)) &&
    (await isWithinLimit("lost reference to", email.value, 3, 3600));
  if (!isWithin) return data({ typed, problem: "too-many" as const }, { status: 429 });
  await inTransaction((transaction) =>
    addJob(transaction, "send-lost-references", { partnershipId: partnership.id, email: email.value, language }),
  );
  return redirect(`${lostReferencePath(partnership)}?asked`);
}

export default function LostPage() {
  const { partnership, isAsked } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const error = tried ? t(`consultations:email.${tried.problem}`) : undefined;
  if (isAsked && !tried) {
    return (
      <>
        <BackLink to={responsesPath(partnership)} />
        <PageHeading>{t("consultations:lost.asked.heading")}</PageHeading>
        <p className="govuk-body">{t("consultations:lost.asked.sent")}</p>
        <p className="govuk-body">{t("consultations:lost.asked.none")}</p>
        <p className="govuk-body">{t("consultations:lost.asked.late")}</p>
      </>
    );
  }
  return (
    <>
      <BackLink to={responsesPath(partnership)} />
      <ErrorSummary errors={error ? [{ href: "#email", text: error }] : []} />
      <PageHeading>{t("consultations:lost.heading")}</PageHeading>
      <p className="govuk-body">{t("consultations:lost.text")}</p>
      <form method="post" noValidate>
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          label={t("consultations:receipt.email.label")}
          value={tried?.typed}
          error={error}
        />
        <Button>{t("consultations:lost.button")}</Button>
      </form>
    </>
  );
}
