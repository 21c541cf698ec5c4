// What a body is, at a glance.
import type { ReactNode } from "react";
import type { Text } from "#app/shared/languages.ts";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Body } from "../body.ts";

export function BodySummary({ body, parent, changePath }: { body: Body; parent: Text | null; changePath: string }) {
  const { t, number, date, several } = useWords();
  const listed = (values: readonly string[], word: string) => several(values.map((value) => t(`bodies:${word}.${value}`)));
  const hasText = (text: Text) => Object.keys(text).length > 0;
  const days = (name: string, count: number) => t(`bodies:one.${name}`, { count, number: number(count) });
  const minutes = { days: () => days("minutes-days", body.minutesInDays), weekday: () => t("bodies:one.minutes-weekday", { day: t(`bodies:weekday.${body.minutesInDays}`) }), approved: () => t("bodies:minutes-rule.approved") };
  const rows: [string, ReactNode][] = [
    ["kind", t(`bodies:kind.${body.kind}`)],
    ["isFull", body.isFull && t("bodies:field.isFull-yes")],
    ["parent", parent && <InLanguage text={parent} />],
    ["purpose", hasText(body.purpose) && <Paragraphs text={body.purpose} />],
    ["themes", listed(body.themes, "theme")],
    ["crossCutting", listed(body.crossCutting, "theme")],
    ["areaCodes", body.areaCodes.length > 0 && <bdi>{body.areaCodes.join(", ")}</bdi>],
    ["decisionModel", t(`bodies:model.${body.decisionModel}`)],
    ["chairChosenBy", t(`bodies:chair-way.${body.chairChosenBy}`)],
    ["quorum", body.quorum !== null && t("bodies:one.quorum", { count: body.quorum, number: number(body.quorum) })],
    ["meets", hasText(body.meets) && <InLanguage text={body.meets} />],
    ["isOpen", t(body.isOpen ? "bodies:one.open" : "bodies:one.closed")],
    ["papersInDays", days("papers", body.papersInDays)],
    ["minutesRule", minutes[body.minutesRule]()],
    ["reportBackInDays", days("report-back", body.reportBackInDays)],
    ["mostMissed", body.mostMissed !== null && days("most-missed", body.mostMissed)],
    ["mayCoOpt", body.mayCoOpt && t("bodies:field.mayCoOpt-yes")],
    ["started", body.startedOn && date(body.startedOn)],
    ["plannedEnd", body.plannedEndOn && date(body.plannedEndOn)],
    ["legalStatus", body.legalStatus && t(`bodies:legal-status.${body.legalStatus}`)],
    ["legalBasis", body.legalBasis],
  ];
  return (
    <>
      <SummaryList rows={rows.filter(([, value]) => value).map(([key, value]) => ({ key, label: t(`bodies:field.${key}`), value }))} />
      {hasText(body.terms) && (
        <Details summary={body.termsAgreedOn ? t("bodies:one.terms-agreed", { date: date(body.termsAgreedOn) }) : t("bodies:field.terms")}>
          <Paragraphs text={body.terms} />
        </Details>
      )}
      <ButtonLink to={changePath} look="secondary">
        {t("bodies:details.title")}
      </ButtonLink>
    </>
  );
}
