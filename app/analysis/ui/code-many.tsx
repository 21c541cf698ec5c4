// A code for several texts of a list: each is chosen where it stands, and the code once for all of them.
import { Button } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { CodingChoices } from "../coding-shown.ts";
import type { ManyRefused } from "../many-codings.ts";
import { StanceSelect } from "./coding-list.tsx";

const formId = "code-many";

/** Whether a text of the list is chosen. */
export function ChooseText({ text: { id, responseId }, isChosen }: { text: { id: string; responseId: string }; isChosen: boolean }) {
  const { t } = useWords();
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input className="govuk-checkboxes__input" id={`choose-${id}`} form={formId} name="text" type="checkbox" value={id} defaultChecked={isChosen} />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`choose-${id}`}>
          {t("many-texts:choose")}
          <span className="govuk-visually-hidden"> ({responseId})</span>
        </label>
      </div>
    </div>
  );
}

type CodeManyProps = {
  choices: CodingChoices;
  /** How many of the page's texts can be chosen, and how many of them stand for a confirmed campaign. */
  toCode: number;
  inCampaign: number;
  refused: ManyRefused | undefined;
  /** The page with all its texts chosen, or with none. */
  chooseAll: string;
  chooseNone: string;
  isAllChosen: boolean;
};

export function CodeMany({ choices, toCode, inCampaign, refused, chooseAll, chooseNone, isAllChosen }: CodeManyProps) {
  const { t, number } = useWords();
  return (
    <section className="reading__many" aria-labelledby="many-heading">
      <h2 className="govuk-heading-s" id="many-heading">
        {t("many-texts:heading")}
      </h2>
      {toCode === 0 ? (
        <p className="govuk-body">{t("many-texts:none-to-code")}</p>
      ) : (
        <form method="post" id={formId} noValidate>
          <p className="govuk-body">{t("many-texts:lead")}</p>
          <p className="govuk-body">
            {isAllChosen ? <PageLink to={chooseNone}>{t("many-texts:choose-none")}</PageLink> : <PageLink to={chooseAll}>{t("many-texts:choose-all", { number: number(toCode) })}</PageLink>}
          </p>
          <Select
            name="code"
            id="give-code"
            label={t("many-texts:code")}
            value={refused?.code ?? ""}
            error={refused?.field === "code" ? refused.problem : undefined}
            options={[{ value: "", label: t("many-texts:code-none") }]}
            groups={choices.frames.map((frame) => ({ label: frame.name, options: frame.codes }))}
          />
          <div className="govuk-form-group">
            <StanceSelect id="give-stance" label={t("coding:stance.label")} value={refused?.stance ?? ""} />
          </div>
          {inCampaign > 0 && (
            <div className="govuk-form-group">
              <div className="govuk-checkboxes govuk-checkboxes--small">
                <div className="govuk-checkboxes__item">
                  <input className="govuk-checkboxes__input" id="give-shared" name="shared" type="checkbox" defaultChecked={refused?.isShared ?? false} />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor="give-shared">
                    {t("many-texts:for-campaign", { number: number(inCampaign) })}
                  </label>
                </div>
              </div>
            </div>
          )}
          <Button>{t("many-texts:give")}</Button>
        </form>
      )}
    </section>
  );
}
