import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Decision } from "../flags.ts";
import { ExclusionReasons } from "./exclusion-reasons.tsx";

export type DecideProblem = { field: "reason" | "note"; text: string };

type DecideFormProps = {
  decision: Decision;
  /** How many responses are kept or left out. */
  count: number;
  backTo: string;
  problems: readonly DecideProblem[];
  typed: { reason: string; note: string };
};

/** Asks once before a flag is decided, with a note for those who look at it later. */
export function DecideForm({ decision, count, backTo, problems, typed }: DecideFormProps) {
  const { t, number } = useWords();
  const problemOf = (field: DecideProblem["field"]) => problems.find((problem) => problem.field === field)?.text;
  const isLeaving = decision === "leave-out";
  const counted = { count, number: number(count) };
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={problems.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      <PageHeading>{t(isLeaving ? "intake:exclude.question" : "intake:keep.question", counted)}</PageHeading>
      {isLeaving ? <WarningText>{t("intake:exclude.consequence")}</WarningText> : <p className="govuk-body">{t("intake:keep.consequence")}</p>}
      <form method="post" noValidate>
        {isLeaving && <ExclusionReasons value={typed.reason} error={problemOf("reason")} />}
        <Textarea name="note" label={t("intake:flag.note")} hint={t("intake:flag.note-hint")} rows={4} value={typed.note} error={problemOf("note")} />
        <ButtonGroup>
          <Button look={isLeaving ? "warning" : "main"}>{t(isLeaving ? "intake:exclude.yes-several" : "intake:keep.yes", counted)}</Button>
          <PageLink to={backTo}>{t("intake:exclude.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
