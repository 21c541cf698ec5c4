import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { closesOn, isOver, stateOf, type Life } from "../life.ts";
import { untilText } from "../until.ts";

const colours: Record<string, TagColour> = { open: "green", scheduled: "yellow", paused: "yellow" };

/** Whether one can respond, and until when. */
export function ConsultationState({ consultation, now }: { consultation: Life; now: Date }) {
  const words = useWords();
  const { t, instant, date } = words;
  const found = stateOf(consultation, now);
  const state = found === "open" || found === "paused" ? found : isOver(found) ? "closed" : "scheduled";
  const { opensAt, closesAt, pausedUntil } = consultation;
  const closedOn = closesOn(consultation);
  return (
    <p className="govuk-body">
      <Tag colour={colours[state] ?? "grey"}>{t(`consultations:state.${state}`)}</Tag>{" "}
      {state === "scheduled" && opensAt && t("consultations:dates.opens", { at: instant(opensAt) })}
      {state === "open" && (closesAt ? t("consultations:dates.open-until", { until: untilText(words, closesAt) }) : t("consultations:dates.no-end"))}
      {state === "paused" && pausedUntil && t("consultations:dates.paused-until", { until: instant(pausedUntil) })}
      {state === "closed" && closedOn && t("consultations:dates.closed", { date: date(closedOn) })}
    </p>
  );
}
