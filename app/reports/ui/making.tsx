import { makingSteps, type Told } from "#app/publication/making.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";

type MakingProps = {
  making: { setNumber: number; told: Told; askedAt: Date; isUnderWay: boolean } | null;
  isFirst: boolean;
  /** The sets that figures can be made of; none for those who may not have any made. */
  sets: readonly { number: number }[];
  lookAgainAt: string;
};

/** How far the figures are, or a button to have them made. */
export function Making({ making, isFirst, sets, lookAgainAt }: MakingProps) {
  const { t, number, instant } = useWords();
  if (making?.isUnderWay) {
    const { step, done, of } = making.told;
    const place = { place: number(makingSteps.indexOf(step) + 1), steps: number(makingSteps.length), what: t(`publication:making.${step}`) };
    return (
      <InsetText>
        <p className="govuk-body">{t("reports:making.since", { at: instant(making.askedAt), set: number(making.setNumber) })}</p>
        <p className="govuk-body">{of === 0 ? t("publication:making.at", place) : t("publication:making.at-of", { ...place, done: number(done), of: number(of) })}</p>
        <PageLink to={lookAgainAt}>{t("publication:making.look-again")}</PageLink>
      </InsetText>
    );
  }
  const [newest] = sets;
  return (
    <>
      {making && <WarningText>{t("publication:making.broken-off", { at: instant(making.askedAt) })}</WarningText>}
      {newest && (
        <form method="post" noValidate>
          {sets.length > 1 && <Select name="set" label={t("reports:making.set")} value={String(newest.number)} options={sets.map((set) => ({ value: String(set.number), label: t("analysis:set.name", { set: number(set.number) }) }))} />}
          <Button name="deed" value="make" look={isFirst ? "main" : "secondary"}>
            {t(isFirst ? "reports:making.begin" : "reports:making.again")}
          </Button>
        </form>
      )}
    </>
  );
}
