// Who did what in a partnership, for its administrators: read, filtered and taken away; the topmost have it checked.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditCsvPath, auditPath, officePath } from "#app/partnerships/paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findLastCheck, startCheck } from "../checks.store.server.ts";
import { installation, queryOf, readFilter, typedIn, type LogFilter } from "../filter.ts";
import { requireLogReader, type LogReader } from "../guard.server.ts";
import { sayAbout, sayFacts, sayWhat, sayWho } from "../said.ts";
import { countEntries, findKnown, listDoers, listEntries, type LogOf } from "../store.server.ts";
import { isWorded, wordedActions } from "../worded.server.ts";
import { EntryTable, type EntryRow } from "../ui/entry-table.tsx";
import { LogFilterForm } from "../ui/log-filter.tsx";
import { SealCheck } from "../ui/seal-check.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const reader = await requireLogReader(args);
  const { partnership, personId, isOfAll } = reader;
  const words = wordsFor(args.context.language);
  const search = new URL(args.request.url).searchParams;
  const typed = typedIn(search);
  const read = readFilter(typed, wordedActions);
  const of = { partnershipId: isOfAll && typed.of === installation ? null : partnership.id };
  const before = /^\d{1,18}$/.exec(search.get("before") ?? "")?.[0] ?? null;
  const shown = read.ok ? await findShown(reader, of, read.value, before, words) : null;
  if (shown) {
    await recordAudit(db(), {
      ...{ partnershipId: partnership.id, personId, action: "audit.read", subjectKind: "partnership", subjectId: partnership.id },
      facts: { shown: shown.rows.length, ofInstallation: of.partnershipId === null },
    });
  }
  const check = isOfAll ? await findLastCheck(db(), args.context.now) : null;
  const { t, instant } = words;
  return data(
    {
      title: titleOf(t("audit:title"), words.language, partnership),
      ...{ partnership, isOfAll, typed, shown, isFirst: before === null, query: queryOf(typed) },
      problems: read.ok ? [] : read.problem,
      doers: (await listDoers(db(), of)).map(({ id, name }) => ({ value: id, label: name ?? t("audit:who.erased", { id }) })),
      actions: wordedActions
        .map((action) => ({ value: action, label: sayWhat(action, { isWorded }, words) }))
        .sort((one, other) => one.label.localeCompare(other.label, words.language)),
      check: check && {
        ...check,
        startedAt: instant(check.startedAt),
        finishedAt: check.finishedAt && instant(check.finishedAt),
        found: check.found && { ...check.found, sealedUntil: check.found.sealedUntil && instant(check.found.sealedUntil) },
      },
    },
    { status: read.ok ? 200 : 422 },
  );
}

async function findShown({ partnership }: LogReader, of: LogOf, filter: LogFilter, before: string | null, words: Words) {
  const { entries, nextBefore } = await listEntries(db(), of, filter, { before });
  const known = await findKnown(db(), of, entries);
  const rows = entries.map(
    (entry): EntryRow => ({
      ...{ id: entry.id, at: words.instant(entry.at), who: sayWho(entry, known, words), what: sayWhat(entry.action, known, words) },
      ...{ about: sayAbout(entry, known, partnership, words), facts: sayFacts(entry, known, words) },
    }),
  );
  return { rows, nextBefore, ...(await countEntries(db(), of, filter)) };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, personId, isOfAll } = await requireLogReader(args);
  const form = await readForm(args.request);
  if (form.get("deed") !== "check") throw badRequest();
  if (!isOfAll) throw forbidden();
  await startCheck({ partnershipId: partnership.id, personId, clock: () => new Date() });
  return redirect(`${auditPath(partnership)}#check`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];
export const handle = { width: "work" };

export default function AuditPage() {
  const { partnership, isOfAll, typed, shown, isFirst, query, problems, doers, actions, check } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const errors = problems.map(({ at, code }) => ({ href: `#${at}`, text: t(`audit:problem.${code}`) }));
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("audit:back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("audit:title")}</PageHeading>
      <p className="govuk-body">{t("audit:lead")}</p>
      <LogFilterForm typed={typed} problems={problems} people={doers} actions={actions} withInstallation={isOfAll} allAt={auditPath(partnership)} />
      {shown && (
        <>
          <h2 className="govuk-heading-m">{t("audit:entries")}</h2>
          <p className="govuk-body">{t("audit:count", { number: number(shown.count), all: number(shown.all) })}</p>
          {shown.count > 0 && (
            <p className="govuk-body">
              <PageLink to={auditCsvPath(partnership, query)}>{t("audit:export")}</PageLink>
            </p>
          )}
          {shown.rows.length === 0 ? (
            <p className="govuk-body">{t(isFirst ? "audit:empty" : "audit:end")}</p>
          ) : (
            <EntryTable rows={shown.rows} />
          )}
          <Pagination
            previous={isFirst ? null : { to: auditPath(partnership, query), label: t("audit:newest") }}
            next={shown.nextBefore ? { to: auditPath(partnership, { ...query, before: shown.nextBefore }), label: t("audit:older") } : null}
          />
        </>
      )}
      {isOfAll && <SealCheck check={check} lookAgainAt={auditPath(partnership)} />}
    </>
  );
}
