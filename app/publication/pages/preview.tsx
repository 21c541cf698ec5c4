// Exactly what would be published, with what is hidden and why, once a job has worked it out; whoever may publishes it here.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayPublishResults, maySeePublication } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { publicationPath, publicationPreviewPath } from "#app/consultations/office-paths.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
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
import { movedBetween } from "../basis.ts";
import { findMissing, findPreview, publishPreview, readPreview, startPreview, takeBasis } from "../previews.store.server.ts";
import { readReason } from "../reason.ts";
import { findChoice, listPublished } from "../store.server.ts";
import { HiddenFigures } from "../ui/hidden-figures.tsx";
import { Making, Moved } from "../ui/making.tsx";
import { ReasonFields, useReasonSummary } from "../ui/reason-fields.tsx";
import { Results } from "../ui/results.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeePublication);
  const words = wordsFor(language);
  const choice = await findChoice(db(), consultation.id);
  const missing = await findMissing(db(), consultation, choice);
  const found = missing ? null : await findPreview(db(), consultation.id, now);
  const made = found?.finishedAt ? { ...(await readPreview(db(), found.id)), moved: movedBetween(found.basis, await takeBasis(db(), consultation, choice, now)) } : null;
  const versions = await listPublished(db(), consultation.id);
  return {
    title: titleOf(words.t("publication:preview.title", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, missing },
    making: missing || made ? null : { startedAt: found?.startedAt ?? null, told: found?.isUnderWay ? found.told : null },
    preview: found?.finishedAt && made ? { id: found.id, at: found.finishedAt, results: made.results, ...made.hidden, moved: made.moved } : null,
    isCorrection: versions.length > 0,
    mayPublish: mayPublishResults(roles),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeePublication);
  const by = { personId: signedIn.personId, now };
  const form = await readForm(args.request);
  if (form.get("deed") === "work-out") {
    const choice = await findChoice(db(), consultation.id);
    if ((await findMissing(db(), consultation, choice)) === null) await startPreview(consultation, choice, by);
    return redirect(publicationPreviewPath(partnership, consultation));
  }
  if (!mayPublishResults(roles)) throw forbidden();
  const isCorrection = (await listPublished(db(), consultation.id)).length > 0;
  const reason = isCorrection ? readReason(form, consultation.languages) : null;
  if (reason && !reason.ok) return data({ reason: reason.problem, isChanged: false }, { status: 422 });
  const isPublished = await inTransaction(async (transaction) =>
    publishPreview(transaction, await holdConsultation(transaction, partnership.id, consultation.id), { id: form.get("preview") ?? "", reason: reason?.value ?? null }, by),
  );
  return isPublished ? redirect(`${publicationPath(partnership, consultation)}?done=published`) : data({ reason: null, isChanged: true }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewPage() {
  const { partnership, consultation, making, preview, missing, isCorrection, mayPublish } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, instant } = useWords();
  const reasonErrors = useReasonSummary(refused?.reason ?? null, consultation.languages);
  const isMoved = preview !== null && preview.moved.length > 0;
  return (
    <>
      <BackLink to={publicationPath(partnership, consultation)} text={t("publication:preview.back")} />
      <ErrorSummary errors={[...(refused?.isChanged ? [{ href: "#preview", text: t("publication:preview.changed") }] : []), ...reasonErrors]} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("publication:preview.heading")}</PageHeading>
      {missing && <p className="govuk-body">{t(`publication:preview.missing.${missing}`)}</p>}
      {making && <Making {...making} lookAgainAt={publicationPreviewPath(partnership, consultation)} />}
      {preview && (
        <>
          <p className="govuk-body">{t("publication:preview.made", { at: instant(preview.at) })}</p>
          {isMoved ? <Moved parts={preview.moved} /> : <p className="govuk-body">{t("publication:preview.lead")}</p>}
          <h2 className="govuk-heading-m">{t("publication:log.heading")}</h2>
          <HiddenFigures results={preview.results} log={preview.log} leftOut={preview.leftOut} />
          <div id="preview" className="preview" tabIndex={-1}>
            <Results results={preview.results} />
          </div>
          {preview.open.length > 0 && <WarningText>{t("publication:preview.open")}</WarningText>}
          {!mayPublish && <p className="govuk-body">{t("publication:preview.not-yours")}</p>}
          {mayPublish && !isMoved && preview.open.length === 0 && (
            <form method="post" noValidate>
              <h2 className="govuk-heading-m">{t(isCorrection ? "publication:preview.correct" : "publication:preview.publish")}</h2>
              <p className="govuk-body">{t("publication:preview.consequence")}</p>
              {isCorrection && <ReasonFields legend={t("publication:preview.reason")} hint={t("publication:reason.hint")} languages={consultation.languages} refused={refused?.reason ?? null} />}
              <input type="hidden" name="preview" value={preview.id} />
              <Button>{t(isCorrection ? "publication:preview.correct-yes" : "publication:preview.yes")}</Button>
            </form>
          )}
        </>
      )}
    </>
  );
}
