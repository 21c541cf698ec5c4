import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type DecidedProps = { decision: string; exemption: string; publicInterest: string; respondentSaid: string; consultedOn: string | null };

/** What was decided about a response, once it is decided for good. */
export function Decided({ decision, exemption, publicInterest, respondentSaid, consultedOn }: DecidedProps) {
  const { t, date } = useWords();
  const rows = {
    "column.decision": t(`information-requests:decision.${decision}`),
    "column.exemption": exemption && t(`information-requests:exemption.${exemption}`),
    "column.interest": publicInterest && <bdi>{publicInterest}</bdi>,
    "decide.consulted": consultedOn && date(consultedOn),
    "decide.said": respondentSaid && <bdi>{respondentSaid}</bdi>,
  };
  return <SummaryList rows={Object.entries(rows).flatMap(([key, value]) => (value ? [{ key, label: t(`information-requests:${key}`), value }] : []))} />;
}
