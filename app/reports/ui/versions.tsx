import type { Text } from "#app/shared/languages.ts";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ListedVersion } from "../version-list.ts";
import { SaidWords } from "./blocks.tsx";

/** What was published when, the latest first, with what is different in each. */
export function Versions({ versions }: { versions: readonly ListedVersion[] }) {
  const { t, number, instant } = useWords();
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 className="govuk-heading-m" id="versions">
        {t("reports:version.heading")}
      </h2>
      <ol className="govuk-list govuk-list--spaced" reversed>
        {versions.map((version) => (
          <li key={version.number} value={version.number}>
            <PageLink to={version.path}>{t(`reports:version.named.${version.kind}`, { number: number(version.number) })}</PageLink>
            <span className="govuk-!-display-block">{t("reports:version.published", { at: instant(version.publishedAt), set: number(version.setNumber) })}</span>
            <Why text={version.reason} />
            {version.differs.length > 0 && (
              <ul className="govuk-list govuk-list--bullet">
                {version.differs.map((one, index) => (
                  <li key={index}>
                    <SaidWords said={one.title} />: {one.in.map((kind) => t(`reports:differs.${kind}`)).join(", ")}
                  </li>
                ))}
              </ul>
            )}
            {version.withdrawn && (
              <>
                <p className="govuk-body">{t("reports:version.withdrawn", { at: instant(version.withdrawn.at) })}</p>
                <Why text={version.withdrawn.reason} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Why({ text }: { text: Text | null }) {
  return text === null ? null : <Paragraphs text={text} />;
}
