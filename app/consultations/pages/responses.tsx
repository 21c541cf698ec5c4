// Where a reference is entered, to go on with a draft or to open a response.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { draftCookie } from "../draft-cookie.server.ts";
import { consultationsPath, lostReferencePath } from "../paths.ts";
import { openReference, whereToGoOn } from "../reference.server.ts";
import { hasLookalike, readReference } from "../reference.ts";
import { neverKept } from "../responding.server.ts";
import { findConsultation } from "../store.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  return { title: titleOf(wordsFor(context.language).t("consultations:enter.heading"), context.language, partnership), partnership };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action({ params, request, context }: ActionFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const typed = (await readForm(request)).get("reference") ?? "";
  const reference = readReference(typed);
  if (reference === null) {
    const problem = typed.trim() === "" ? "missing" : hasLookalike(typed) ? "lookalike" : "malformed";
    return data({ typed, problem }, { status: 422 });
  }
  const found = await openReference(partnership, reference, context);
  if (!found) return data({ typed, problem: "unknown" }, { status: 422 });
  const consultation = await findConsultation(db(), partnership.id, found.consultationId);
  const path = await whereToGoOn(partnership, consultation, found, context.now);
  return redirect(path, { headers: draftCookie(consultation.id, reference) });
}

export default function ResponsesPage() {
  const { partnership } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const error = tried ? t(`consultations:enter.problem.${tried.problem}`) : undefined;
  return (
    <>
      <ErrorSummary errors={error ? [{ href: "#reference", text: error }] : []} />
      <PageHeading>{t("consultations:enter.heading")}</PageHeading>
      <p className="govuk-body">{t("consultations:enter.text")}</p>
      <form method="post" noValidate>
        <TextField
          name="reference"
          label={t("consultations:enter.label")}
          hint={t("consultations:enter.hint")}
          value={tried?.typed}
          error={error}
          width={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{t("consultations:respond.continue")}</Button>
      </form>
      <p className="govuk-body">
        <PageLink to={lostReferencePath(partnership)}>{t("consultations:enter.lost")}</PageLink>
      </p>
      <p className="govuk-body">
        <PageLink to={consultationsPath(partnership)}>{t("consultations:enter.none")}</PageLink>
      </p>
    </>
  );
}
