import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { closesOn, stateOf, type Consultation } from "../consultation.ts";
import { untilText } from "../until.ts";

const colours: Record<string, TagColour> = { open: "green", scheduled: "yellow" };

type Dated = Pick<Consultation, "opensAt" | "closesAt" | "graceInMinutes" | "publishedAt">;

/** Whether one can respond, and until when. */
export function ConsultationState({ consultation, now }: { consultation: Dated; now: Date }) {
  const words = useWords();
  const { t, instant, date } = words;
  const found = stateOf(consultation, now);
  const state = found === "grace" ? "closed" : found;
  const { opensAt, closesAt } = consultation;
  const closedOn = closesOn(consultation);
  return (
    <p className="govuk-body">
      <Tag colour={colours[state] ?? "grey"}>{t(`consultations:state.${state}`)}</Tag>{" "}
      {state === "scheduled" && opensAt && t("consultations:dates.opens", { at: instant(opensAt) })}
      {state === "open" && (closesAt ? t("consultations:dates.open-until", { until: untilText(words, closesAt) }) : t("consultations:dates.no-end"))}
      {state === "closed" && closedOn && t("consultations:dates.closed", { date: date(closedOn) })}
    </p>
  );
}
