// How a mailing stands: what is written, how many letters are where, and what can be done with it now.
import { languageNames, languages, type Text } from "#app/shared/languages.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { invitationsPath } from "#app/consultations/office-paths.ts";
import { mailedStates, type Going, type MailedState, type MailingKind } from "../mailing.ts";
import { mailedPath, mailingPath, mailingPreviewPath } from "../paths.ts";

type MailingStateProps = {
  partnership: { slug: string };
  consultation: { id: string };
  kind: MailingKind;
  going: Going;
  isWritten: boolean;
  body: Text;
  perMinute: number;
  daysBefore: number | null;
  /** When reminders begin. */
  begins?: string | null;
  counts: Record<MailedState, number>;
  /** How many letters could be written still. */
  toGo: number;
  mayBegin: boolean;
};

const colours: Record<Going, TagColour> = { "not-begun": "grey", going: "green", waits: "blue", paused: "yellow", stopped: "red", over: "grey" };

export function MailingState({ partnership, consultation, kind, going, isWritten, body, perMinute, daysBefore, begins = null, counts, toGo, mayBegin }: MailingStateProps) {
  const { t, number } = useWords();
  const written = languages.filter((language) => (body[language] ?? "") !== "");
  const isUnderWay = going === "going" || going === "waits" || going === "paused";
  const isOff = kind === "reminder" && (!isWritten || daysBefore === null);
  const all = mailedStates.reduce((sum, state) => sum + counts[state], 0);
  const isDone = isUnderWay && counts.waiting + counts.written === 0;
  const here = invitationsPath(partnership, consultation);
  return (
    <section id={kind === "invitation" ? "sending" : "reminding"}>
      <h2 className="govuk-heading-m">
        {t(`mailings:kind.${kind}`)} <Tag colour={isDone ? "green" : isOff ? "grey" : colours[going]}>{t(isOff ? "mailings:going.off" : isDone ? "mailings:going.done" : `mailings:going.${going}`)}</Tag>
      </h2>
      {kind === "reminder" && !isOff && begins && <p className="govuk-body">{t("mailings:reminder.begins", { at: begins })}</p>}
      {kind === "reminder" && isOff && <p className="govuk-body">{t("mailings:reminder.off")}</p>}
      <SummaryList
        rows={[
          {
            key: "text",
            label: t("mailings:letter-text"),
            value: isWritten ? written.map((language) => languageNames[language]).join(", ") : t("mailings:not-written"),
            change: { to: mailingPath(partnership, consultation, kind), what: t(`mailings:write.${kind}`) },
          },
          { key: "rate", label: t("mailings:per-minute"), value: number(perMinute) },
          ...mailedStates.filter((state) => counts[state] > 0).map((state) => ({
            key: state,
            label: t(`mailings:state.${state}`),
            value: <PageLink to={mailedPath(partnership, consultation, kind, { state })}>{t("mailings:of", { number: number(counts[state]), all: number(all) })}</PageLink>,
          })),
        ]}
      />
      <ButtonGroup>
        <ButtonLink look="secondary" to={mailingPreviewPath(partnership, consultation, kind)}>{t(`mailings:preview.${kind}`)}</ButtonLink>
        {mayBegin && isWritten && toGo > 0 && (going === "not-begun" || going === "stopped" || isDone) && (
          <ButtonLink to={`${here}?ask=begin`}>{t("mailings:begin", { count: toGo, number: number(toGo) })}</ButtonLink>
        )}
      </ButtonGroup>
      {isUnderWay && !isDone && (
        <form method="post" noValidate>
          <input type="hidden" name="kind" value={kind} />
          <ButtonGroup>
            {going === "paused" ? <Button name="deed" value="resume">{t("mailings:resume")}</Button> : <Button look="secondary" name="deed" value="pause">{t("mailings:pause")}</Button>}
            {kind === "invitation" && <PageLink to={`${here}?ask=stop`}>{t("mailings:stop")}</PageLink>}
          </ButtonGroup>
        </form>
      )}
    </section>
  );
}
