// The whole report as everybody would read it, as it stands; whoever may publishes it here.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { officeReportPath } from "#app/consultations/office-paths.ts";
import { mayPublishReport, maySeeReport } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { readReason } from "#app/publication/reason.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWrittenReport } from "../draw.server.ts";
import { drawReport } from "../report-blocks.ts";
import { findReport, readMade, takeMarks } from "../reports.store.server.ts";
import { listWritten } from "../sections.store.server.ts";
import { Contents, ReportSections } from "../ui/blocks.tsx";
import { ReasonFields, useReasonErrors } from "../ui/reason-fields.tsx";
import { isLaterKind, laterKinds } from "../version.ts";
import { listReportVersions, publishReport } from "../versions.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeReport);
  const report = await findReport(db(), consultation, now);
  if (!report?.made) throw notFound();
  const words = wordsFor(language);
  const { shown, officers } = await readMade(db(), consultation.id);
  const found = await findWrittenReport(db(), { partnership, consultation }, { shown, placed: report.placed, written: await listWritten(db(), consultation.id) });
  const mustBeMadeAnew = (await takeMarks(db(), consultation, report.made.setId)).gate !== officers.marks.gate;
  return {
    title: titleOf(words.t("reports:preview.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, madeId: report.made.id, mustBeMadeAnew, isOpen: officers.open.length > 0 },
    sections: drawReport(words, found),
    isFirst: (await listReportVersions(db(), consultation.id)).length === 0,
    mayPublish: mayPublishReport(roles),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeeReport);
  if (!mayPublishReport(roles)) throw forbidden();
  const form = await readForm(args.request);
  const isFirst = (await listReportVersions(db(), consultation.id)).length === 0;
  const kind = form.get("kind");
  const reason = isFirst ? null : readReason(form, consultation.languages);
  if (!isFirst && (!isLaterKind(kind) || !reason?.ok)) {
    return data({ kind, isKindMissing: !isLaterKind(kind), reason: reason && !reason.ok ? reason.problem : typedReason(form), refused: null }, { status: 422 });
  }
  const published = await inTransaction(async (transaction) =>
    publishReport(
      transaction,
      await holdConsultation(transaction, partnership.id, consultation.id),
      { madeId: form.get("made") ?? "", kind: isLaterKind(kind) ? kind : "first", reason: reason?.ok ? reason.value : null },
      { personId: signedIn.personId, now },
    ),
  );
  if (typeof published !== "number") return data({ kind, isKindMissing: false, reason: typedReason(form), refused: published }, { status: 422 });
  return redirect(`${officeReportPath(partnership, consultation)}?done=published`);
}

/** What was typed, with nothing wrong with it. */
function typedReason(form: URLSearchParams) {
  return { typed: Object.fromEntries([...form].filter(([name]) => name.startsWith("reason-"))), missing: false, long: [] };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewPage() {
  const { partnership, consultation, madeId, mustBeMadeAnew, isOpen, sections, isFirst, mayPublish } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const kindError = refused?.isKindMissing ? t("reports:problem.kind-missing") : undefined;
  const errors = [
    ...(refused?.refused ? [{ href: "#publish", text: t(`reports:refused.${refused.refused}`) }] : []),
    ...(kindError ? [{ href: "#kind", text: kindError }] : []),
    ...useReasonErrors(refused?.reason ?? null, consultation.languages),
  ];
  const mayNow = mayPublish && !mustBeMadeAnew && !isOpen;
  return (
    <>
      <BackLink to={officeReportPath(partnership, consultation)} text={t("reports:write.back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("reports:preview.title")}</PageHeading>
      <p className="govuk-body">{t("reports:preview.lead")}</p>
      {mustBeMadeAnew && <WarningText>{t("reports:office.must-be-made")}</WarningText>}
      {isOpen && <WarningText>{t("reports:refused.open")}</WarningText>}
      <div className="preview">
        <Contents sections={sections} />
        <ReportSections sections={sections} />
      </div>
      {!mayPublish && <p className="govuk-body">{t("reports:preview.not-yours")}</p>}
      {mayNow && (
        <form method="post" noValidate id="publish" tabIndex={-1}>
          <h2 className="govuk-heading-m">{t(isFirst ? "reports:preview.publish" : "reports:preview.publish-next")}</h2>
          <p className="govuk-body">{t("reports:preview.consequence")}</p>
          {!isFirst && (
            <>
              <Radios name="kind" label={t("reports:preview.kind")} labelSize="m" value={refused?.kind ?? undefined} error={kindError} choices={laterKinds.map((kind) => ({ value: kind, label: t(`reports:version.kind.${kind}`), hint: t(`reports:version.hint.${kind}`) }))} />
              <ReasonFields legend={t("reports:preview.reason")} languages={consultation.languages} refused={refused?.reason ?? null} />
            </>
          )}
          <input type="hidden" name="made" value={madeId} />
          <Button>{t("reports:preview.yes")}</Button>
        </form>
      )}
    </>
  );
}
