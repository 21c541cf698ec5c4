// The counts of a consultation, refreshed while the page is looked at.
import { useEffect, useRef, useState } from "react";
import { directionOf } from "#app/shared/languages.ts";
import { BarChart, type Bar } from "#app/shared/ui/bar-chart.tsx";
import { DayChart } from "#app/shared/ui/day-chart.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Part, ShownCounts } from "../counts.ts";

const everyInSeconds = 30;

/** `from` is the address of the counts as JSON. */
export function LiveCounts({ first, from }: { first: ShownCounts; from: string }) {
  const { t } = useWords();
  const { counts, isStale, isChanged } = useFreshCounts(first, from);
  return (
    <>
      <div role="status" className="govuk-visually-hidden">
        {isChanged && t("office:counts.now", { count: counts.received, number: counts.receivedText })}
      </div>
      <SummaryList
        rows={[
          { key: "received", label: t("office:counts.received"), value: counts.receivedText },
          { key: "withdrawn", label: t("office:counts.withdrawn"), value: counts.withdrawn },
          { key: "drafts", label: t("office:counts.drafts"), value: counts.drafts },
        ]}
      />
      <p className="govuk-body govuk-hint">
        {counts.countedAt} {isStale && t("office:counts.stale")}
      </p>
      {counts.received === 0 ? <p className="govuk-body">{t("office:counts.none")}</p> : <Charts counts={counts} />}
    </>
  );
}

function Charts({ counts }: { counts: ShownCounts }) {
  const { t } = useWords();
  const description = t("office:counts.withdrawn-left-out");
  return (
    <>
      <DayChart
        title={t("office:counts.by-day")}
        description={description}
        days={counts.days}
        countHeading={t("office:counts.responses")}
      />
      {counts.before && <p className="govuk-body">{counts.before}</p>}
      <Parts title={t("office:counts.by-channel")} heading={t("office:counts.channel")} parts={counts.channels} total={counts.received} />
      <Parts
        title={t("office:counts.by-language")}
        heading={t("office:counts.language")}
        total={counts.received}
        parts={counts.languages.map((part) => ({
          ...part,
          label: part.language ? (
            <span lang={part.language} dir={directionOf(part.language)}>
              {part.name}
            </span>
          ) : (
            part.name
          ),
        }))}
      />
    </>
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

// What cannot be had now is had the next time; meanwhile the page says that its counts are old.
function useFreshCounts(first: ShownCounts, from: string) {
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
