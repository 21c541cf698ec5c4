// The retention clock for those who look after personal data: the rules, what would go tonight, when what goes of each
// consultation, what holds it, and what went.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countKept } from "#app/consultations/erasing.store.server.ts";
import { listTitles } from "#app/consultations/store.server.ts";
import { fileKeptUntil } from "#app/elections/keeping.ts";
import { countHeldOf, listElectionTitles, listKeptElections } from "#app/elections/keeping.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { mayKeepPersonalData } from "#app/people/keeping-policy.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { privacyPath, retentionPath } from "../paths.ts";
import { answerRules, keptUntil, retentionRules } from "../retention.ts";
import { listDue } from "../retention.server.ts";
import { findLastRun, listErased, listTimed } from "../retention.store.server.ts";
import { ClockTable } from "../ui/clock-table.tsx";
import { ElectionClocks } from "../ui/election-clocks.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepPersonalData);
  const query = new URL(args.request.url).searchParams;
  const [after, before] = [query.get("after"), /^\d{1,18}$/.exec(query.get("before") ?? "")?.[0] ?? null];
  const isTop = partnership.parentId === null;
  const { timed, nextAfter } = await listTimed(db(), { partnershipId: partnership.id, after, now });
  const kept = await countKept(db(), timed.map(({ id }) => id));
  const due = await listDue(now, isTop ? null : partnership.id);
  const own = due.filter((one) => one.partnershipId === partnership.id || (isTop && one.partnershipId === null));
  const erased = await listErased(db(), { partnershipId: partnership.id, withInstallation: isTop, before });
  const electionsAfter = query.get("elections");
  const elections = await listKeptElections(db(), { partnershipId: partnership.id, after: electionsAfter, today: dayOf(now) });
  const counts = await countHeldOf(db(), elections.kept.map(({ id }) => id));
  const electionTitles = await listElectionTitles(db(), partnership.id, erased.rows.flatMap(({ electionId }) => electionId ?? []));
  const titles = await listTitles(db(), partnership.id, erased.rows.flatMap(({ consultationId }) => consultationId ?? []));
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "retention.read", subjectKind: "partnership", subjectId: partnership.id },
  });
  const { t } = wordsFor(language);
  return {
    title: titleOf(t("privacy:retention.title"), language, partnership),
    ...{ partnership, isTop, nextAfter, isFirst: after === null && before === null, areFirst: electionsAfter === null, nextElections: elections.nextAfter },
    elections: elections.kept.map(({ id, title, clock, isChallenged, isHeld, isAwaited, destroyedOn }) => ({ id, title, clock, isChallenged, isHeld, isAwaited, destroyedOn, until: clock && fileKeptUntil(clock), count: counts.get(id) ?? 0 })),
    done: (["held", "lifted", "election-held", "election-lifted"] as const).find((one) => one === query.get("done")) ?? null,
    lastRun: await findLastRun(db()),
    rules: retentionRules.map((rule) => ({ rule, count: own.reduce((sum, one) => sum + (one.rule === rule ? one.count : 0), 0) })),
    clocks: timed.map(({ clock, ...one }) => ({
      ...{ id: one.id, title: one.title, hold: one.hold?.reason ?? null, from: clock, isErased: one.answersErasedAt !== null },
      until: answerRules.map(({ name }) => ({ rule: name, on: clock && keptUntil(clock, name), count: kept.get(one.id)?.[name] ?? 0 })),
    })),
    erased: erased.rows.map((row) => ({ ...row, title: titles.get(row.consultationId ?? "") ?? electionTitles.get(row.electionId ?? "") ?? null })),
    nextBefore: erased.nextBefore,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function RetentionPage() {
  const { partnership, isTop, rules, clocks, erased, lastRun, done, isFirst, nextAfter, nextBefore, elections, areFirst, nextElections } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  return (
    <>
      <BackLink to={privacyPath(partnership)} text={t("privacy:overview.title")} />
      {done && <NotificationBanner kind="success">{t(`privacy:hold.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("privacy:retention.title")}</PageHeading>
      <p className="govuk-body">{t("privacy:retention.lead")}</p>
      <p className="govuk-body">
        {lastRun === null ? t("privacy:retention.never-ran") : t("privacy:retention.last-run", { at: instant(lastRun) })}
      </p>
      <Table
        caption={t("privacy:retention.rules")}
        stacks
        columns={[
          { key: "what", heading: t("privacy:retention.what") },
          { key: "long", heading: t("privacy:retention.how-long") },
          { key: "why", heading: t("privacy:retention.source") },
          { key: "now", heading: t("privacy:retention.tonight"), numeric: true },
        ]}
        rows={rules.map(({ rule, count }) => ({
          key: rule,
          cells: [t(`privacy:rule.${rule}.what`), t(`privacy:rule.${rule}.long`), t(`privacy:rule.${rule}.why`), number(count)],
        }))}
      />
      <p className="govuk-body">{t(isTop ? "privacy:retention.counts-installation" : "privacy:retention.counts-own")}</p>
      <p className="govuk-body">{t("privacy:retention.never")}</p>
      <ClockTable partnership={partnership} clocks={clocks} />
      <Pagination first={isFirst ? null : retentionPath(partnership)} next={nextAfter ? { to: retentionPath(partnership, { after: nextAfter }), label: t("privacy:retention.more-clocks") } : null} />
      <ElectionClocks partnership={partnership} elections={elections} />
      <Pagination first={areFirst ? null : retentionPath(partnership)} next={nextElections ? { to: retentionPath(partnership, { elections: nextElections }), label: t("privacy:election-clock.more") } : null} />
      {erased.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">{t("privacy:retention.log")}</h2>
          <p className="govuk-body">{t("privacy:retention.log-empty")}</p>
        </>
      ) : (
        <Table
          caption={t("privacy:retention.log")}
          stacks
          rowsAreNamed={false}
          columns={[
            { key: "at", heading: t("privacy:retention.at") },
            { key: "what", heading: t("privacy:retention.what") },
            { key: "of", heading: t("privacy:retention.of") },
            { key: "count", heading: t("privacy:retention.erased"), numeric: true },
          ]}
          rows={erased.map(({ id, at, rule, title, erased: count }) => ({
            key: id,
            cells: [instant(at), t(`privacy:rule.${rule}.what`), title ? <InLanguage key="of" text={title} /> : t("privacy:retention.no-consultation"), number(count)],
          }))}
        />
      )}
      <Pagination next={nextBefore ? { to: retentionPath(partnership, { before: nextBefore }), label: t("privacy:retention.older") } : null} />
    </>
  );
}
