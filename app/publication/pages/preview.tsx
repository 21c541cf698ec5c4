// Exactly what would be published, with what is hidden and why; whoever may publishes it here.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Consultation } from "#app/consultations/consultation.ts";
import { mayPublishResults, maySeePublication } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { publicationPath } from "#app/consultations/office-paths.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { countUp } from "#app/consultations/tallies.store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isNothing } from "../choice.ts";
import { makeResults, type Made } from "../make.server.ts";
import { readReason } from "../reason.ts";
import { findChoice, listPublished, publishResults } from "../store.server.ts";
import { HiddenFigures } from "../ui/hidden-figures.tsx";
import { ReasonFields, useReasonSummary } from "../ui/reason-fields.tsx";
import { Results } from "../ui/results.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeePublication);
  const words = wordsFor(language);
  const made = await make(consultation, now);
  const versions = await listPublished(db(), consultation.id);
  return {
    title: titleOf(words.t("publication:preview.title", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation },
    preview: typeof made === "string" ? null : { results: made.results, log: made.log, leftOut: made.leftOut, mark: made.mark, isOpen: made.open.length > 0 },
    missing: typeof made === "string" ? made : null,
    isCorrection: versions.length > 0,
    mayPublish: mayPublishResults(roles),
  };
}

/** What would be published now; or what has to be done first. */
async function make(consultation: Consultation, now: Date): Promise<Made | "not-frozen" | "nothing"> {
  const { frozenAt } = consultation;
  if (!frozenAt) return "not-frozen";
  const choice = await findChoice(db(), consultation.id);
  if (isNothing(choice)) return "nothing";
  await countUp(consultation.id, now);
  return makeResults({ ...consultation, frozenAt }, choice, now);
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeePublication);
  if (!mayPublishResults(roles)) throw forbidden();
  const form = await readForm(args.request);
  const isCorrection = (await listPublished(db(), consultation.id)).length > 0;
  const reason = isCorrection ? readReason(form, consultation.languages) : null;
  if (reason && !reason.ok) return data({ reason: reason.problem, isChanged: false }, { status: 422 });
  const made = await make(consultation, now);
  if (typeof made === "string" || made.open.length > 0 || made.mark !== form.get("mark")) return data({ reason: null, isChanged: true }, { status: 422 });
  await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    await publishResults(transaction, held, { ...made, reason: reason?.value ?? null }, { personId: signedIn.personId, now });
  });
  return redirect(`${publicationPath(partnership, consultation)}?done=published`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewPage() {
  const { partnership, consultation, preview, missing, isCorrection, mayPublish } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const reasonErrors = useReasonSummary(refused?.reason ?? null, consultation.languages);
  return (
    <>
      <BackLink to={publicationPath(partnership, consultation)} text={t("publication:preview.back")} />
      <ErrorSummary errors={[...(refused?.isChanged ? [{ href: "#preview", text: t("publication:preview.changed") }] : []), ...reasonErrors]} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("publication:preview.heading")}</PageHeading>
      {missing && <p className="govuk-body">{t(`publication:preview.missing.${missing}`)}</p>}
      {preview && (
        <>
          <p className="govuk-body">{t("publication:preview.lead")}</p>
          <h2 className="govuk-heading-m">{t("publication:log.heading")}</h2>
          <HiddenFigures results={preview.results} log={preview.log} leftOut={preview.leftOut} />
          <div id="preview" className="preview" tabIndex={-1}>
            <Results results={preview.results} />
          </div>
          {preview.isOpen && <WarningText>{t("publication:preview.open")}</WarningText>}
          {!mayPublish && <p className="govuk-body">{t("publication:preview.not-yours")}</p>}
          {mayPublish && !preview.isOpen && (
            <form method="post" noValidate>
              <h2 className="govuk-heading-m">{t(isCorrection ? "publication:preview.correct" : "publication:preview.publish")}</h2>
              <p className="govuk-body">{t("publication:preview.consequence")}</p>
              {isCorrection && <ReasonFields legend={t("publication:preview.reason")} hint={t("publication:reason.hint")} languages={consultation.languages} refused={refused?.reason ?? null} />}
              <input type="hidden" name="mark" value={preview.mark} />
              <Button>{t(isCorrection ? "publication:preview.correct-yes" : "publication:preview.yes")}</Button>
            </form>
          )}
        </>
      )}
    </>
  );
}
