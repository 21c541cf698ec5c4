import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ThemeOf } from "../became.ts";

type OwnTextProps = {
  question: Text;
  text: string;
  language: string;
  themes: readonly (ThemeOf & { replies: readonly { id: string; did: Text; verdict: string }[] })[];
  /** The campaign that it came with, and how many sent nearly the same. */
  campaign: { title: string | null; organiser: string | null; texts: number } | null;
  published: { became: string; reasons: readonly string[] } | null;
  pathOfReply: (replyId: string) => string;
};

/** One answer in somebody's own words, and the way it went. */
export function OwnText({ question, text, language, themes, campaign, published, pathOfReply }: OwnTextProps) {
  const { t, number } = useWords();
  return (
    <section>
      <h3 className="govuk-heading-s">
        <InLanguage text={question} />
      </h3>
      <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
        {text}
      </blockquote>
      {campaign && (
        <p className="govuk-body">
          {t("trail:campaign", { number: number(campaign.texts) })} {[campaign.title, campaign.organiser].filter((one) => one !== null).join(", ")}
        </p>
      )}
      <p className="govuk-body">{t(themes.length === 0 ? "trail:no-theme" : "trail:themes")}</p>
      {themes.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {themes.map(({ codeId, way, definition, parts, stances, replies }) => (
            <li key={codeId}>
              <strong>
                {way.map((name, index) => (
                  <span key={index}>
                    {index > 0 && ": "}
                    <InLanguage text={name} />
                  </span>
                ))}
              </strong>
              {stances.length > 0 && <> ({stances.map((stance) => t(`trail:stance.${stance}`)).join(", ")})</>}
              {Object.keys(definition).length > 0 && (
                <span className="govuk-hint govuk-!-display-block govuk-!-margin-bottom-1">
                  <InLanguage text={definition} />
                </span>
              )}
              {parts.map((part, index) => (
                <span key={index} className="govuk-!-display-block" lang={language} dir="auto">
                  <q>{part}</q>
                </span>
              ))}
              {replies.map(({ id, did, verdict }) => (
                <span key={id} className="govuk-!-display-block govuk-!-margin-top-2">
                  {t("trail:reply")} <Tag colour="grey">{t(`replies:verdict.${verdict}`)}</Tag> <InLanguage text={did} /> <PageLink to={pathOfReply(id)}>{t("trail:whole-reply")}</PageLink>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {published && (
        <p className="govuk-body">
          {t(`trail:became.${published.became}`)}
          {published.reasons.length > 0 && <> {t("trail:reasons", { reasons: published.reasons.map((reason) => t(`moderation:reason.${reason}`)).join("; ") })}</>}
        </p>
      )}
    </section>
  );
}
