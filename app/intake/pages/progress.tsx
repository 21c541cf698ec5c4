// How a consultation is going: who has answered and from where, who is missing, how far those got who have not sent, and what was left out.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countResponses } from "#app/consultations/counts.store.server.ts";
import { showCounts } from "#app/consultations/counts.ts";
import { mayExcludeResponses, maySeeOffice } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { flagsPath, officeConsultationPath, reachPath } from "#app/consultations/office-paths.ts";
import { isRespondentType } from "#app/consultations/response.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { listGroups } from "#app/stakeholders/reach.store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { DayChart } from "#app/shared/ui/day-chart.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countFlags } from "../flags.store.server.ts";
import { missingTypes, mostFrequent, postcodeFields, stagesOf } from "../progress.ts";
import { countDraftsAt, countReached, countRespondents, countSectors } from "../progress.store.server.ts";
import { CountedChart } from "../ui/counted-chart.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const words = wordsFor(language);
  const { id, formId } = consultation;
  const [newest] = await listVersions(db(), formId);
  const postcodes = newest ? postcodeFields(newest.definition) : { personal: [], addresses: [] };
  const counts = showCounts(await countResponses(db(), id, now), consultation, now, words);
  const { types, late, excluded } = await countRespondents(db(), consultation);
  const sectors = await countSectors(db(), id, postcodes);
  return {
    title: titleOf(words.t("intake:progress.title"), language, partnership),
    ...{ partnership, consultation, counts, types, late, excluded },
    missing: missingTypes(types),
    sectors: mostFrequent(sectors),
    withSector: sectors.reduce((sum, { count }) => sum + count, 0),
    asksPostcode: postcodes.personal.length + postcodes.addresses.length > 0,
    stages: newest ? stagesOf(newest.definition, await countDraftsAt(db(), id, now)) : [],
    flags: (await countFlags(db(), id)).open,
    mayDecide: mayExcludeResponses(roles),
    reached: await countReached(db(), id),
    groups: (await listGroups(db(), consultation)).filter(({ isReached }) => !isReached).map(({ id: group, name }) => ({ id: group, name })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work", words: ["office"] };

export default function ProgressPage() {
  const { partnership, consultation, counts, types, late, missing, sectors, withSector, asksPostcode, stages, excluded, flags, mayDecide, reached, groups } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const drafts = stages.reduce((sum, { count }) => sum + count, 0);
  const told = reached.reduce((sum, { count }) => sum + count, 0);
  const left = excluded.reduce((sum, { count }) => sum + count, 0);
  const waiting = t("intake:progress.flags", { count: flags, number: number(flags) });
  const ofReceived = t("office:counts.withdrawn-left-out");
  const headings = { countHeading: t("office:counts.responses"), description: ofReceived };
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("intake:entries.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("intake:progress.title")}</PageHeading>
      <SummaryList
        rows={[
          { key: "received", label: t("office:counts.received"), value: counts.receivedText },
          { key: "late", label: t("intake:progress.late"), value: number(late) },
          { key: "withdrawn", label: t("office:counts.withdrawn"), value: counts.withdrawn },
          { key: "excluded", label: t("office:counts.excluded"), value: number(left) },
          ...excluded.map(({ reason, count }) => ({ key: reason, label: t(`office:excluded.${reason}`), value: number(count) })),
          { key: "drafts", label: t("office:counts.drafts"), value: counts.drafts },
          { key: "flags", label: t("intake:progress.flagged"), value: mayDecide ? <PageLink to={flagsPath(partnership, consultation)}>{waiting}</PageLink> : waiting },
        ]}
      />
      <p className="govuk-body govuk-hint">{counts.countedAt}</p>
      {counts.received === 0 ? (
        <p className="govuk-body">{t("office:counts.none")}</p>
      ) : (
        <>
          <DayChart title={t("office:counts.by-day")} description={ofReceived} days={counts.days} countHeading={t("office:counts.responses")} />
          {counts.before && <p className="govuk-body">{counts.before}</p>}
          <CountedChart {...headings} title={t("intake:progress.by-type")} heading={t("intake:progress.type")} total={counts.received}
            parts={types.map(({ key, count }) => ({ key, count, name: isRespondentType(key) ? t(`office:respondent.${key}`) : key }))}
          />
          <CountedChart {...headings} title={t("office:counts.by-channel")} heading={t("office:counts.channel")} parts={counts.channels} total={counts.received} />
          <CountedChart {...headings} title={t("office:counts.by-language")} heading={t("office:counts.language")} total={counts.received}
            parts={counts.languages.map(({ key, name, count }) => ({ key, count, name: <span lang={key} dir="auto">{name}</span> }))}
          />
        </>
      )}
      {asksPostcode && withSector > 0 && (
        <CountedChart
          title={t("intake:progress.by-sector")}
          description={t("intake:progress.by-sector-of", { number: number(withSector), base: counts.receivedText })}
          {...{ heading: t("intake:progress.sector"), countHeading: t("office:counts.responses"), total: withSector }}
          parts={[
            ...sectors.shown.map(({ key, count }) => ({ key, count, name: <bdi>{key}</bdi> })),
            ...(sectors.others.count > 0 ? [{ ...sectors.others, name: t("intake:progress.other-sectors") }] : []),
          ]}
        />
      )}
      <h2 className="govuk-heading-m">{t("intake:progress.missing")}</h2>
      {missing.length === 0 ? (
        <p className="govuk-body">{t("intake:progress.none-missing")}</p>
      ) : (
        <>
          <p className="govuk-body">{t("intake:progress.missing-text")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {missing.map((type) => (
              <li key={type}>{t(`office:respondent.${type}`)}</li>
            ))}
          </ul>
        </>
      )}
      {groups.length > 0 && (
        <>
          <p className="govuk-body">{t("intake:progress.groups-missing")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {groups.map(({ id, name }) => (
              <li key={id}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{t("intake:progress.reached")}</h2>
      <p className="govuk-body">
        <PageLink to={reachPath(partnership, consultation)}>{t("intake:progress.plan")}</PageLink>
      </p>
      {reached.length === 0 ? (
        <p className="govuk-body">{t("intake:progress.none-reached")}</p>
      ) : (
        <CountedChart
          title={t("intake:progress.told", { number: number(told) })}
          description={t("intake:progress.told-text")}
          {...{ heading: t("intake:progress.way"), countHeading: t("intake:progress.people"), total: told }}
          parts={reached.map(({ key, count }) => ({ key, count, name: t(`prepare:reach-channel.${key}`) }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("intake:progress.drafts")}</h2>
      {drafts === 0 ? (
        <p className="govuk-body">{t("intake:progress.no-drafts")}</p>
      ) : (
        <CountedChart
          title={t("intake:progress.stages")}
          description={t("intake:progress.stages-text", { recent: number(stages.reduce((sum, { recent }) => sum + recent, 0)), number: number(drafts) })}
          {...{ heading: t("intake:progress.stage"), countHeading: t("intake:progress.begun"), total: drafts }}
          order="as-given"
          parts={stages.map(({ at, heading, count }, index) => ({
            ...{ key: String(index), count },
            name: heading ? <InLanguage text={heading} /> : t(`intake:progress.at-${at}`),
          }))}
        />
      )}
    </>
  );
}
