import { dayOf } from "#app/shared/dates.ts";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { SaidVersion } from "../version-words.ts";
import { Differences } from "./differences.tsx";

/** Since when other questions are asked, why, and what was changed in them, the newest first; nothing where they are the first. */
export function QuestionChanges({ changes }: { changes: readonly SaidVersion[] }) {
  const { t, date, number } = useWords();
  if (changes.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("versions:public.heading")}</h2>
      <p className="govuk-body">{t("versions:public.lead")}</p>
      {changes.map((version) => (
        <section key={version.number}>
          <h3 className="govuk-heading-s">{t("versions:public.since", { version: number(version.number), date: date(dayOf(version.publishedAt)) })}</h3>
          {version.reason && <Paragraphs text={version.reason} />}
          <Differences said={version.said} />
        </section>
      ))}
    </>
  );
}
