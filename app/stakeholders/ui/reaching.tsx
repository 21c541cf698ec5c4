// Whether letters reach a stakeholder: what did not arrive, whether they asked for no more, and what can be done about it.
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type ReachingProps = {
  stakeholder: { email: string | null; stopped: "unsubscribed" | "bounced" | null };
  bounces: { id: string; at: string; kind: string; status: string | null; source: string }[];
};

export function Reaching({ stakeholder: { email, stopped }, bounces }: ReachingProps) {
  const { t } = useWords();
  return (
    <>
      {stopped && <InsetText>{t(`stakeholders:reaching.${stopped}`)}</InsetText>}
      {bounces.length > 0 && (
        <>
          <h2 className="govuk-heading-s">{t("stakeholders:reaching.bounces")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {bounces.map(({ id, at, kind, status, source }) => (
              <li key={id}>
                {t(`stakeholders:reaching.${kind}`, { at })} {status && <bdi>{status}</bdi>} {t(`stakeholders:reaching.from-${source}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {stopped === "bounced" && (
        <form method="post" noValidate>
          <Button look="secondary" name="deed" value="try-again">{t("stakeholders:reaching.try-again")}</Button>
        </form>
      )}
      {stopped === "unsubscribed" && (
        <Details summary={t("stakeholders:reaching.they-changed")}>
          <p className="govuk-body">{t("stakeholders:reaching.allow-text")}</p>
          <form method="post" noValidate>
            <Button look="secondary" name="deed" value="allow">{t("stakeholders:reaching.allow")}</Button>
          </form>
        </Details>
      )}
      {stopped === null && (
        <Details summary={t("stakeholders:reaching.told-us")}>
          <form method="post" noValidate>
            <ButtonGroup>
              <Button look="secondary" name="deed" value="stop">{t("stakeholders:reaching.stop")}</Button>
              {email && <Button look="secondary" name="deed" value="hard">{t("stakeholders:reaching.wrong")}</Button>}
              {email && <Button look="secondary" name="deed" value="soft">{t("stakeholders:reaching.once")}</Button>}
            </ButtonGroup>
          </form>
        </Details>
      )}
    </>
  );
}
