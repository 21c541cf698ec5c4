// Texts of a set that come from one template: those found, confirmed and dismissed, and each question's answers counted three ways.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { campaignStates, isCampaignState, isSearching } from "../campaign.ts";
import { countCampaigns, countPairs, countThreeWays, findSearch, listCampaigns, listCampaignQuestions } from "../campaigns.store.server.ts";
import { campaignPath, campaignsPath, duplicatesPath } from "../paths.ts";
import { findLabels } from "../question-labels.server.ts";
import { findSet } from "../sets.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayReadAnswers);
  const set = await findSet(db(), consultation, args.params.set);
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("state");
  const state = isCampaignState(asked) ? asked : "found";
  const after = searchParams.get("after");
  const search = await findSearch(db(), set.id);
  const labels = await findLabels(db(), consultation);
  const { t, number } = wordsFor(language);
  return {
    title: titleOf(t("campaigns:list.title-of", { set: number(set.number) }), language, partnership),
    ...{ partnership, consultation, set, state, isFirstPage: after === null },
    search: search && { ...search, isUnderWay: isSearching(search, now) },
    counts: await countCampaigns(db(), set.id),
    pairs: await countPairs(db(), set.id),
    questions: await Promise.all((await listCampaignQuestions(db(), set.id)).map(async (id) => ({ id, label: labels[id] ?? null, counts: await countThreeWays(db(), set.id, id) }))),
    labels,
    ...(await listCampaigns(db(), { setId: set.id, state, after })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CampaignsPage() {
  const { partnership, consultation, set, state, isFirstPage, search, counts, pairs, questions, labels, campaigns, nextAfter } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = campaignsPath(partnership, consultation, set);
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("analysis:set.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("campaigns:list.title", { set: number(set.number) })}</PageHeading>
      <p className="govuk-body">{t("campaigns:list.lead")}</p>
      {!search?.finishedAt && (
        <InsetText>
          <p className="govuk-body">{search?.isUnderWay ? t("campaigns:search.under-way", { done: number(search.done), of: number(search.of) }) : t("campaigns:search.begins")}</p>
          <PageLink to={here}>{t("analysis:making.look-again")}</PageLink>
        </InsetText>
      )}
      {search && !search.finishedAt && !search.isUnderWay && <WarningText>{t("campaigns:search.broken-off")}</WarningText>}
      {search?.finishedAt && (
        <>
          <p className="govuk-body">
            <PageLink to={duplicatesPath(partnership, consultation, set)}>{t("campaigns:list.duplicates", { number: number(pairs) })}</PageLink>
          </p>
          {questions.length > 0 && (
            <Table
              caption={t("campaigns:counts.caption", { set: number(set.number) })}
              stacks
              columns={[
                { key: "question", heading: t("campaigns:column.question") },
                { key: "all", heading: t("campaigns:count.all"), numeric: true },
                { key: "unique", heading: t("campaigns:count.unique"), numeric: true },
                { key: "campaign", heading: t("campaigns:count.campaign"), numeric: true },
              ]}
              rows={questions.map(({ id, label, counts: three }) => ({
                key: id,
                cells: [label ? <InLanguage key="label" text={label} /> : id, number(three.all), number(three.unique), number(three.campaign)],
              }))}
            />
          )}
          <p className="govuk-body">{t("campaigns:counts.explained")}</p>
          <h2 className="govuk-heading-m">{t(`campaigns:state.${state}`)}</h2>
          <ul className="govuk-list">
            {campaignStates.map((one) => (
              <li key={one}>
                <PageLink to={`${here}?state=${one}`} aria-current={one === state ? "page" : undefined}>
                  {t("campaigns:list.of-state", { state: t(`campaigns:state.${one}`), number: number(counts[one]) })}
                </PageLink>
              </li>
            ))}
          </ul>
          {campaigns.length === 0 && <p className="govuk-body">{t("campaigns:list.none")}</p>}
          {campaigns.length > 0 && (
            <Table
              caption={t("campaigns:list.caption")}
              stacks
              columns={[
                { key: "campaign", heading: t("campaigns:column.campaign") },
                { key: "question", heading: t("campaigns:column.question") },
                { key: "texts", heading: t("campaigns:column.texts"), numeric: true },
              ]}
              rows={campaigns.map((campaign) => {
                const label = labels[campaign.questionId];
                return {
                  key: campaign.id,
                  cells: [
                    <PageLink key="campaign" to={campaignPath(partnership, consultation, set, campaign)}>
                      <bdi lang={campaign.title === null ? campaign.language : undefined}>{campaign.title ?? beginningOf(campaign.template)}</bdi>
                    </PageLink>,
                    label ? <InLanguage key="question" text={label} /> : campaign.questionId,
                    number(campaign.texts),
                  ],
                };
              })}
            />
          )}
          <Pagination first={isFirstPage ? null : `${here}?state=${state}`} next={nextAfter === null ? null : { to: `${here}?state=${state}&after=${nextAfter}` }} />
        </>
      )}
    </>
  );
}

/** Enough of a template to know it by. */
function beginningOf(template: string): string {
  return template.length <= 90 ? template : `${template.slice(0, template.lastIndexOf(" ", 90) + 1).trim()}…`;
}
