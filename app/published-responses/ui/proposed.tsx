import type { Text } from "#app/shared/languages.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Whose } from "../publication.ts";

type ProposedProps = { proposed: { id: string; whose: Whose; labels: readonly Text[]; by: string | null; proposedAt: Date; set: number }; mayPublish: boolean };

/** What waits for a second person, with a button for whoever may be that. */
export function Proposed({ proposed, mayPublish }: ProposedProps) {
  const { t, number, instant } = useWords();
  const { id, whose, labels, by, proposedAt, set } = proposed;
  return (
    <InsetText>
      <h2 className="govuk-heading-m">{t("published-responses:proposed.heading")}</h2>
      <p className="govuk-body">{t("published-responses:proposed.by", { who: by ?? t("moderation:text.nobody"), at: instant(proposedAt), set: number(set) })}</p>
      <p className="govuk-body">{t(`published-responses:whose.${whose}`)}</p>
      {labels.length > 0 && (
        <>
          <p className="govuk-body">{t("published-responses:proposed.questions")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {labels.map((label, index) => (
              <li key={index}>
                <InLanguage text={label} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">{t(mayPublish ? "published-responses:proposed.consequence" : "published-responses:proposed.needs-another")}</p>
      <form method="post" noValidate>
        <input type="hidden" name="proposal" value={id} />
        <ButtonGroup>
          {mayPublish && (
            <Button name="deed" value="publish">
              {t("published-responses:proposed.publish")}
            </Button>
          )}
          <Button name="deed" value="drop" look="secondary">
            {t("published-responses:proposed.drop")}
          </Button>
        </ButtonGroup>
      </form>
    </InsetText>
  );
}
