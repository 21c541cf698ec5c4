import { languageNamed } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { tests, type GateLine as Line, type GateProblem } from "../launch-gate.ts";

type GateLineProps = {
  line: Line;
  /** Where a problem is mended; null for whoever may not. */
  pathTo: ((problem: GateProblem) => string) | null;
  /** What the system sees of it, in words. */
  seen: readonly string[];
  maySign: boolean;
  /** What was typed in vain. */
  typed: string | undefined;
  error: string | undefined;
};

/** One line of the gate: what it asks, what is seen of it, what refuses it and where that is mended, and whose name is under it. */
export function GateLine({ line: { name, problems, isSigned, signOff }, pathTo, seen, maySign, typed, error }: GateLineProps) {
  const { t, instant } = useWords();
  const isTest = tests.some((test) => test === name);
  const state = problems.length > 0 ? "refused" : isSigned ? "met" : "unsigned";
  const colours = { refused: "red", met: "green", unsigned: "yellow" } as const;
  return (
    <section aria-labelledby={`gate-${name}`}>
      <h2 className="govuk-heading-m" id={`gate-${name}`}>
        {t(`launch:line.${name}.name`)} <Tag colour={colours[state]}>{t(`launch:state.${state}`)}</Tag>
      </h2>
      <p className="govuk-body">{t(`launch:line.${name}.text`)}</p>
      {seen.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {seen.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <ul className="govuk-list">
          {problems.map((problem, index) => (
            <li key={index}>
              <ProblemText problem={problem} /> {pathTo && <PageLink to={pathTo(problem)}>{t(`launch:mend.${problem.at}`)}</PageLink>}
            </li>
          ))}
        </ul>
      )}
      {isTest && signOff && (
        <p className="govuk-body">
          {t("launch:signed", { name: signOff.name, at: instant(signOff.at) })} <span dir="auto">{signOff.note}</span>
        </p>
      )}
      {isTest && !signOff && maySign && problems.length === 0 && (
        <form method="post" noValidate>
          <input type="hidden" name="test" value={name} />
          <Textarea
            id={`note-${name}`}
            name="note"
            rows={3}
            label={t(`launch:line.${name}.ask`)}
            hint={t("launch:note-hint")}
            value={typed}
            error={error}
          />
          <Button look="secondary">{t("launch:sign")}</Button>
        </form>
      )}
    </section>
  );
}

/** What refuses a line, in words. */
export function ProblemText({ problem: { code, values, language, election } }: { problem: GateProblem }) {
  const { t, number, date, language: own } = useWords();
  if (code === "untranslated" && language) {
    return <>{t("launch:problem.untranslated", { language: languageNamed(language, own), said: number(Number(values?.["said"])), all: number(Number(values?.["all"])) })}</>;
  }
  if (code === "election" && election) {
    return (
      <>
        {t("launch:problem.election", { from: date(election.noticeOn), to: date(election.pollOn) })} {election.name && <InLanguage text={election.name} />}
      </>
    );
  }
  if (!values) return <>{t(`launch:problem.${code}`)}</>;
  return <>{t(`launch:problem.${code}`, { count: Number(values["count"]), days: number(Number(values["count"])), least: number(Number(values["least"])) })}</>;
}
