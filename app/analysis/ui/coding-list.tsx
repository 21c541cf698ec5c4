import { Form } from "@remix-run/react";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { stances } from "../coding.ts";
import type { CodingShown } from "../coding-shown.ts";
import { KeyHint, type Keys } from "./reading-keys.tsx";

/** The codes on a text: which, on what, by whom; on a page where they are given, one's own can be changed and taken back. */
export function CodingList({ codings, change }: { codings: readonly CodingShown[]; change?: { keys: Keys } }) {
  const lastOwn = codings.findLast(({ isMine }) => isMine)?.id;
  return (
    <ul className="govuk-list govuk-list--spaced coding-list">
      {codings.map((coding) => (
        <li key={`${coding.id} ${coding.stance ?? ""}`}>
          <CodingLine coding={coding} />
          {change && coding.isMine && <ChangeCoding coding={coding} keys={change.keys} isLast={coding.id === lastOwn} />}
        </li>
      ))}
    </ul>
  );
}

function CodingLine({ coding: { number, code, quote, stance, says, isNew, isShared, isFromCampaign } }: { coding: CodingShown }) {
  const { t } = useWords();
  return (
    <>
      {number !== null && (
        <>
          <span className="coded__number">
            <span className="govuk-visually-hidden">{t("coding:part.named")} </span>
            {number}
          </span>{" "}
        </>
      )}
      <strong className="govuk-!-font-weight-bold">
        <bdi>{code}</bdi>
      </strong>
      {stance !== null && <> · {t(`coding:stance.${stance}`)}</>}
      {isNew && (
        <>
          {" "}
          <Tag colour="yellow">{t("coding:new")}</Tag>
        </>
      )}
      {quote === null ? null : (
        <q className="coding-list__quote">
          <bdi>{quote}</bdi>
        </q>
      )}
      <span className="coding-list__who">
        {says} {(isShared || isFromCampaign) && t(isFromCampaign ? "coding:campaign.from" : "coding:campaign.shared")}
      </span>
    </>
  );
}

function ChangeCoding({ coding: { id, code, stance, number }, keys, isLast }: { coding: CodingShown; keys: Keys; isLast: boolean }) {
  const { t } = useWords();
  const which = (
    <span className="govuk-visually-hidden">
      {" "}
      ({code}
      {number !== null && ` ${number}`})
    </span>
  );
  return (
    <Form method="post" replace preventScrollReset className="coding-list__change">
      <input type="hidden" name="coding" value={id} />
      <StanceSelect id={`stance-${id}`} label={t("coding:stance-of", { code })} isLabelHidden value={stance ?? ""} />
      <button className="link-button" name="deed" value="restance">
        {t("coding:restance")}
        {which}
      </button>
      <button className="link-button" name="deed" value="uncode" {...(isLast && { "data-keys": "x", "aria-keyshortcuts": "x" })}>
        {t("coding:uncode")}
        {which} {isLast && <KeyHint keys={keys} name="X" />}
      </button>
    </Form>
  );
}

type StanceSelectProps = { id: string; label: string; isLabelHidden?: boolean; value: string; onChange?: (stance: string) => void; shortcut?: string };

/** What whoever answered says to the thing. */
export function StanceSelect({ id, label, isLabelHidden = false, value, onChange, shortcut }: StanceSelectProps) {
  const { t } = useWords();
  const keys = shortcut === undefined ? {} : { "data-keys": shortcut, "aria-keyshortcuts": shortcut };
  const given = onChange ? { value, onChange: (event: { currentTarget: HTMLSelectElement }) => onChange(event.currentTarget.value) } : { defaultValue: value };
  return (
    <>
      <label className={isLabelHidden ? "govuk-visually-hidden" : "govuk-label"} htmlFor={id}>
        {label}
      </label>
      <select className="govuk-select" id={id} name="stance" {...given} {...keys}>
        <option value="">{t("coding:stance.none")}</option>
        {stances.map((stance) => (
          <option key={stance} value={stance}>
            {t(`coding:stance.${stance}`)}
          </option>
        ))}
      </select>
    </>
  );
}
