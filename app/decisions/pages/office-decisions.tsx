// Every decision of a partnership, drafts too, for the secretariat; and the registers that stand beside them.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { stateOf } from "../decision.ts";
import { listEvery } from "../decisions.store.server.ts";
import { noticeStanding } from "../notice.ts";
import { decisionsPath, decisionTextsPath, delegationsPath, disputesPath, officeDecisionPath, officeDecisionsPath, safeguardsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const { decisions, nextAfter } = await listEvery(db(), { partnershipId: partnership.id, after });
  return {
    title: titleOf(wordsFor(language).t("decisions:office.title"), language, partnership),
    ...{ partnership, nextAfter, isFirstPage: after === null, isRemoved: search.get("done") === "removed" },
    decisions: decisions.map((one) => ({
      ...{ id: one.id, title: one.title, bodyName: one.body.name, state: stateOf(one), outcome: one.outcome, decidedOn: one.decidedOn, noticeDueOn: one.noticeDueOn },
      notice: one.noticeDueOn && noticeStanding({ dueOn: one.noticeDueOn, sentOn: one.notifiedAt && dayOf(one.notifiedAt) }, dayOf(now)),
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeDecisionsPage() {
  const { partnership, decisions, nextAfter, isFirstPage, isRemoved } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  const registers = { delegations: delegationsPath, safeguards: safeguardsPath, disputes: disputesPath };
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      {isRemoved && <NotificationBanner kind="success">{t("decisions:done.removed")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("decisions:office.title")}</PageHeading>
      <ul className="govuk-list">
        {Object.entries(registers).map(([name, pathOf]) => (
          <li key={name}>
            <PageLink to={pathOf(partnership)}>{t(`decisions:${name}.title`)}</PageLink>
          </li>
        ))}
        <li>
          <PageLink to={decisionsPath(partnership)}>{t("decisions:office.public")}</PageLink>
        </li>
      </ul>
      <ButtonLink to={decisionTextsPath(partnership)}>{t("decisions:office.add")}</ButtonLink>
      {decisions.length === 0 ? (
        <p className="govuk-body">{t("decisions:office.none")}</p>
      ) : (
        <Table
          caption={t("decisions:office.all")}
          stacks
          columns={["decision", "body", "state", "decided", "told"].map((key) => ({ key, heading: t(`decisions:office.${key}`) }))}
          rows={decisions.map(({ id, title, bodyName, state, outcome, decidedOn, noticeDueOn, notice }) => ({
            key: id,
            cells: [
              <PageLink to={officeDecisionPath(partnership, { id })}>
                <InLanguage text={title} />
              </PageLink>,
              <InLanguage text={bodyName} />,
              <StateTag state={state} outcome={outcome} />,
              decidedOn ? date(decidedOn) : t("decisions:office.not-yet"),
              notice ? t(`decisions:notice.${notice}`, { date: date(noticeDueOn ?? "") }) : t("decisions:office.not-yet"),
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : officeDecisionsPath(partnership)} next={nextAfter ? { to: officeDecisionsPath(partnership, { after: nextAfter }) } : null} />
    </>
  );
}
