import type { ReactNode } from "react";
import { languageNames } from "#app/shared/languages.ts";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { dayOf } from "#app/shared/dates.ts";
import type { Details } from "../details.ts";

type DetailsSummaryProps = {
  details: Details & { isLate: boolean };
  /** Where they are entered again; without it they can only be read. */
  changeAt?: string;
};

/** How a response came, from whom, and how it may be published. */
export function DetailsSummary({ details, changeAt }: DetailsSummaryProps) {
  const { t, date, number } = useWords();
  const { channel, language, version, receivedAt, said, sheet, signatures, helper, original, isLate } = details;
  const { organisation } = said;
  const own = (text: string | null | undefined) => (text ? <bdi>{text}</bdi> : null);
  const day = dayOf(receivedAt);
  const rows: [key: string, label: string, value: ReactNode][] = [
    ["channel", t("intake:details.channel"), t(`consultations:channel.${channel}`)],
    ["received", t("intake:details.received"), isLate ? t("intake:late-on", { date: date(day) }) : date(day)],
    ["language", t("intake:details.language"), languageNames[language]],
    ["version", t("intake:details.version"), number(version)],
    ["sheet", t("intake:details.sheet"), own(sheet)],
    ["signatures", t("intake:details.signatures"), signatures === null ? null : number(signatures)],
    ["as", t("intake:details.as"), t(`office:respondent.${said.respondentType}`)],
    ["name", t("intake:details.name"), own(said.name)],
    ["email", t("intake:details.email"), own(said.email)],
    ["organisation", t("intake:details.organisation"), own(organisation?.name)],
    ["members", t("intake:details.members"), own(organisation?.membersRepresented)],
    ["gathered", t("intake:details.gathered"), own(organisation?.howViewsGathered)],
    ["publish", t("intake:details.publish"), t(`office:permission.${said.permission}`)],
    ["confidential", t("intake:details.confidential"), said.confidentialityRequested ? t("intake:details.confidential-yes") : null],
    ["reason", t("intake:details.confidential-reason"), own(said.confidentialityReason)],
    ["helper", t("intake:details.helper-name"), own(helper?.name)],
    ["helper-role", t("intake:details.helper-role"), own(helper?.role)],
    ["original", t("intake:details.original"), original && <div className="plain-text" dir="auto">{original}</div>],
  ];
  return (
    <section>
      <h2 className="govuk-heading-m">{t("intake:details.receipt")}</h2>
      <SummaryList rows={rows.filter(([, , value]) => value).map(([key, label, value]) => ({ key, label, value }))} />
      {changeAt && (
        <p className="govuk-body">
          <PageLink to={changeAt}>{t("intake:check.change-details")}</PageLink>
        </p>
      )}
    </section>
  );
}
