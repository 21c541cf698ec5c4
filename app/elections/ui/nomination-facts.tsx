// Everything of a nomination, for those who run the election.
import type { ReactNode } from "react";
import { directionOf, type Language, type Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { NominationState, Ruling, RulingReason, SupportPart } from "../nomination.ts";
import { NominationTag } from "./nomination-tag.tsx";
import { StatementText } from "./statement-text.tsx";

type Nomination = {
  by: "self" | "other";
  organisation: Text;
  email: string;
  telephone: string | null;
  language: string;
  statementLanguage: Language;
  state: NominationState;
  isEligible: boolean;
  sentAt: string;
  consentedAt: string | null;
  withdrawnAt: string | null;
  ruling: Ruling | null;
  ruledAt: string | null;
  reason: { code: RulingReason; words: string } | null;
  statement: Text;
  conflicts: string;
  service: string;
  photoAlt: Text;
  groups: { category: Text; group: Text }[];
  supports: { part: SupportPart; organisation: Text; said: "asked" | "confirmed" | "declined"; on: string | null }[];
};

export function NominationFacts({ nomination: one, photo, maySay }: { nomination: Nomination; photo: string | null; maySay: boolean }) {
  const { t } = useWords();
  const none = t("candidates:one.none");
  const own = (said: string) => (said === "" ? none : <span className="plain-text" lang={one.statementLanguage} dir={directionOf(one.statementLanguage)}>{said}</span>);
  const facts: [string, ReactNode][] = [
    ["state", <NominationTag key="state" state={one.state} />],
    ["by", t(`candidates:form.by-${one.by}`)],
    ["organisation", Object.keys(one.organisation).length > 0 ? <InLanguage text={one.organisation} /> : none],
    ["email", one.email ? <bdi dir="ltr">{one.email}</bdi> : none],
    ["telephone", one.telephone ? <bdi dir="ltr">{one.telephone}</bdi> : none],
    ["language", one.language],
    ["sent", one.sentAt],
    ["consent", one.consentedAt ?? t("candidates:office.not-consented")],
    ["eligible", t(one.isEligible ? "candidates:one.eligible-yes" : "candidates:one.eligible-no")],
    ...(one.withdrawnAt ? [["withdrawn", one.withdrawnAt] as [string, ReactNode]] : []),
    ["conflicts", own(one.conflicts)],
    ["service", own(one.service)],
    ["groups", one.groups.length === 0 ? none : one.groups.map(({ category, group }, index) => <span key={index} className="govuk-!-display-block"><InLanguage text={category} />: <InLanguage text={group} /></span>)],
    ["ruling", one.ruling === null ? t("candidates:one.no-ruling") : `${t(`candidates:ruling.${one.ruling}`)} (${one.ruledAt})`],
    ...(one.reason ? [["why", <span key="why"><span className="govuk-!-display-block">{t(`candidates:reason.${one.reason.code}`)}</span><span className="plain-text" dir="auto">{one.reason.words}</span></span>] as [string, ReactNode]] : []),
  ];
  return (
    <>
      <SummaryList rows={facts.map(([key, value]) => ({ key, label: t(`candidates:one.field.${key}`), value }))} />
      {one.supports.length > 0 && <h2 className="govuk-heading-m">{t("candidates:office.supporters")}</h2>}
      {one.supports.map(({ part, organisation, said, on }) => (
        <form key={part} method="post" noValidate>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            {t(`candidates:part.${part}`)}: <InLanguage text={organisation} />
          </h3>
          <p className="govuk-body">
            {t(`candidates:support-said.${said}`)}
            {on && <> ({on})</>}
          </p>
          {said !== "confirmed" && maySay && one.consentedAt !== null && one.withdrawnAt === null && (
            <Button look="secondary" name="deed" value={`confirm-${part}`}>
              {t(`candidates:one.confirm-${part}`)}
            </Button>
          )}
        </form>
      ))}
      <h2 className="govuk-heading-m">{t("candidates:one.field.statement")}</h2>
      <StatementText text={one.statement} />
      <h2 className="govuk-heading-m">{t("candidates:one.field.photo")}</h2>
      {photo ? (
        <>
          <img className="candidate-photo" src={photo} alt="" />
          <p className="govuk-body">{t("candidates:one.photo-alt", { text: Object.values(one.photoAlt)[0] ?? "" })}</p>
        </>
      ) : (
        <p className="govuk-body">{t("candidates:list.no-photo")}</p>
      )}
    </>
  );
}
