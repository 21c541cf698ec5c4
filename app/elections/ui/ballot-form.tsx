// The ballot paper as a form: a rank to type beside each candidate, or a box to tick. No dragging, no script.
import type { ReactNode } from "react";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { BallotProblem } from "../ballot.ts";
import { Chosen, type Named } from "./chosen.tsx";

/** What stands in the fields, by candidates' numbers. */
export type Filled = { ranks: Record<number, string>; crosses: number[] };

export type PaperShown = { named: (Named & { organisation: string })[]; kind: "ranks" | "crosses"; most: number; seats: number };

type BallotFormProps = {
  heading: ReactNode;
  paper: PaperShown;
  filled: Filled;
  problems: readonly BallotProblem[];
  /** The order without gaps, where gaps are all that is wrong. */
  closable: readonly number[] | null;
  voterName: string;
  /** The vote that lies in the box now. */
  stored: readonly Named[] | null;
  fields: { rank: (candidate: number) => string; cross: string };
};

/** What is wrong, in words that name the candidates. */
export function useBallotProblems(named: readonly Named[]) {
  const { t, number, list } = useWords();
  const nameOf = (candidate: number) => named.find((one) => one.number === candidate)?.name ?? "";
  return (problem: BallotProblem): string => {
    switch (problem.code) {
      case "not-a-rank":
        return t("poll:problem.not-a-rank", { name: nameOf(problem.candidate) });
      case "same-rank":
        return t("poll:problem.same-rank", { rank: number(problem.rank), names: list(problem.candidates.map(nameOf)) });
      case "gap":
        return t("poll:problem.gap", { rank: number(problem.rank), next: number(problem.next) });
      case "too-many-ranks":
      case "too-many-crosses":
        return t(`poll:problem.${problem.code}`, { count: problem.most, most: number(problem.most), given: number(problem.given) });
    }
  };
}

export function BallotForm({ heading, paper: { named, kind, most, seats }, filled, problems, closable, voterName, stored, fields }: BallotFormProps) {
  const { t, number } = useWords();
  const say = useBallotProblems(named);
  const errors = problems.map((problem) => ({ href: `#${problem.field}`, text: say(problem) }));
  const errorAt = (field: string) => errors.filter(({ href }) => href === `#${field}`).map(({ text }) => text).join(" ") || undefined;
  const howMany = { count: most, most: number(most) };
  return (
    <>
      <ErrorSummary errors={errors} />
      {heading}
      <p className="govuk-body">{t("poll:ballot.for", { name: voterName })}</p>
      {stored && (
        <InsetText>
          <p className="govuk-body">{t("poll:ballot.now-is")}</p>
          <Chosen chosen={stored} kind={kind} />
          <p className="govuk-body">{t("poll:ballot.again")}</p>
        </InsetText>
      )}
      <p className="govuk-body">{t("poll:ballot.seats", { count: seats, number: number(seats) })}</p>
      <form method="post" noValidate autoComplete="off">
        {kind === "ranks" ? (
          <FieldsetGroup id="ballot" label={t("poll:ballot.ranks")} hint={most < named.length ? t("poll:ballot.ranks-hint-most", howMany) : t("poll:ballot.ranks-hint")}>
            {named.map((one) => {
              const name = fields.rank(one.number);
              return <TextField key={name} name={name} label={one.name} labelSize="s" hint={one.organisation || undefined} value={filled.ranks[one.number] ?? ""} error={errorAt(name)} width={2} inputMode="numeric" autoComplete="off" dir="ltr" />;
            })}
          </FieldsetGroup>
        ) : (
          <Checkboxes
            name={fields.cross}
            label={t("poll:ballot.crosses")}
            hint={most < named.length ? t("poll:ballot.crosses-hint-most", howMany) : t("poll:ballot.crosses-hint")}
            error={errorAt(fields.cross)}
            values={filled.crosses.map(String)}
            choices={named.map((one) => ({ value: String(one.number), label: one.name, ...(one.organisation && { hint: one.organisation }) }))}
          />
        )}
        <p className="govuk-body">{t("poll:ballot.blank-hint")}</p>
        <ButtonGroup>
          <Button name="deed" value="check">{t("poll:ballot.check")}</Button>
          {closable && (
            <Button look="secondary" name="deed" value="close">
              {t("poll:ballot.close-gaps")}
            </Button>
          )}
        </ButtonGroup>
      </form>
      <form method="post">
        <Button look="secondary" name="deed" value="leave">{t("poll:ballot.leave")}</Button>
      </form>
    </>
  );
}
