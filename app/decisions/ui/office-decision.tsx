import { ButtonGroup, Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import type { Text } from "#app/shared/languages.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Block, DecisionState, DecisionTexts, Outcome } from "../decision.ts";
import { decisionPath, decisionTextsPath, disputePath, noticesPath, officeDecisionPath, takePartPath, votesPath } from "../paths.ts";
import { sayBlock, sayTally } from "../said.ts";
import type { Judged } from "../safeguards.ts";
import { voices, type Tally, type Voice } from "../tally.ts";
import { SafeguardList } from "./safeguard-list.tsx";
import { SaidList, type Said } from "./said-list.tsx";
import { SettlingWays, type Settling } from "./settling-ways.tsx";
import { StateTag } from "./state-tag.tsx";

type OfficeDecisionProps = {
  shown: {
    partnership: Pick<Partnership, "slug">;
    decision: DecisionTexts & { id: string; outcome: Outcome | null; openedAt: Date | null; isWithFull: boolean; decidedOn: string | null; implementedOn: string | null; tallies: { own?: Tally | undefined; full?: Tally | undefined } };
    body: { name: Text };
    item: { title: Text; startsAt: Date } | null;
    state: DecisionState;
    voters: readonly { appointmentId: string; name: string; organisation: Text | null; voice: Voice | null }[];
    interests: readonly Said[];
    vetoes: readonly Said[];
    tally: Tally;
    judged: readonly Judged[];
    toOpen: readonly Block[];
    toClose: readonly Block[];
    notices: { told: number; failed: number; withoutAddress: number };
    may: Record<"change" | "open" | "close" | "defer" | "takeBack" | "implement" | "remove", boolean>;
    isPublic: boolean;
    /** Chairs and seats that no decision is named for yet. */
    resting: readonly { kind: "chair" | "seats"; id: string; bodyName: Text; note: string }[];
    settling: Settling | null;
  };
  /** What was typed of a count that could not be taken. */
  hands: Record<Voice, string> | undefined;
};

/** Everything about one decision that the secretariat needs, with the deeds that are due. */
export function OfficeDecision({ shown, hands }: OfficeDecisionProps) {
  const { partnership, decision, body, item, may } = shown;
  const words = useWords();
  const { t, instant, date, number } = words;
  const countsHands = may.close && shown.voters.length === 0;
  const blocks = may.open ? shown.toOpen : may.close && !countsHands ? shown.toClose : [];
  const { notices } = shown;
  const isTold = notices.told + notices.failed + notices.withoutAddress > 0;
  return (
    <>
      <SummaryList
        rows={[
          { key: "state", label: t("decisions:office.state"), value: <StateTag state={shown.state} outcome={decision.outcome} /> },
          { key: "votes", label: t("decisions:one.votes-body"), value: <InLanguage text={body.name} /> },
          {
            key: "item",
            label: t("decisions:one.item"),
            value: item ? (
              <>
                <InLanguage text={item.title} />, {instant(item.startsAt)}
              </>
            ) : (
              t("decisions:one.no-item")
            ),
          },
          ...(decision.decidedOn ? [{ key: "decided", label: t("decisions:office.decided"), value: date(decision.decidedOn) }] : []),
          ...(decision.implementedOn ? [{ key: "implemented", label: t("decisions:state.implemented"), value: date(decision.implementedOn) }] : []),
          ...(decision.outcome
            ? [{ key: "told", label: t("decisions:one.told"), value: isTold ? t("decisions:one.told-of", { number: number(notices.told), failed: number(notices.failed), without: number(notices.withoutAddress) }) : t("decisions:notices.none") }]
            : []),
        ]}
      />
      <Paragraphs text={decision.text} />
      <ul className="govuk-list">
        {may.change && <WayOn to={decisionTextsPath(partnership, decision.id)} name="change" />}
        <WayOn to={takePartPath(partnership, decision)} name="take-part" />
        {shown.isPublic && <WayOn to={decisionPath(partnership, decision)} name="public" />}
        {decision.outcome && <WayOn to={noticesPath(partnership, decision)} name="notices" />}
        <WayOn to={disputePath(partnership, "new", { decision: decision.id })} name="dispute" />
      </ul>
      <div id="deeds">
        {blocks.length > 0 && (
          <>
            <h2 className="govuk-heading-m">{t(may.open ? "decisions:one.blocked-open" : "decisions:one.blocked-close")}</h2>
            <ul className="govuk-list govuk-list--bullet">
              {blocks.map((block) => (
                <li key={block.code}>{sayBlock(block, words)}</li>
              ))}
            </ul>
          </>
        )}
        <form method="post" noValidate>
          <ButtonGroup>
            {may.open && blocks.length === 0 && <Deed value="open" isMain />}
            {may.close && !countsHands && blocks.length === 0 && <ButtonLink to={officeDecisionPath(partnership, decision, { ask: "close" })}>{t("decisions:deed.close")}</ButtonLink>}
            {may.takeBack && <Deed value="take-back" />}
            {may.implement && <Deed value="implement" />}
            {may.defer && <PageLink to={officeDecisionPath(partnership, decision, { ask: "defer" })}>{t("decisions:deed.defer")}</PageLink>}
            {may.remove && <PageLink to={officeDecisionPath(partnership, decision, { ask: "remove" })}>{t("decisions:deed.remove")}</PageLink>}
          </ButtonGroup>
        </form>
      </div>
      {countsHands && (
        <form method="post" noValidate>
          <p className="govuk-body">{t("decisions:one.hands")}</p>
          {voices.map((voice) => (
            <TextField key={voice} name={voice} label={t(`decisions:voice.${voice}`)} width={4} inputMode="numeric" value={hands?.[voice]} />
          ))}
          <Deed value="close" isMain />
        </form>
      )}
      {decision.openedAt && !countsHands && (
        <>
          <p className="govuk-body">{sayTally(shown.tally, words)}</p>
          <Table
            caption={t("decisions:one.voters")}
            stacks
            columns={["member", "organisation", "voice"].map((key) => ({ key, heading: t(`decisions:one.${key}`) }))}
            rows={shown.voters.map(({ appointmentId, name, organisation, voice }) => ({
              key: appointmentId,
              cells: [<bdi>{name}</bdi>, organisation ? <InLanguage text={organisation} /> : t("decisions:one.no-organisation"), voice ? t(`decisions:voice.${voice}`) : t("decisions:one.no-voice")],
            }))}
          />
          <p className="govuk-body">
            <PageLink to={votesPath(partnership, decision)}>{t("decisions:one.record")}</PageLink>
          </p>
        </>
      )}
      {(["own", "full"] as const).map((which) => {
        const counted = decision.tallies[which];
        return counted && <p key={which} className="govuk-body">{t(`decisions:one.counted-${which}`)} {sayTally(counted, words)}</p>;
      })}
      <SaidList heading={t("decisions:one.interests")} said={shown.interests} />
      <SaidList heading={t("decisions:one.vetoes")} said={shown.vetoes} />
      {shown.settling && <SettlingWays {...shown.settling} />}
      {shown.resting.length > 0 && (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">{t("decisions:resting.title")}</h2>
          <p className="govuk-body">{t("decisions:resting.text")}</p>
          <ul className="govuk-list govuk-list--spaced">
            {shown.resting.map(({ kind, id, bodyName, note }) => (
              <li key={id}>
                {t(`decisions:resting.${kind}`)} <InLanguage text={bodyName} /> (<bdi>{note}</bdi>){" "}
                <button type="submit" name="deed" value={`${kind} ${id}`} className="link-button">
                  {t("decisions:resting.button")}
                  <span className="govuk-visually-hidden">
                    : {t(`decisions:resting.${kind}`)} <InLanguage text={bodyName} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <h2 className="govuk-heading-m">{t("decisions:met.title")}</h2>
      <SafeguardList judged={shown.judged} />
    </>
  );
}

function WayOn({ to, name }: { to: string; name: string }) {
  const { t } = useWords();
  return (
    <li>
      <PageLink to={to}>{t(`decisions:way.${name}`)}</PageLink>
    </li>
  );
}

function Deed({ value, isMain = false }: { value: string; isMain?: boolean }) {
  const { t } = useWords();
  return (
    <Button look={isMain ? "main" : "secondary"} name="deed" value={value}>
      {t(`decisions:deed.${value}`)}
    </Button>
  );
}
