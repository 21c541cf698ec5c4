// What a member's dates tell, whether it votes, and what can be done with it.
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { MemberState as State, WhyNoVote } from "../member.ts";
import { StateTag } from "./state-tag.tsx";

type Shown = {
  state: State;
  isAsked: boolean;
  dates: { joinedOn: string; confirmedOn: string; askOn: string; askedOn: string | null; until: string | null };
  noVote: WhyNoVote | null;
  /** Other members that the same person votes for. */
  also: string[];
};

export function MemberState({ member: { state, isAsked, dates, noVote, also }, here }: { member: Shown; here: (ask: string) => string }) {
  const { t, list } = useWords();
  const press = (deed: string, isMain = false) => (
    <Button look={isMain ? "main" : "secondary"} name="deed" value={deed}>
      {t(`networks:deed.${deed}`)}
    </Button>
  );
  const dated = (["joinedOn", "confirmedOn", "askOn", "askedOn", "until"] as const).flatMap((key) => (dates[key] === null ? [] : [{ key, label: t(`networks:date.${key}`), value: dates[key] }]));
  return (
    <>
      <SummaryList
        rows={[
          { key: "state", label: t("networks:members.state"), value: <StateTag state={state} /> },
          ...dated,
          { key: "vote", label: t("networks:member.vote"), value: noVote === null ? t("networks:member.votes") : t(`networks:no-vote.${noVote}`) },
        ]}
      />
      {also.length > 0 && <InsetText>{t("networks:member.also", { names: list(also) })}</InsetText>}
      <form method="post" noValidate>
        <ButtonGroup>
          {state === "left" ? press("rejoin") : press("confirm", state === "due" || state === "lapsed")}
          {state === "due" && !isAsked && press("asked")}
          {state === "suspended" && press("lift")}
          {state !== "left" && state !== "suspended" && <ButtonLink look="secondary" to={here("suspend")}>{t("networks:deed.suspend")}</ButtonLink>}
          {state !== "left" && <ButtonLink look="secondary" to={here("leave")}>{t("networks:deed.leave")}</ButtonLink>}
        </ButtonGroup>
      </form>
    </>
  );
}
