// What a candidate sees behind the link of their letters.
import type { ReactNode } from "react";
import type { Entries } from "#app/forms/entries.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { HustingsMeeting } from "../hustings-meeting.ts";
import type { HustingsProblem } from "../hustings.ts";
import type { Refusal } from "../nomination-form.ts";
import type { NominationState, RulingReason, SupportPart } from "../nomination.ts";
import { electionPath } from "../paths.ts";
import type { Served, ServedRule } from "../served.ts";
import { AnswerForm, OwnQuestions } from "./hustings-answers.tsx";
import { HustingsList } from "./hustings-list.tsx";
import { NominationErrors, NominationFields } from "./nomination-fields.tsx";
import { ReplaceSupporter } from "./replace-supporter.tsx";
import { ServedInset } from "./served-inset.tsx";
import { StatementText } from "./statement-text.tsx";

export type CandidateBase = { partnership: { slug: string }; election: { id: string; title: Text }; token: string };
type Gone = CandidateBase & { view: "dead" | "refused" };
type There = CandidateBase & {
  view: "asked" | "mine" | "withdrawn";
  state: NominationState;
  isDone: string | null;
  nomination: { name: string; organisation: Text; by: "self" | "other"; number: number | null; reason: { code: RulingReason; words: string } | null; statement: Text; language: Language };
  supports: { part: SupportPart; organisation: Text; said: "asked" | "confirmed" | "declined" }[];
  ask: "change" | "withdraw" | "refuse" | "answer" | null;
  mayWrite: boolean;
  mayWithdraw: boolean;
  closes: string;
  withdrawUntil: string;
  definition: FormDefinition | null;
  entries: Entries;
  /** An organisation that does not stand behind them, and who could in its place. */
  replacing: { part: SupportPart; organisation: Text; members: { id: string; name: Text }[] } | null;
  hasPhoto: boolean;
  /** The terms they have had in a row, where that is the most. */
  served: Served | null;
  servedRule: ServedRule;
  questions: { id: string; text: Text; answer: Text | null }[];
  areAnswersOpen: boolean;
  /** Hustings to come. */
  meetings: HustingsMeeting[];
  now: Date;
  asked: { id: string; text: Text; entries: Record<string, string> } | null;
};
export type CandidateShown = Gone | There;
type Refused = { noSupporter: true; problems?: undefined; refusal?: undefined } | { kept: string; refusal: Refusal; entries: Entries; problems?: undefined } | { problems: HustingsProblem[]; entries: Record<string, string>; refusal?: undefined };

export function CandidatePage({ shown, refused }: { shown: CandidateShown; refused: Refused | null }) {
  const { t } = useWords();
  if (!("state" in shown)) {
    return (
      <Framed shown={shown}>
        <p className="govuk-body">{t(`candidates:mine.${shown.view}.text`)}</p>
      </Framed>
    );
  }
  const { partnership, election, token, ask, nomination } = shown;
  const here = electionPath(partnership, election, "candidate", { key: token });
  if (ask === "withdraw" || (ask === "refuse" && shown.view === "asked")) {
    return (
      <Confirming
        question={t(`candidates:mine.${ask}.question`)}
        consequence={t(`candidates:mine.${ask}.consequence`)}
        yes={{ name: "deed", value: ask, text: t(`candidates:mine.${ask}.yes`) }}
        no={t(`candidates:mine.${ask}.no`)}
        backTo={here}
        fields={{ key: token }}
      />
    );
  }
  if (shown.replacing) return <ReplaceSupporter election={election} replacing={shown.replacing} token={token} backTo={here} isRefused={refused !== null} />;
  if (shown.asked) return <AnswerForm question={shown.asked} token={token} election={election} backTo={here} refused={refused?.problems ? refused : null} />;
  if (shown.view === "withdrawn") {
    return (
      <Framed shown={shown}>
        <p className="govuk-body">{t("candidates:mine.withdrawn.text", { name: nomination.name })}</p>
      </Framed>
    );
  }
  return shown.definition ? <OwnForm shown={shown} definition={shown.definition} refused={refused?.refusal ? refused : null} here={here} /> : <Standing shown={shown} />;
}

function Framed({ shown, children }: { shown: CandidateShown; children: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={shown.election.title} />}>{t(`candidates:mine.${shown.view}.title`)}</PageHeading>
      {children}
      <p className="govuk-body">
        <PageLink to={electionPath(shown.partnership, shown.election)}>{t("candidates:mine.election")}</PageLink>
      </p>
    </>
  );
}

type FormProps = { shown: There; definition: FormDefinition; refused: { kept: string; refusal: Refusal; entries: Entries } | null; here: string };

/** To say that one stands, with the words others may have written; or to change them. */
function OwnForm({ shown, definition, refused, here }: FormProps) {
  const { t } = useWords();
  const { nomination, view, closes, token } = shown;
  const isConsenting = view === "asked";
  const refusal = refused?.refusal ?? { errors: [], problems: [] };
  const ask = (what: string) => electionPath(shown.partnership, shown.election, "candidate", { key: token, ask: what });
  return (
    <>
      <NominationErrors definition={definition} refusal={refusal} />
      <PageHeading caption={<InLanguage text={shown.election.title} />}>{t(isConsenting ? "candidates:mine.asked.title" : "candidates:mine.change.title")}</PageHeading>
      <p className="govuk-body">{t(isConsenting ? `candidates:mine.asked.${nomination.by}` : "candidates:mine.change.text", { name: nomination.name, date: closes })}</p>
      {shown.served && <ServedInset served={shown.served} rule={shown.servedRule} />}
      {isConsenting && <OwnFacts shown={shown} />}
      {shown.hasPhoto && !refused && <PhotoShown shown={shown} />}
      <form method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" value={token} />
        <NominationFields definition={definition} entries={refused?.entries ?? shown.entries} refusal={refusal} kept={refused?.kept ?? ""} />
        <Button name="deed" value={isConsenting ? "consent" : "change"}>
          {t(isConsenting ? "candidates:mine.asked.yes" : "candidates:mine.change.yes")}
        </Button>
      </form>
      <p className="govuk-body">{isConsenting ? <PageLink to={ask("refuse")}>{t("candidates:mine.refuse.link")}</PageLink> : <PageLink to={here}>{t("candidates:mine.change.no")}</PageLink>}</p>
    </>
  );
}

function PhotoShown({ shown: { partnership, election, token, entries } }: { shown: There }) {
  return <img className="candidate-photo" src={electionPath(partnership, election, "candidate/photo", { key: token })} alt={entries["photo-alt"]?.[0] ?? ""} />;
}

function OwnFacts({ shown: { partnership, election, token, nomination, supports, state, view, mayWrite } }: { shown: There }) {
  const { t, number } = useWords();
  const own = [
    { key: "name", label: t("candidates:form.name"), value: <bdi>{nomination.name}</bdi> },
    ...(Object.keys(nomination.organisation).length > 0 ? [{ key: "organisation", label: t("candidates:list.organisation"), value: <InLanguage text={nomination.organisation} /> }] : []),
    ...(view === "mine" ? [{ key: "state", label: t("candidates:office.state"), value: t(`candidates:state.${state}`) }] : []),
    ...(nomination.number === null ? [] : [{ key: "number", label: t("candidates:list.number"), value: number(nomination.number) }]),
    ...supports.map(({ part, organisation, said }) => ({
      key: part,
      label: t(`candidates:part.${part}`),
      value: (
        <>
          <InLanguage text={organisation} />
          {view === "mine" && <>: {t(`candidates:support-said.${said}`)}</>}
          {view === "mine" && said === "declined" && mayWrite && (
            <PageLink className="govuk-link govuk-!-display-block" to={electionPath(partnership, election, "candidate", { key: token, ask: "supporter", part })}>
              {t(`candidates:mine.supporter.${part}`)}
            </PageLink>
          )}
        </>
      ),
    })),
  ];
  return <SummaryList rows={own} />;
}

/** What has become of a nomination, and what its candidate may do now. */
function Standing({ shown }: { shown: There }) {
  const { t } = useWords();
  const { nomination, view, token, mayWrite } = shown;
  const ask = (what: string) => electionPath(shown.partnership, shown.election, "candidate", { key: token, ask: what });
  const deeds = [...(mayWrite ? (["change"] as const) : []), ...(shown.mayWithdraw ? (["withdraw"] as const) : [])];
  return (
    <>
      {shown.isDone && <NotificationBanner kind="success">{t(`candidates:mine.done.${shown.isDone === "agreed" || shown.isDone === "answered" || shown.isDone === "replaced" ? shown.isDone : "changed"}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={shown.election.title} />}>{t("candidates:mine.mine.title")}</PageHeading>
      {view === "asked" ? <p className="govuk-body">{t("candidates:mine.asked.too-late", { date: shown.closes })}</p> : <p className="govuk-body">{t(`candidates:mine.state.${shown.state}`)}</p>}
      {shown.served && nomination.number === null && <ServedInset served={shown.served} rule={shown.servedRule} />}
      <OwnFacts shown={shown} />
      {nomination.reason && (
        <>
          <h2 className="govuk-heading-m">{t("candidates:office.why")}</h2>
          <p className="govuk-body">{t(`candidates:reason.${nomination.reason.code}`)}</p>
          <p className="govuk-body plain-text" dir="auto">{nomination.reason.words}</p>
        </>
      )}
      <HustingsList {...shown} />
      <OwnQuestions shown={shown} />
      <h2 className="govuk-heading-m">{t("candidates:mine.words")}</h2>
      {shown.hasPhoto && <PhotoShown shown={shown} />}
      <StatementText text={nomination.statement} />
      {deeds.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("candidates:mine.may")}</h2>
          <ul className="govuk-list">
            {deeds.map((deed) => (
              <li key={deed}>
                <PageLink to={ask(deed)}>{t(`candidates:mine.${deed}.link`, { date: deed === "change" ? shown.closes : shown.withdrawUntil })}</PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(shown.partnership, shown.election)}>{t("candidates:mine.election")}</PageLink>
      </p>
    </>
  );
}

