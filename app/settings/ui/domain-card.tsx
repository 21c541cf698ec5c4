import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorMessage } from "#app/shared/ui/form-group.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** "address": it is the partnership's; "before": it leads there; "waits": nothing leads to it yet. */
export type ShownDomain = { host: string; readable: string | null; state: "address" | "before" | "waits"; since: string | null; address: string };

type DomainCardProps = {
  domain: ShownDomain;
  /** What the check found. */
  problem: string | undefined;
  /** Whether it may be taken into use although the check did not reach it. */
  mayInsist: boolean;
  /** Where one is asked before a name in use is removed. */
  askPath: string;
};

/** A host name, what it is for, and what may be done with it. */
export function DomainCard({ domain, problem, mayInsist, askPath }: DomainCardProps) {
  const { t } = useWords();
  const { host, readable, state, since } = domain;
  const name = readable ?? host;
  const id = `host-${host}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="card__title" id={id} tabIndex={-1}>
        <bdi>{name}</bdi>
      </h2>
      {readable && (
        <p className="govuk-body">
          {t("settings:domain.ascii")} <bdi>{host}</bdi>
        </p>
      )}
      <p className="govuk-body">{t(`settings:domain.state.${state}`, { since: since ?? "" })}</p>
      {problem && <ErrorMessage id={id} text={problem} />}
      {mayInsist && state !== "address" && <p className="govuk-body">{t("settings:domain.insist-text")}</p>}
      <form method="post" noValidate>
        <input type="hidden" name="domain" value={host} />
        <ButtonGroup>
          {state !== "address" && (
            <Button look={state === "waits" ? "main" : "secondary"} name="intent" value="check">
              {t("settings:domain.check-button", { host: name })}
            </Button>
          )}
          {state !== "address" && mayInsist && (
            <Button look="warning" name="intent" value="use">
              {t("settings:domain.insist", { host: name })}
            </Button>
          )}
          {state === "waits" ? (
            <Button look="secondary" name="intent" value="remove">
              {t("settings:domain.remove", { host: name })}
            </Button>
          ) : (
            <ButtonLink look="secondary" to={askPath}>
              {t("settings:domain.remove", { host: name })}
            </ButtonLink>
          )}
        </ButtonGroup>
      </form>
    </section>
  );
}
