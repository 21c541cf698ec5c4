// The counts of a consultation, refreshed while the page is looked at.
import { useEffect, useRef, useState } from "react";
import { directionOf } from "#app/shared/languages.ts";
import { BarChart, type Bar } from "#app/shared/ui/bar-chart.tsx";
import { DayChart } from "#app/shared/ui/day-chart.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Part, ShownCounts } from "../counts.ts";

const everyInSeconds = 30;

type Live = ReturnType<typeof useFreshCounts>;

/** How many there are; what is new is told to those who listen to the page. */
export function CountsSummary({ live }: { live: Live }) {
  const { t } = useWords();
  const { counts, isStale, isChanged } = live;
  return (
    <>
      <div role="status" className="govuk-visually-hidden">
        {isChanged && t("office:counts.now", { count: counts.received, number: counts.receivedText })}
      </div>
      <SummaryList
        rows={[
          { key: "received", label: t("office:counts.received"), value: counts.receivedText },
          { key: "withdrawn", label: t("office:counts.withdrawn"), value: counts.withdrawn },
          { key: "excluded", label: t("office:counts.excluded"), value: counts.excluded },
          { key: "drafts", label: t("office:counts.drafts"), value: counts.drafts },
        ]}
      />
      <p className="govuk-body govuk-hint">
        {counts.countedAt} {isStale && t("office:counts.stale")}
      </p>
    </>
  );
}

/** The same by day, by channel and by language. */
export function CountsCharts({ live: { counts } }: { live: Live }) {
  const { t } = useWords();
  if (counts.received === 0) return <p className="govuk-body">{t("office:counts.none")}</p>;
  return (
    <>
      <DayChart
        title={t("office:counts.by-day")}
        description={t("office:counts.withdrawn-left-out")}
        days={counts.days}
        countHeading={t("office:counts.responses")}
      />
      {counts.before && <p className="govuk-body">{counts.before}</p>}
      <Parts title={t("office:counts.by-channel")} heading={t("office:counts.channel")} parts={counts.channels} total={counts.received} />
      <Parts
        title={t("office:counts.by-language")}
        heading={t("office:counts.language")}
        total={counts.received}
        parts={counts.languages.map((part) => ({ ...part, label: <OwnName language={part.language} name={part.name} /> }))}
      />
    </>
  );
}

function OwnName({ language, name }: Pick<ShownCounts["languages"][number], "language" | "name">) {
  if (language === null) return <>{name}</>;
  return (
    <span lang={language} dir={directionOf(language)}>
      {name}
    </span>
  );
}

type PartsProps = { title: string; heading: string; total: number; parts: (Part & { label?: Bar["label"] })[] };

function Parts({ title, heading, total, parts }: PartsProps) {
  const { t } = useWords();
  return (
    <BarChart
      title={title}
      description={t("office:counts.withdrawn-left-out")}
      full={total}
      bars={parts.map(({ key, name, label = name, count, figure }) => ({ key, label, value: count, figure }))}
      table={{
        columns: [
          { key: "name", heading },
          { key: "count", heading: t("office:counts.responses"), numeric: true },
          { key: "share", heading: t("office:counts.share"), numeric: true },
        ],
        rows: parts.map(({ key, name, label = name, countText, share }) => ({ key, cells: [label, countText, share] })),
      }}
    />
  );
}

/**
 * The counts, asked for again from an address while the page is looked at. What cannot be had now is had the next time;
 * meanwhile the page says that its counts are old.
 */
export function useFreshCounts(first: ShownCounts, from: string) {
  const [fresh, setFresh] = useState({ counts: first, isStale: false, isChanged: false });
  const isAsking = useRef(false);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== "visible" || isAsking.current) return;
      isAsking.current = true;
      const counts = await fetch(from, { redirect: "manual" })
        .then((answer) => (answer.ok ? (answer.json() as Promise<ShownCounts>) : null))
        .catch(() => null);
      isAsking.current = false;
      setFresh((before) =>
        counts
          ? { counts, isStale: false, isChanged: before.isChanged || counts.received !== before.counts.received }
          : { ...before, isStale: true },
      );
    };
    const timer = setInterval(() => void ask(), everyInSeconds * 1000);
    return () => clearInterval(timer);
  }, [from]);
  return fresh;
}
