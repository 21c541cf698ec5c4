import { Button } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import type { BasisPart } from "../basis.ts";
import { makingSteps, type Told } from "../making.ts";

type MakingProps = {
  /** When it was last begun; null where it never was. */
  startedAt: Date | null;
  /** How far it is; null where nobody is at it. */
  told: Told | null;
  lookAgainAt: string;
};

/** How far what would be published is worked out, or a button to have it worked out. */
export function Making({ startedAt, told, lookAgainAt }: MakingProps) {
  const { t, number, instant } = useWords();
  if (!told || !startedAt) {
    return (
      <>
        {startedAt && <WarningText>{t("publication:making.broken-off", { at: instant(startedAt) })}</WarningText>}
        <p className="govuk-body">{t("publication:making.lead")}</p>
        <WorkOut text={t("publication:making.begin")} />
      </>
    );
  }
  const { step, done, of } = told;
  const place = { place: number(makingSteps.indexOf(step) + 1), steps: number(makingSteps.length), what: t(`publication:making.${step}`) };
  return (
    <>
      <InsetText>
        <p className="govuk-body">{t("publication:making.since", { at: instant(startedAt) })}</p>
        <p className="govuk-body">{of === 0 ? t("publication:making.at", place) : t("publication:making.at-of", { ...place, done: number(done), of: number(of) })}</p>
      </InsetText>
      <p className="govuk-body">
        <PageLink to={lookAgainAt}>{t("publication:making.look-again")}</PageLink>
      </p>
    </>
  );
}

/** What has changed since it was worked out, and a button to have that done again. */
export function Moved({ parts }: { parts: readonly BasisPart[] }) {
  const { t } = useWords();
  return (
    <>
      <WarningText>{t("publication:moved.lead")}</WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {parts.map((part) => (
          <li key={part}>{t(`publication:moved.${part}`)}</li>
        ))}
      </ul>
      <WorkOut text={t("publication:moved.again")} />
    </>
  );
}

function WorkOut({ text }: { text: string }) {
  return (
    <form method="post" noValidate>
      <Button name="deed" value="work-out">
        {text}
      </Button>
    </form>
  );
}
