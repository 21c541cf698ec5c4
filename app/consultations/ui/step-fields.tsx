import { DateField } from "#app/shared/ui/date-field.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Life } from "../life.ts";
import type { Deed } from "../office-policy.ts";
import { askedBy, entriesOfMoment, isOptional, reasonInput, type StepEntries, type StepProblem } from "../step-form.ts";
import { MomentField } from "./moment-field.tsx";

type StepFieldsProps = { deed: Deed; life: Life; entries: StepEntries; problems: readonly StepProblem[] };

/** What a step asks of whoever takes it. */
export function StepFields({ deed, life, entries, problems }: StepFieldsProps) {
  const { t } = useWords();
  const errorAt = (is: (input: string) => boolean) => {
    const problem = problems.find(({ input }) => is(input));
    return problem && t(`life:problem.${problem.about}.${problem.code}`);
  };
  return (
    <>
      {askedBy(deed).map((field) => {
        const isLeft = isOptional(deed, field, life);
        if (field === "note") {
          const label = t(isLeft ? "life:form.note-optional" : "life:form.note");
          return <Textarea key={field} name="note" rows={4} label={label} hint={t(`life:form.note-hint.${deed}`)} value={entries["note"]} error={errorAt((input) => input === "note")} />;
        }
        if (field === "reason") {
          return (
            <FieldsInLanguages
              key={field}
              name="reason"
              rows={4}
              legend={t(isLeft ? "life:form.reason-optional" : "life:form.reason")}
              hint={t("life:form.reason-hint")}
              valueOf={(language) => entries[reasonInput(language)] ?? ""}
              errorOf={(language) => errorAt((input) => input === reasonInput(language))}
            />
          );
        }
        if (field === "decision") {
          return (
            <DateField
              key={field}
              name={field}
              label={t("life:form.decision")}
              hint={t("life:form.decision-hint")}
              value={entriesOfMoment(entries, field)}
              error={errorAt((input) => input.startsWith("decision-"))}
            />
          );
        }
        return (
          <MomentField
            key={field}
            name={field}
            label={t(`life:form.${field}`)}
            hint={t("life:form.date-hint")}
            timeHint={t(`life:form.${field}-time-hint`)}
            value={entriesOfMoment(entries, field)}
            error={errorAt((input) => input.startsWith(`${field}-`) && input !== `${field}-time`)}
            timeError={errorAt((input) => input === `${field}-time`)}
          />
        );
      })}
    </>
  );
}
