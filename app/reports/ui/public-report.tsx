import { useHref } from "@remix-run/react";
import { consultationPath, reportPath } from "#app/consultations/paths.ts";
import type { Text } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { DrawnSection } from "../blocks.ts";
import type { ListedVersion } from "../version-list.ts";
import type { Version } from "../version.ts";
import { Contents, ReportSections } from "./blocks.tsx";
import { Versions } from "./versions.tsx";

export type PublicReportProps = {
  partnership: { slug: string };
  consultation: { id: string; title: Text };
  sections: readonly DrawnSection[];
  version: Omit<Version, "differs">;
  set: { number: number; at: Date; included: number };
  versions: readonly ListedVersion[];
  /** Whether another was published after it. */
  isOld: boolean;
};

/** A version of a report with what was published when. */
export function PublicReport({ partnership, consultation, sections, version, set, versions, isOld }: PublicReportProps) {
  const { t, number, instant } = useWords();
  const here = useHref(reportPath(partnership, consultation));
  return (
    <>
      <BackLink to={consultationPath(partnership, consultation)} text={t("publication:back")} />
      <PageHeading size="xl" caption={<InLanguage text={consultation.title} />}>
        {t("reports:title")}
      </PageHeading>
      {isOld && (
        <InsetText>
          <p className="govuk-body">{t("reports:version.old", { number: number(version.number) })}</p>
          <PageLink to={reportPath(partnership, consultation)}>{t("reports:version.to-latest")}</PageLink>
        </InsetText>
      )}
      {version.withdrawn ? (
        <InsetText>
          <p className="govuk-body">{t("reports:version.withdrawn", { at: instant(version.withdrawn.at) })}</p>
          <Paragraphs text={version.withdrawn.reason} />
        </InsetText>
      ) : (
        <>
          <p className="govuk-body">{t("reports:published", { at: instant(version.publishedAt), number: number(version.number) })}</p>
          <p className="govuk-body">{t("reports:of-set", { set: number(set.number), at: instant(set.at), included: number(set.included) })}</p>
          {version.kind !== "first" && (
            <InsetText>
              <p className="govuk-body">{t(`reports:version.says.${version.kind}`, { number: number(version.number) })}</p>
              {version.reason && <Paragraphs text={version.reason} />}
            </InsetText>
          )}
          <Contents sections={sections} />
          <ReportSections sections={sections} />
          <h2 className="govuk-heading-m">{t("reports:file.heading")}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {(["docx", "zip"] as const).map((format) => (
              <li key={format}>
                <a className="govuk-link" href={`${here}.${format}?version=${version.number}`}>
                  {t(`reports:file.${format}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Versions versions={versions} />
    </>
  );
}
