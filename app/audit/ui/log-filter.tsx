import { installation, nobody, sights, type LogProblem, type LogTyped } from "#app/audit/filter.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { DateField, dateParts } from "#app/shared/ui/date-field.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Option = { value: string; label: string };
type LogFilterFormProps = {
  typed: LogTyped;
  problems: readonly LogProblem[];
  people: readonly Option[];
  actions: readonly Option[];
  /** Whether what belongs to no partnership may be asked for. */
  withInstallation: boolean;
  /** Where nothing is filtered. */
  allAt: string;
};

/** What is chosen stays among the choices, be it somebody or something that is not in the list. */
function withChosen(options: readonly Option[], chosen: string): Option[] {
  if (chosen === "" || options.some(({ value }) => value === chosen)) return [...options];
  return [...options, { value: chosen, label: chosen }];
}

/** Asks which entries of the audit log are shown. */
export function LogFilterForm({ typed, problems, people, actions, withInstallation, allAt }: LogFilterFormProps) {
  const { t } = useWords();
  const errorAt = (field: string) => {
    const problem = problems.find(({ at }) => at === field || at.startsWith(`${field}-`));
    return problem && t(`audit:problem.${problem.code}`);
  };
  const isChosen = typed.person !== "" || typed.action !== "" || [typed.from, typed.to].some((date) => dateParts.some((part) => date[part] !== ""));
  return (
    <form method="get" noValidate>
      <h2 className="govuk-heading-m">{t("audit:filter.heading")}</h2>
      {withInstallation && (
        <Select
          name="of"
          label={t("audit:filter.of")}
          value={typed.of}
          options={[
            { value: "", label: t("audit:filter.of-partnership") },
            { value: installation, label: t("audit:filter.of-installation") },
          ]}
        />
      )}
      <Select
        name="person"
        label={t("audit:filter.person")}
        value={typed.person}
        error={errorAt("person")}
        options={withChosen([{ value: "", label: t("audit:filter.anybody") }, { value: nobody, label: t("audit:filter.nobody") }, ...people], typed.person)}
      />
      <Select
        name="action"
        label={t("audit:filter.action")}
        value={typed.action}
        error={errorAt("action")}
        options={withChosen([{ value: "", label: t("audit:filter.anything") }, { value: sights, label: t("audit:filter.sights") }, ...actions], typed.action)}
      />
      <DateField name="from" label={t("audit:filter.from")} labelSize="s" hint={t("audit:filter.hint")} value={typed.from} error={errorAt("from")} />
      <DateField name="to" label={t("audit:filter.to")} labelSize="s" value={typed.to} error={errorAt("to")} />
      <ButtonGroup>
        <Button>{t("audit:filter.show")}</Button>
        {isChosen && <PageLink to={allAt}>{t("audit:filter.clear")}</PageLink>}
      </ButtonGroup>
    </form>
  );
}
