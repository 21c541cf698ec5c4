import type { Reading } from "#app/forms/condition-words.ts";
import { ConditionReading } from "#app/forms/ui/condition-reading.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Group } from "../condition-draft.ts";
import { ConditionGroup, type GroupProps } from "./condition-group.tsx";

/** What is told of a condition before it is saved: how it reads, what would be amiss, or what somebody else saved meanwhile. */
export type ConditionNews = {
  kind: "read" | "warned" | "clash";
  reading: Reading | null;
  /** `part` names what else of the form it is about. */
  warnings: readonly { part: string | null; text: string }[];
};

type ConditionFormProps = Pick<GroupProps, "askable" | "names" | "problems"> & {
  draft: Group;
  /** The condition as it stood when it was opened. */
  stood: string;
  now: { reading: Reading | null; warnings: readonly string[] };
  news: ConditionNews | null;
  isEditable: boolean;
};

export function ConditionForm({ draft, stood, now, news, isEditable, askable, names, problems }: ConditionFormProps) {
  const { t } = useWords();
  const mayBeMade = isEditable && askable.length > 0;
  return (
    <>
      {news ? <News news={news} /> : <Now {...now} />}
      {isEditable && askable.length === 0 && <p className="govuk-body">{t("conditions:editor.nothing-before")}</p>}
      {mayBeMade && (
        <form method="post" noValidate>
          <input type="hidden" name="stood" value={stood} />
          {/* The Enter key saves rather than pressing the first button of a row. */}
          <button type="submit" name="do" value="save" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
            {t("conditions:editor.save")}
          </button>
          <ConditionGroup group={draft} path="0" {...{ askable, names, problems }} />
          <ButtonGroup>
            <Button name="do" value={news?.kind === "warned" ? "save-warned" : "save"}>
              {t(news?.kind === "warned" ? "conditions:editor.save-warned" : "conditions:editor.save")}
            </Button>
            <Button look="secondary" name="do" value="read">
              {t("conditions:editor.read")}
            </Button>
            {stood !== "null" && (
              <Button look="secondary" name="do" value="clear">
                {t("conditions:editor.clear")}
              </Button>
            )}
          </ButtonGroup>
        </form>
      )}
    </>
  );
}

function Now({ reading, warnings }: ConditionFormProps["now"]) {
  const { t } = useWords();
  return (
    <>
      {reading ? <ConditionReading reading={reading} /> : <p className="govuk-body">{t("conditions:editor.always")}</p>}
      {warnings.map((text) => (
        <WarningText key={text}>{text}</WarningText>
      ))}
    </>
  );
}

function News({ news: { kind, reading, warnings } }: { news: ConditionNews }) {
  const { t } = useWords();
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">{t(`conditions:editor.news.${kind}`)}</p>
      {reading ? <ConditionReading reading={reading} /> : <p className="govuk-body">{t("conditions:editor.always")}</p>}
      {kind !== "clash" &&
        warnings.map(({ part, text }) => (
          <WarningText key={`${part} ${text}`}>{part === null ? text : t("conditions:editor.elsewhere", { part, text })}</WarningText>
        ))}
      {kind === "read" && warnings.length === 0 && <p className="govuk-body">{t("conditions:editor.sound")}</p>}
    </NotificationBanner>
  );
}
