// One section of a report: what officers write in it, above what is made and cannot be typed over. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { officeReportPath } from "#app/consultations/office-paths.ts";
import { mayWriteReport } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits, type Entries, type Unit } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWrittenReport } from "../draw.server.ts";
import { officeSectionPath } from "../paths.ts";
import { madeBlocks, titleOfSection, type Written } from "../report-blocks.ts";
import { findReport, readMade } from "../reports.store.server.ts";
import { longest, readSection, sectionAsTyped, sectionUnits, type SectionProblem } from "../section-form.ts";
import { sectionsOf } from "../section.ts";
import { listWritten, saveSection } from "../sections.store.server.ts";
import { Blocks, SaidWords } from "../ui/blocks.tsx";

/** The figures, if there is such a section in them; 404 otherwise. */
async function findSection(on: Database, consultation: Parameters<typeof findReport>[1], key: string | undefined, now: Date) {
  const report = await findReport(on, consultation, now);
  if (!report?.made || key === undefined) throw notFound();
  const { shown } = await readMade(on, consultation.id);
  if (!sectionsOf(shown).includes(key)) throw notFound();
  return { key, shown, placed: report.placed };
}

const nothing: Written = { words: {}, hiddenBecause: null };

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayWriteReport);
  const { key, shown, placed } = await findSection(db(), consultation, args.params.section, now);
  const written = await listWritten(db(), consultation.id);
  const words = wordsFor(language);
  const heading = titleOfSection(words, shown, key);
  return {
    title: titleOf(words.t("reports:write.title-of", { section: heading.text }), language, partnership),
    ...{ partnership, consultation, heading },
    made: madeBlocks(words, await findWrittenReport(db(), { partnership, consultation }, { shown, placed, written }), key),
    entries: sectionAsTyped(written.get(key) ?? nothing),
    isSaved: new URL(args.request.url).searchParams.get("done") === "saved",
  };
}

type Refused = { entries: Entries; problems: SectionProblem[]; clashes: Unit[]; now: Entries };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayWriteReport);
  const form = await readForm(args.request, { longest: longest.words * 8 });
  const { key } = await findSection(db(), consultation, args.params.section, now);
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const theirs = sectionAsTyped((await listWritten(transaction, held.id)).get(key) ?? nothing);
    const { merged, clashes } = takeEdits(sectionUnits, form, theirs);
    const read = readSection(merged);
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveSection(transaction, held, key, read.value.words, read.value.hiddenBecause, { personId: signedIn.personId, now });
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${officeSectionPath(partnership, consultation, key)}?done=saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SectionPage() {
  const { partnership, consultation, heading, made, isSaved, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const { errors, inEach, entries, theirs, before } = useFields(
    { say: (name, values) => t(`reports:write.${name}`, values), sayProblem: (code, values) => t(`reports:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  return (
    <>
      <BackLink to={officeReportPath(partnership, consultation)} text={t("reports:write.back")} />
      <ErrorSummary errors={errors} />
      {isSaved && !refused && <NotificationBanner kind="success">{t("reports:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        <SaidWords said={heading} />
      </PageHeading>
      <form method="post" noValidate>
        {inEach("words", { rows: 10, most: longest.words })}
        <Checkboxes name="hidden" label={t("reports:write.hidden")} labelSize="m" values={entries["hidden"] === "yes" ? ["yes"] : []} choices={[{ value: "yes", label: t("reports:write.hide") }]} />
        <Theirs said={theirs("hidden")} />
        {inEach("reason", { rows: 2, most: longest.reason })}
        <AsOpened entries={before} />
        <Button>{t("reports:write.save")}</Button>
      </form>
      {made.length > 0 && (
        <section aria-labelledby="made">
          <h2 className="govuk-heading-m" id="made">
            {t("reports:write.made")}
          </h2>
          <p className="govuk-body">{t("reports:write.made-lead")}</p>
          <div className="preview">
            <Blocks blocks={made} />
          </div>
        </section>
      )}
    </>
  );
}
