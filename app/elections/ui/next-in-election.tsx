// Who is next in an election for a seat, how that was found, and what those said who were asked.
import type { Sheet } from "#app/counting/sheet.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { OfferState } from "../offer.ts";
import { StageList, StageTable } from "./stages.tsx";

type Props = {
  next: { id: string; name: string; organisation: string; by: "count" | "sheet"; hasAddress: boolean; sheet: Sheet | null } | null;
  nobody: string | null;
  offers: readonly { id: string; name: string; answerBy: string; state: OfferState }[];
};

const colours: Record<OfferState, TagColour> = { waiting: "blue", late: "yellow", accepted: "green", declined: "grey" };

export function NextInElection({ next, nobody, offers }: Props) {
  const { t, date } = useWords();
  if (!next && !nobody && offers.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("offers:next.title")}</h2>
      {offers.map(({ id, name, answerBy, state }) => (
        <div key={id}>
          <p className="govuk-body">
            <bdi>{name}</bdi> <Tag colour={colours[state]}>{t(`offers:state.${state}`)}</Tag>
            {state === "waiting" && ` ${t("offers:next.until", { date: date(answerBy) })}`}
          </p>
          {(state === "waiting" || state === "late") && (
            <form method="post" noValidate>
              <p className="govuk-body">{t("offers:next.write-down")}</p>
              <input type="hidden" name="offer" value={id} />
              <ButtonGroup>
                <Button name="deed" value="accept" look="secondary">
                  {t("offers:next.accepted")}
                </Button>
                <Button name="deed" value="decline" look="secondary">
                  {t("offers:next.declined")}
                </Button>
              </ButtonGroup>
            </form>
          )}
        </div>
      ))}
      {nobody && <p className="govuk-body">{t(`offers:nobody.${nobody}`)}</p>}
      {next && (
        <>
          <p className="govuk-body">
            {t("offers:next.is")}{" "}
            <strong>
              <bdi>{next.name}</bdi>
            </strong>
            {next.organisation && (
              <>
                {" – "}
                <bdi>{next.organisation}</bdi>
              </>
            )}
          </p>
          <p className="govuk-body">{t(`offers:found.${next.by}`)}</p>
          {next.sheet && (
            <Details summary={t("offers:next.sheet")}>
              <StageList sheet={next.sheet} />
              <StageTable sheet={next.sheet} />
            </Details>
          )}
          <form method="post" noValidate>
            <input type="hidden" name="nomination" value={next.id} />
            <p className="govuk-body">{t(next.hasAddress ? "offers:next.letter" : "offers:next.no-address")}</p>
            <Button name="deed" value="ask">
              {t("offers:next.ask")}
            </Button>
          </form>
        </>
      )}
    </>
  );
}
