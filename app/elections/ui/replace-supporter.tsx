// A candidate names another organisation in place of one that does not stand behind them.
import { byLetter } from "#app/shared/by-letter.ts";
import { textIn, within, type Text } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { SupportPart } from "../nomination.ts";

type ReplaceProps = {
  election: { title: Text };
  replacing: { part: SupportPart; organisation: Text; members: { id: string; name: Text }[] };
  token: string;
  backTo: string;
  isRefused: boolean;
};

export function ReplaceSupporter({ election, replacing: { part, organisation, members }, token, backTo, isRefused }: ReplaceProps) {
  const words = useWords();
  const { t, language } = words;
  const { options, groups } = byLetter(members.map(({ id, name }) => ({ value: id, label: textIn(name, language).text })), language);
  const problem = isRefused ? t("candidates:problem.supporter") : undefined;
  return (
    <>
      <BackLink to={backTo} text={t("candidates:mine.mine.title")} />
      <ErrorSummary errors={problem ? [{ href: "#member", text: problem }] : []} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t(`candidates:mine.supporter.${part}`)}</PageHeading>
      <p className="govuk-body">{t("candidates:mine.supporter.text", { organisation: within(organisation, words) })}</p>
      <form method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" value={token} />
        <input type="hidden" name="part" value={part} />
        <Select
          name="member"
          label={t(`candidates:form.${part}`)}
          error={problem}
          options={[{ value: "", label: t("candidates:form.choose") }, ...options]}
          groups={groups}
        />
        <Button name="deed" value="replace">
          {t("candidates:mine.supporter.yes")}
        </Button>
      </form>
    </>
  );
}
