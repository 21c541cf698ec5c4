// One set: how many responses are included, how many are not and why, and in which it differs from the set before.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayAnalyse, mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { analysisPath, officeResponsePath } from "#app/consultations/office-paths.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { setPath, setTablesPath } from "../paths.ts";
import { countAbsences, countChangesBetween, findSet, listChangesBetween } from "../sets.store.server.ts";
import { ChangeList } from "../ui/change-list.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, mayAnalyse);
  const set = await findSet(db(), consultation, args.params.set);
  const before = set.number > 1 ? await findSet(db(), consultation, String(set.number - 1)) : null;
  const after = new URL(args.request.url).searchParams.get("after");
  const { t, number } = wordsFor(language);
  return {
    title: titleOf(t("analysis:set.title", { set: number(set.number) }), language, partnership),
    ...{ partnership, consultation, set, isFirstPage: after === null },
    absences: await countAbsences(db(), set.id),
    before: before && {
      ...{ number: before.number, included: before.included },
      changes: await countChangesBetween(db(), before.id, set.id),
      ...(await listChangesBetween(db(), { earlierId: before.id, laterId: set.id, after })),
    },
    mayRead: mayReadAnswers(roles),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SetPage() {
  const { partnership, consultation, set, absences, before, mayRead, isFirstPage } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  const here = setPath(partnership, consultation, set);
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("analysis:set.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("analysis:set.name", { set: number(set.number) })}</PageHeading>
      <p className="govuk-body">{t("analysis:set.moment", { at: instant(set.frozenAt) })}</p>
      {set.reason !== null && (
        <p className="govuk-body">
          {t("analysis:set.reason")} <bdi>{set.reason}</bdi>
        </p>
      )}
      <SummaryList
        rows={[
          { key: "included", label: t("analysis:column.included"), value: number(set.included) },
          { key: "excluded", label: t("analysis:column.excluded"), value: number(set.excluded) },
          ...absences.map(({ because, count }) => ({ key: because, label: t(because === "withdrawn" ? "analysis:because.withdrawn" : `office:excluded.${because}`), value: number(count) })),
        ]}
      />
      <p className="govuk-body">
        <PageLink to={setTablesPath(partnership, consultation, set)}>{t("tables:room", { set: number(set.number) })}</PageLink>
      </p>
      {before && (
        <>
          <h2 className="govuk-heading-m">{t("analysis:set.differs", { set: number(before.number) })}</h2>
          <p className="govuk-body">{t("analysis:set.included-before", { before: number(before.included), now: number(set.included) })}</p>
          {before.changed.length > 0 && isFirstPage && <ChangeList changes={before.changes} />}
          {before.changed.length > 0 && (
            <Table
              caption={t("analysis:set.changed")}
              stacks
              columns={[
                { key: "response", heading: t("analysis:column.response") },
                { key: "change", heading: t("analysis:column.change") },
                { key: "received", heading: t("analysis:column.received") },
                { key: "channel", heading: t("analysis:column.channel") },
                { key: "who", heading: t("analysis:column.who") },
              ]}
              rows={before.changed.map(({ responseId, kind, because, receivedAt, channel, respondentType }) => ({
                key: responseId,
                cells: [
                  mayRead ? <PageLink to={officeResponsePath(partnership, consultation, responseId)}>{responseId}</PageLink> : responseId,
                  kind === "left-out" && because !== null ? t("analysis:set.left-out-because", { because: t(`office:excluded.${because}`) }) : t(`analysis:change.${kind}`),
                  instant(receivedAt),
                  t(`consultations:channel.${channel}`),
                  t(`office:respondent.${respondentType}`),
                ],
              }))}
            />
          )}
          <Pagination first={isFirstPage ? null : here} next={before.nextAfter === null ? null : { to: `${here}?after=${before.nextAfter}` }} />
        </>
      )}
    </>
  );
}
