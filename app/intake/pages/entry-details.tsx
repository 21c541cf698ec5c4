// How a response came that is entered by an officer, from whom, and how it may be published; the questions come after.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { entriesPath } from "#app/consultations/office-paths.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { detailsFieldNames, detailsFields, readDetails, sameAgain, type DetailsEntries } from "../details.ts";
import { beginEntry, saveEntry } from "../entry-drafts.store.server.ts";
import { findForEntering, findWithEntry } from "../guard.server.ts";
import { entryCheckPath, entrySectionPath } from "../paths.ts";
import { DetailsFields } from "../ui/details-fields.tsx";

const longestMark = 40;

export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const { partnership, consultation, entry, versions } = params.entry === undefined ? await findForBeginning(args) : await findWithEntry(args);
  const search = new URL(request.url).searchParams;
  const presets: DetailsEntries = Object.fromEntries(detailsFieldNames.map((field) => [field, search.get(field)?.slice(0, detailsFields[field]) ?? ""]));
  const entries = entry?.details ?? { language: context.language, ...sameAgain(presets) };
  const read = search.has("check") ? readDetails(entries, consultation, { now: context.now, say: textInAll, versions }) : null;
  const name = wordsFor(context.language).t(entry?.purpose === "correction" ? "intake:details.title-correction" : "intake:details.title");
  return {
    title: titleOf(name, context.language, partnership),
    ...{ name, partnership, consultation, entries },
    versions: versions.map(({ number, publishedAt }) => ({ number, publishedAt })),
    problems: read && !read.ok ? read.problem : [],
    saved: search.get("saved")?.slice(0, longestMark) ?? null,
  };
}

async function findForBeginning(args: LoaderFunctionArgs) {
  const found = await findForEntering(args);
  return { ...found, entry: null, versions: await listVersions(db(), found.consultation.formId) };
}

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const { now } = context;
  const { partnership, consultation, signedIn, entry, versions } = params.entry === undefined ? await findForBeginning(args) : await findWithEntry(args);
  const form = await readForm(request, { longest: detailsFields.original });
  const posted = (field: string) => (["day", "month", "year"].includes(field) ? form.get(`received-${field}`) : form.get(field));
  const typed = detailsFieldNames.map((field) => [field, (posted(field) ?? "").slice(0, detailsFields[field])] as const);
  const entries: DetailsEntries = Object.fromEntries(typed.filter(([, text]) => text !== ""));
  const read = readDetails(entries, consultation, { now, say: textInAll, versions });
  const version = read.ok ? versions.find(({ number }) => number === read.value.version) : undefined;
  if (entry) await saveEntry(db(), entry, { details: entries, ...(version && { formVersionId: version.id }) }, now);
  if (!version) return data({ entries, problems: read.ok ? [] : read.problem }, { status: 422 });
  if (entry && new URL(request.url).searchParams.has("check")) return redirect(entryCheckPath(partnership, consultation, entry.id));
  const begun = { formVersionId: version.id, personId: signedIn.personId, purpose: "first", details: entries } as const;
  const entryId = entry?.id ?? (await beginEntry(db(), consultation, begun, now));
  return redirect(entrySectionPath(partnership, consultation, entryId, version.definition.sections[0]?.id ?? ""));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function EntryDetailsPage() {
  const { name, partnership, consultation, saved, versions, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const problems = refused?.problems ?? loaded.problems;
  return (
    <>
      <BackLink to={entriesPath(partnership, consultation)} text={t("intake:back")} />
      <ErrorSummary
        errors={problems.map(({ field, code }) => ({ href: field === "day" ? "#day-day" : `#${field}`, text: t(`intake:problem.${code}`) }))}
      />
      {saved && problems.length === 0 && (
        <NotificationBanner kind="success">
          <p className="govuk-notification-banner__heading">{t("intake:details.saved")}</p>
          <p className="govuk-body">{t("intake:details.saved-mark", { id: saved })}</p>
        </NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{name}</PageHeading>
      <form method="post" noValidate>
        <DetailsFields versions={versions} entries={refused?.entries ?? loaded.entries} problems={problems} />
        <Button>{t("intake:continue")}</Button>
      </form>
    </>
  );
}
