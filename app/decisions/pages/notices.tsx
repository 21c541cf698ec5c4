// To whom the notice of a decision went, and to whom it did not: the log of delivery. [SG07]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDecision } from "../decisions.store.server.ts";
import { listNotices } from "../notices.store.server.ts";
import { noticesPath, officeDecisionPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const { id, title, noticeDueOn } = await findDecision(db(), partnership.id, args.params.decision);
  const after = new URL(args.request.url).searchParams.get("after");
  const listed = await listNotices(db(), id, after);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "decision-notices.view", subjectKind: "decision", subjectId: id },
    facts: { shown: listed.notices.length },
  });
  return {
    title: titleOf(wordsFor(args.context.language).t("decisions:notices.title"), args.context.language, partnership),
    ...{ partnership, decision: { id, title }, noticeDueOn, isFirstPage: after === null, ...listed },
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NoticesPage() {
  const { partnership, decision, noticeDueOn, notices, nextAfter, isFirstPage } = useLoaderData<typeof loader>();
  const { t, instant, date } = useWords();
  return (
    <>
      <BackLink to={officeDecisionPath(partnership, decision)} text={t("decisions:texts.back")} />
      <PageHeading caption={<InLanguage text={decision.title} />}>{t("decisions:notices.title")}</PageHeading>
      {noticeDueOn && <p className="govuk-body">{t("decisions:notices.due", { date: date(noticeDueOn) })}</p>}
      {notices.length === 0 ? (
        <p className="govuk-body">{t("decisions:notices.none")}</p>
      ) : (
        <Table
          caption={t("decisions:notices.title")}
          captionSize="hidden"
          stacks
          columns={["partner", "outcome", "state", "at"].map((key) => ({ key, heading: t(`decisions:notices.${key}`) }))}
          rows={notices.map(({ id, organisation, appointment, outcomeAt, state, at }) => ({
            key: id,
            cells: [organisation ? <InLanguage text={organisation.name} /> : <bdi>{appointment?.name}</bdi>, instant(outcomeAt), t(`decisions:notices.state-of.${state}`), instant(at)],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : noticesPath(partnership, decision)} next={nextAfter ? { to: noticesPath(partnership, decision, { after: nextAfter }) } : null} />
    </>
  );
}
