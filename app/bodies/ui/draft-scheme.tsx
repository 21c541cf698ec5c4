// The version of seats that is being worked on: its lines, what is said of the whole, and entering that it was agreed.
import type { Text } from "#app/shared/languages.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textIn } from "#app/shared/languages.ts";
import { seatLinePath, seatsPath } from "../body-paths.ts";
import type { Covered } from "../coverage.ts";
import type { SchemeProblem, SeatRange } from "../seat-scheme.ts";
import { sectors } from "../sector.ts";
import { CoverageTable } from "./coverage-table.tsx";
import { MandateField } from "./mandate-field.tsx";
import { LineTable, SeatRangeText, type LineShown } from "./line-table.tsx";

type Props = {
  partnership: { slug: string };
  body: { slug: string; name: Text };
  draft: { version: number; lines: LineShown[]; range: SeatRange; wrong: SchemeProblem[]; covered: Covered[] | null };
  fields: ReturnType<typeof useFields>;
  /** Whose seats there are no more. */
  leaving: readonly string[];
  /** Whether only a decision of the full partnership lets a version hold, and which there are. */
  needsDecision: boolean;
  mandates: readonly { id: string; title: Text }[];
};

export function DraftScheme({ partnership, body, draft, fields: { entries, before, errorAt, dayField }, leaving, needsDecision, mandates }: Props) {
  const { t, number, language, list } = useWords();
  const holderOf = (lineId: string | null) => textIn(draft.lines.find(({ id }) => id === lineId)?.holder ?? {}, language).text;
  const siblings = (line: LineShown) => draft.lines.filter(({ isWithin }) => isWithin === line.isWithin);
  const field = (name: string) => ({ name, label: t(`seats:field.${name}`), hint: t(`seats:field.${name}-hint`), value: entries[name] ?? "", error: errorAt(name) });
  return (
    <>
      <h2 className="govuk-heading-m" id="new">
        {t("seats:draft.title", { version: number(draft.version) })}
      </h2>
      <p className="govuk-body">
        {t("seats:draft.lead")} {t("seats:scheme.in-all")} <SeatRangeText range={draft.range} />.
      </p>
      {draft.lines.length > 0 && (
        <form method="post" noValidate>
          <LineTable
            caption={t("seats:scheme.lines")}
            lines={draft.lines}
            change={(line) => (
              <>
                <PageLink to={seatLinePath(partnership, body, line.id)}>
                  {t("shared:change")} <span className="govuk-visually-hidden">{holderOf(line.id)}</span>
                </PageLink>{" "}
                <StepButtons
                  name={holderOf(line.id)}
                  field="deed"
                  valueOf={(way) => `${way} ${line.id}`}
                  mayGo={(way) => siblings(line).at(way === "up" ? 0 : -1)?.id !== line.id}
                />
              </>
            )}
          />
        </form>
      )}
      <ButtonLink to={seatLinePath(partnership, body)} look="secondary">
        {t("seats:line.new")}
      </ButtonLink>
      {draft.covered && draft.lines.length > 0 && (
        <>
          <h3 className="govuk-heading-s" id="covers">{t("seats:coverage.title")}</h3>
          <CoverageTable covered={draft.covered} lines={draft.lines} />
        </>
      )}
      <h3 className="govuk-heading-s">{t("seats:draft.whole")}</h3>
      <form method="post" noValidate>
        <TextField {...field("totalLeast")} inputMode="numeric" width={3} autoComplete="off" />
        <TextField {...field("totalMost")} inputMode="numeric" width={3} autoComplete="off" />
        <Checkboxes {...field("shareSectors")} labelSize="s" small values={(entries.shareSectors ?? "").split(" ")} choices={sectors.map((value) => ({ value, label: t(`bodies:sector.${value}`) }))} />
        <TextField {...field("shareLeast")} inputMode="numeric" width={3} suffix="%" autoComplete="off" />
        <TextField {...field("turns")} inputMode="numeric" width={3} autoComplete="off" />
        <DateField {...dayField("turnsFrom")} labelSize="s" hint={t("seats:field.turnsFrom-hint")} />
        <AsOpened entries={before} />
        <Button look="secondary" name="deed" value="totals">
          {t("bodies:details.save")}
        </Button>
      </form>
      <h3 className="govuk-heading-s" id="agree">{t("seats:agree.title")}</h3>
      {draft.wrong.length > 0 && (
        <InsetText>
          <ul className="govuk-list govuk-list--bullet">
            {draft.wrong.map(({ code, lineId }) => (
              <li key={`${code} ${lineId}`}>{t(`seats:wrong.${code}`, { line: holderOf(lineId) })}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {draft.wrong.length === 0 && needsDecision && <InsetText>{t("seats:agree.needs-decision")}</InsetText>}
      {draft.wrong.length === 0 && (
        <form method="post" noValidate>
          {leaving.length > 0 && <WarningText>{t("seats:agree.leaving", { count: leaving.length, number: number(leaving.length), names: list(leaving.map((name) => `\u2068${name}\u2069`)) })}</WarningText>}
          <DateField {...dayField("starts")} labelSize="s" hint={t("seats:field.starts-hint")} />
          <MandateField mandates={mandates} value={entries.decision ?? ""} error={errorAt("decision")} />
          {!needsDecision && <TextField {...field("note")} autoComplete="off" />}
          <Button name="deed" value="agree">
            {t("seats:agree.yes")}
          </Button>
        </form>
      )}
      <ButtonGroup>
        <PageLink to={seatsPath(partnership, body, { ask: "discard" })}>{t("seats:discard.link")}</PageLink>
      </ButtonGroup>
    </>
  );
}
