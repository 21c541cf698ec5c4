// The report of a consultation as it is written: its figures made from a set, its sections in order, and what was published so far.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listSets } from "#app/analysis/sets.store.server.ts";
import { analysisPath, officeConsultationPath, officeReportPath } from "#app/consultations/office-paths.ts";
import { mayAnalyse, mayPublishReport, mayReadAnswers, maySeeReport, mayWriteReport } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { reportPath } from "#app/consultations/paths.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { readReason } from "#app/publication/reason.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { smallKinds } from "../draw.server.ts";
import { officeSectionPath, quotesPath, reportPreviewPath } from "../paths.ts";
import { listQuotes } from "../quotes.store.server.ts";
import { titleOfSection } from "../report-blocks.ts";
import { askForReport, findReport, readMade, takeMarks } from "../reports.store.server.ts";
import { questionOf, sectionsOf } from "../section.ts";
import { listWritten, moveSection } from "../sections.store.server.ts";
import { Making } from "../ui/making.tsx";
import { SectionList, type ListedSection } from "../ui/section-list.tsx";
import { TakeBack } from "../ui/take-back.tsx";
import { Versions } from "../ui/versions.tsx";
import { listReportVersions, withdrawReport } from "../versions.store.server.ts";
import { listedVersions } from "../version-list.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeReport);
  const words = wordsFor(language);
  const search = new URL(args.request.url).searchParams;
  const sets = (await listSets(db(), consultation)).filter(({ finishedAt }) => finishedAt !== null).map(({ id, number }) => ({ id, number }));
  const report = await findReport(db(), consultation, now);
  const made = report?.made ? { ...report.made, ...(await readMade(db(), consultation.id)) } : null;
  const versions = await listReportVersions(db(), consultation.id);
  const asksToTakeBack = search.get("ask") === "take-back" && mayPublishReport(roles) && versions[0]?.withdrawn === null;
  const [moved = "", way = ""] = (search.get("moved") ?? "").split(" ");
  return {
    title: titleOf(words.t(asksToTakeBack ? "reports:take-back.title" : "reports:office.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, sets, asksToTakeBack },
    making: report?.making ?? null,
    made: made && { at: made.at, set: made.shown.set.number, isOpen: made.officers.open.length > 0, hidden: made.shown.method.hidden.figures, ...(await changedSince(consultation, made)), isOld: (sets[0]?.number ?? 0) > made.shown.set.number },
    sections: made ? await listSections() : [],
    versions: made ? listedVersions(versions, made.shown, words, { partnership, consultation }) : [],
    isPublic: versions[0]?.withdrawn === null,
    moved: isWay(way) ? { key: moved, way } : null,
    may: { write: mayWriteReport(roles), publish: mayPublishReport(roles), analyse: mayAnalyse(roles) },
    done: (["asked", "saved", "published", "taken-back"] as const).find((one) => one === search.get("done")) ?? null,
  };

  async function listSections(): Promise<ListedSection[]> {
    if (!made || !report) return [];
    const written = await listWritten(db(), consultation.id);
    const quotes = await listQuotes(db(), consultation.id, null, smallKinds(made.shown));
    return sectionsOf(made.shown, report.placed).map((key) => {
      const questionId = questionOf(key);
      const own = written.get(key);
      const mayQuote = questionId !== null && mayReadAnswers(roles) && made.shown.questions.some(({ id, isWorded }) => id === questionId && isWorded);
      return {
        ...{ key, title: titleOfSection(words, made.shown, key), path: officeSectionPath(partnership, consultation, key) },
        state: own?.hiddenBecause ? "left-out" : own && Object.keys(own.words).length > 0 ? "written" : "made",
        quotes: mayQuote ? { path: quotesPath(partnership, consultation, questionId), number: quotes.get(questionId)?.length ?? 0 } : null,
      };
    });
  }
}

/** Whether what the figures were made from has changed. */
async function changedSince(consultation: Parameters<typeof takeMarks>[1], { setId, officers }: { setId: string; officers: { marks: { gate: string; work: string } } }) {
  const marks = await takeMarks(db(), consultation, setId);
  return { mustBeMadeAnew: marks.gate !== officers.marks.gate, isWorkMoved: marks.work !== officers.marks.work };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeeReport);
  const form = await readForm(args.request);
  const by = { personId: signedIn.personId, now };
  const here = officeReportPath(partnership, consultation);
  const [deed = "", key = ""] = (form.get("deed") ?? "").split(" ");
  if (deed === "take-back") {
    if (!mayPublishReport(roles)) throw forbidden();
    const reason = readReason(form, consultation.languages);
    if (!reason.ok) return data({ reason: reason.problem }, { status: 422 });
    await inTransaction(async (transaction) => withdrawReport(transaction, await holdConsultation(transaction, partnership.id, consultation.id), reason.value, by));
    return redirect(`${here}?done=taken-back`);
  }
  if (!mayWriteReport(roles)) throw forbidden();
  if (deed === "make") {
    const set = form.get("set");
    await inTransaction(async (transaction) => askForReport(transaction, await holdConsultation(transaction, partnership.id, consultation.id), set === "" ? null : set, by));
    return redirect(`${here}?done=asked`);
  }
  if (!isWay(deed)) throw badRequest();
  await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const report = await findReport(transaction, held, now);
    if (!report?.made) return;
    const order = sectionsOf((await readMade(transaction, held.id)).shown, report.placed);
    await moveSection(transaction, held, order, key, deed, by);
  });
  return redirect(`${here}?moved=${encodeURIComponent(`${key} ${deed}`)}#sections`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeReportPage() {
  const { partnership, consultation, sets, asksToTakeBack, making, made, sections, versions, isPublic, moved, may, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const here = officeReportPath(partnership, consultation);
  if (asksToTakeBack || refused?.reason) return <TakeBack backTo={here} languages={consultation.languages} refused={refused?.reason ?? null} />;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("reports:office.back")} />
      {done && <NotificationBanner kind="success">{t(`reports:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("reports:office.title")}</PageHeading>
      <p className="govuk-body">{t("reports:office.lead")}</p>
      {isPublic && (
        <p className="govuk-body">
          <PageLink to={reportPath(partnership, consultation)}>{t("reports:office.public")}</PageLink>
        </p>
      )}
      {sets.length === 0 && (
        <p className="govuk-body">
          {t("reports:office.no-set")} {may.analyse && <PageLink to={analysisPath(partnership, consultation)}>{t("reports:office.to-analysis")}</PageLink>}
        </p>
      )}
      {made && (
        <>
          <p className="govuk-body">{t("reports:office.made", { set: number(made.set), at: instant(made.at), hidden: number(made.hidden) })}</p>
          {made.isOld && <WarningText>{t("reports:office.old-set")}</WarningText>}
          {made.mustBeMadeAnew && <WarningText>{t("reports:office.must-be-made")}</WarningText>}
          {made.isWorkMoved && !made.mustBeMadeAnew && <p className="govuk-body">{t("reports:office.work-moved")}</p>}
          {made.isOpen && <WarningText>{t("reports:refused.open")}</WarningText>}
        </>
      )}
      {sets.length > 0 && <Making making={making} isFirst={made === null} sets={may.write ? sets : []} lookAgainAt={here} />}
      {made && (
        <>
          <h2 className="govuk-heading-m" id="sections">
            {t("reports:office.sections")}
          </h2>
          <SectionList sections={sections} mayWrite={may.write} moved={moved} />
          <ButtonGroup>
            <ButtonLink to={reportPreviewPath(partnership, consultation)} look={may.publish ? "main" : "secondary"}>
              {t(may.publish ? "reports:office.preview-publish" : "reports:office.preview")}
            </ButtonLink>
            {isPublic && may.publish && (
              <ButtonLink to={`${here}?ask=take-back`} look="secondary">
                {t("reports:take-back.ask")}
              </ButtonLink>
            )}
          </ButtonGroup>
        </>
      )}
      <Versions versions={versions} />
    </>
  );
}
