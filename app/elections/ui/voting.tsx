// The pages around the ballot: the code, the vote to be checked, the receipt, and why nobody votes here now.
import type { ReactNode } from "react";
import type { Text } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Panel } from "#app/shared/ui/panel.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { electionPath } from "../paths.ts";
import { Chosen, type Named } from "./chosen.tsx";
import { Secrecy } from "./secrecy.tsx";

type Closes = { date: string; time: string } | null;

/** What is promised of secrecy, and what cannot be, for whoever votes and wants to read it. */
function SecrecyDetails() {
  const { t } = useWords();
  return (
    <Details summary={t("elections:notice.secret")}>
      <Secrecy isOnline />
    </Details>
  );
}

/** `demonstration` says as whom and where somebody who tries it signs in to read the letters; null anywhere else. */
type CodeFormProps = { heading: ReactNode; back: string; lostPath: string; closes: Closes; demonstration: { officer: string; path: string } | null; refused: { typed: string; problem: string; kept: string } | null };

export function CodeForm({ heading, back, lostPath, closes, demonstration, refused }: CodeFormProps) {
  const { t } = useWords();
  const error = refused ? t(`poll:problem.${refused.problem}`) : undefined;
  return (
    <>
      <BackLink to={back} />
      <ErrorSummary errors={error ? [{ href: "#code", text: error }] : []} />
      {heading}
      {closes && <p className="govuk-body">{t("poll:code.closes", closes)}</p>}
      {demonstration && (
        <InsetText>
          <p className="govuk-body">{t("poll:code.demonstration", { officer: demonstration.officer })}</p>
          <p className="govuk-body">
            <PageLink to={demonstration.path}>{t("poll:code.demonstration-people")}</PageLink>
          </p>
        </InsetText>
      )}
      <form method="post" noValidate autoComplete="off">
        {refused?.kept && <input type="hidden" name="kept" value={refused.kept} />}
        <TextField name="code" label={t("poll:code.label")} labelSize="m" hint={t("poll:code.hint")} value={refused?.typed} error={error} width={20} dir="ltr" autoComplete="off" spellCheck={false} autoCapitalize="characters" />
        <Button name="deed" value="code">{t("poll:code.go-on")}</Button>
      </form>
      <p className="govuk-body">{t("poll:code.lost")}</p>
      <p className="govuk-body">
        <PageLink to={lostPath}>{t("poll:code.lost-link")}</PageLink>
      </p>
      <SecrecyDetails />
    </>
  );
}

type CheckVoteProps = { heading: ReactNode; chosen: readonly Named[]; kind: "ranks" | "crosses"; sealed: string; isAgain: boolean; voterName: string };

export function CheckVote({ heading, chosen, kind, sealed, isAgain, voterName }: CheckVoteProps) {
  const { t } = useWords();
  const isBlank = chosen.length === 0;
  return (
    <>
      {heading}
      <p className="govuk-body">{t("poll:ballot.for", { name: voterName })}</p>
      {isBlank ? (
        <WarningText>{t("poll:check.blank")}</WarningText>
      ) : (
        <>
          <p className="govuk-body">{t(`poll:check.${kind}`)}</p>
          <Chosen chosen={chosen} kind={kind} />
        </>
      )}
      <p className="govuk-body">{t(isAgain ? "poll:check.replaces" : "poll:check.until")}</p>
      <form method="post" noValidate>
        <input type="hidden" name="sealed" value={sealed} />
        <ButtonGroup>
          <Button name="deed" value="cast">{t(isBlank ? "poll:check.cast-blank" : "poll:check.cast")}</Button>
          <Button look="secondary" name="deed" value="change">{t("poll:check.change")}</Button>
        </ButtonGroup>
      </form>
    </>
  );
}

type VotedProps = { partnership: { slug: string }; election: { id: string; title: Text }; closes: Closes; tracking: string; chosen: readonly Named[]; kind: "ranks" | "crosses" };

export function Voted({ partnership, election, closes, tracking }: VotedProps) {
  const { t } = useWords();
  return (
    <>
      <Panel title={t("poll:heading.voted")}>
        {t("poll:voted.tracking")}
        <br />
        <strong dir="ltr">{tracking}</strong>
      </Panel>
      <p className="govuk-body-l">
        <InLanguage text={election.title} />
      </p>
      <p className="govuk-body">{t("poll:voted.keep")}</p>
      <p className="govuk-body">{t("poll:voted.find")}</p>
      {closes && <p className="govuk-body">{t("poll:voted.again", closes)}</p>}
      <SecrecyDetails />
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election)}>{t("poll:voted.election")}</PageLink>
      </p>
    </>
  );
}

/** Why nobody votes on this page now. */
export function NotOnline({ stage, election, closes }: { stage: "closed" | "paper"; election: { paperRule: string; isOpen: boolean }; closes: Closes }) {
  const { t } = useWords();
  if (stage === "closed") return <p className="govuk-body">{t(election.isOpen ? "poll:closed.not-online" : "poll:closed.text", closes ?? { date: "", time: "" })}</p>;
  return (
    <>
      <p className="govuk-body">{t(`poll:paper.${election.paperRule}`)}</p>
      <p className="govuk-body">{t("poll:paper.not-you")}</p>
      <form method="post">
        <Button look="secondary" name="deed" value="leave">{t("poll:ballot.leave")}</Button>
      </form>
    </>
  );
}
