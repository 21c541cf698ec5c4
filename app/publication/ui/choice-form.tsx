// The form in which is chosen what is published: the groups first, then how much of each question.
import type { Text } from "#app/shared/languages.ts";
import { textIn } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { areaSizes, extents, type Choice, type ChoiceProblem } from "../choice.ts";

type Named = { id: string; label: Text };

type ChoiceFormProps = {
  questions: readonly (Named & { number: string | null })[];
  areas: readonly Named[];
  /** Empty where the consultation asks none. */
  equality: readonly Named[];
  choice: Choice;
  /** What was typed and refused; null when the page is opened. */
  typed: readonly (readonly [string, string])[] | null;
  problems: readonly ChoiceProblem[];
  mayChooseEquality: boolean;
};

export function ChoiceForm({ questions, areas, equality, choice, typed, problems, mayChooseEquality }: ChoiceFormProps) {
  const { t, language } = useWords();
  const entered = typed && new URLSearchParams(typed.map(([name, value]) => [name, value]));
  const errorAt = (field: ChoiceProblem["field"]) => {
    const problem = problems.find((one) => one.field === field);
    return problem && t(`publication:choose.problem.${problem.code}`);
  };
  const groups = entered ? entered.getAll("groups") : choice.byRespondent ? ["respondent"] : [];
  const chosenEquality: readonly string[] = entered ? entered.getAll("equality") : choice.equality;
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("publication:choose.groups")}</h2>
      <p className="govuk-body">{t("publication:choose.groups-lead")}</p>
      <Checkboxes name="groups" labelSize="s" label={t("publication:choose.known")} error={errorAt("groups")} values={groups} choices={[{ value: "respondent", label: t("publication:choose.by-respondent") }]} />
      {areas.length > 0 && (
        <>
          <Select
            name="area"
            label={t("publication:choose.area")}
            hint={t("publication:choose.area-hint")}
            error={errorAt("area")}
            value={entered ? (entered.get("area") ?? "") : (choice.area?.question ?? "")}
            options={[{ value: "", label: t("publication:choose.area-none") }, ...areas.map(({ id, label }) => ({ value: id, label: textIn(label, language).text }))]}
          />
          <Radios
            name="size"
            labelSize="s"
            label={t("publication:choose.size")}
            error={errorAt("size")}
            value={entered ? (entered.get("size") ?? "") : (choice.area?.size ?? "")}
            choices={areaSizes.map((size) => ({ value: size, label: t(`publication:choose.sizes.${size}`) }))}
          />
        </>
      )}
      {equality.length > 0 &&
        (mayChooseEquality ? (
          <Checkboxes
            name="equality"
            labelSize="s"
            label={t("publication:choose.equality")}
            hint={t("publication:choose.equality-hint")}
            values={chosenEquality}
            choices={equality.map(({ id, label }) => ({ value: id, label: <InLanguage text={label} /> }))}
          />
        ) : (
          <p className="govuk-body">
            {t("publication:choose.equality-others")}{" "}
            {choice.equality.length === 0
              ? t("publication:choose.equality-none")
              : equality.filter(({ id }) => choice.equality.some((one) => one === id)).map(({ label }) => textIn(label, language).text).join(" · ")}
          </p>
        ))}
      <FieldsetGroup id="questions" label={t("publication:choose.questions")} hint={t("publication:choose.questions-hint")} error={errorAt("questions")}>
        {questions.map(({ id, number, label }) => (
          <Select
            key={id}
            name={`question-${id}`}
            label={
              <>
                {number !== null && `${t("forms:numbered", { number })} `}
                <InLanguage text={label} />
              </>
            }
            value={entered ? (entered.get(`question-${id}`) ?? "no") : (choice.questions[id] ?? "no")}
            options={extents.map((extent) => ({ value: extent, label: t(`publication:choose.extent.${extent}`) }))}
          />
        ))}
        {questions.length === 0 && <p className="govuk-body">{t("publication:choose.no-questions")}</p>}
      </FieldsetGroup>
      <Button name="deed" value="save">
        {t("publication:choose.save")}
      </Button>
    </form>
  );
}
