// The dates of an election to be typed; those that have passed are only shown.
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import type { Entries } from "#app/shared/edits.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import type { FieldError } from "#app/shared/ui/error-summary.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestReason } from "../election-form.ts";
import { timetableDays, type Timetable, type TimetableDay } from "../timetable.ts";

type Props = {
  fields: Fields;
  isPublished: boolean;
  /** Not saved yet: just worked out from the day of the notice. */
  isProposed: boolean;
  passed: readonly TimetableDay[];
  kept: Timetable | null;
  stands: Entries;
  errors: readonly FieldError[];
  doubts: readonly FieldError[];
  /** Dates that would follow those that were typed, where these come too late for what stands there. */
  later: readonly { day: TimetableDay; on: string }[];
  seen: string;
};

export function DateFields({ fields: { field, dayField, inEach, theirs }, isPublished, isProposed, passed, kept, stands, errors, doubts, later, seen }: Props) {
  const { t, date } = useWords();
  return (
    <form method="post" noValidate>
      {isProposed && <InsetText>{t("elections:dates.proposed")}</InsetText>}
      {doubts.length > 0 && (
        <InsetText>
          <p className="govuk-body">{t("elections:dates.doubts")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {doubts.map(({ href, text }) => (
              <li key={href + text}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {timetableDays.map((day) =>
        kept && passed.includes(day) ? (
          <p key={day} className="govuk-body">
            <strong>{t(`elections:date-field.${day}`)}</strong>
            <br />
            {t("elections:dates.passed", { date: date(kept[day]) })}
          </p>
        ) : (
          <div key={day}>
            <DateField {...dayField(day)} labelSize="s" error={errors.find(({ href }) => href === `#${day}-day`)?.text} />
            <Theirs said={theirs(day)} />
            {day === "nominationsCloseOn" && <p className="govuk-body">{t("elections:dates.noon")}</p>}
            {day === "pollClosesOn" && <TextField {...field("pollClosesTime")} hint={t("elections:date-field.pollClosesTime-hint")} width={5} dir="ltr" autoComplete="off" />}
          </div>
        ),
      )}
      {isPublished && inEach("reason", { rows: 3, most: longestReason })}
      <AsOpened entries={stands} />
      <input type="hidden" name="seen" value={seen} />
      {later.length > 0 && (
        <InsetText>
          <p className="govuk-body">{t("elections:dates.later.text")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {later.map(({ day, on }) => (
              <li key={day}>
                {t(`elections:date-field.${day}`)}: {date(on)}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <div className="govuk-button-group">
        <Button>{t(doubts.length > 0 ? "elections:dates.save-with-doubts" : "elections:save")}</Button>
        {later.length > 0 && (
          <Button look="secondary" name="deed" value="later">
            {t("elections:dates.later.take")}
          </Button>
        )}
      </div>
    </form>
  );
}
