import type { Segment } from "#app/moderation/redaction.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { exemptions as allExemptions, type Exemption, type GivenReason } from "../decision.ts";

/** Words that are not given, or that are though moderators removed them; each with the deed that takes that back. */
export type Change = { deed: string; words: string; why: GivenReason | "let-through"; canChange: boolean };

export type ShownText = { id: string; question: Text; language: Language; text: string | null; segments: Segment<GivenReason>[]; changes: Change[] };

type AskedTextProps = {
  shown: ShownText;
  exemptions: readonly Exemption[];
  isDecidable: boolean;
  typed: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

/** One answer: as it would be given, as it was written, and which words are kept from whoever asked. */
export function AskedText({ shown: { id, question, language, text, segments, changes }, exemptions, isDecidable, typed, errorOf }: AskedTextProps) {
  const { t, language: readers } = useWords();
  const reasonOf = (why: Change["why"]) =>
    why === "let-through" ? t("information-requests:text.let-through") : allExemptions.some((one) => one === why) ? t(`information-requests:exemption.${why}`) : t(`moderation:reason.${why}`);
  const removed = (why: GivenReason) => (allExemptions.some((one) => one === why) ? t("information-requests:removed", { exemption: reasonOf(why) }) : t(`moderation:removed.${why}`));
  return (
    <section aria-labelledby={`text-${id}`}>
      <h3 className="govuk-heading-s" id={`text-${id}`}>
        <InLanguage text={question} />
      </h3>
      {text === null ? (
        <p className="govuk-body">{t("information-requests:text.held")}</p>
      ) : (
        <>
          <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
            {segments.map((segment, index) =>
              "text" in segment ? (
                <span key={index}>{segment.text}</span>
              ) : (
                <strong key={index} lang={readers}>
                  <bdi>{removed(segment.removed)}</bdi>
                </strong>
              ),
            )}
          </blockquote>
          {changes.length > 0 && (
            <form method="post" noValidate>
              <ul className="govuk-list">
                {changes.map(({ deed, words, why, canChange }) => (
                  <li key={deed}>
                    <span lang={language} dir="auto">
                      {words}
                    </span>{" "}
                    ({reasonOf(why)}){" "}
                    {isDecidable && canChange && (
                      <Button name="deed" value={deed} look="secondary">
                        {t(deed.startsWith("let-through") ? "information-requests:text.let" : "information-requests:text.back")}
                        <span className="govuk-visually-hidden">
                          {" "}
                          <bdi>{words}</bdi>
                        </span>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </form>
          )}
          {isDecidable && (
            <Details summary={t("information-requests:text.remove")} open={typed.text === id}>
              <form method="post" noValidate>
                <input type="hidden" name="text" value={id} />
                <Textarea
                  name="words"
                  id={`words-${id}`}
                  label={t("information-requests:text.words")}
                  hint={t("information-requests:text.words-hint")}
                  rows={2}
                  value={typed.text === id ? (typed.words ?? "") : ""}
                  error={errorOf(`words-${id}`)}
                />
                <Radios
                  name="why"
                  id={`why-${id}`}
                  small
                  label={t("information-requests:text.why")}
                  value={typed.text === id ? typed.why : exemptions[0]}
                  error={errorOf(`why-${id}`)}
                  choices={exemptions.map((value) => ({ value, label: t(`information-requests:exemption.${value}`) }))}
                />
                <Button name="deed" value="remove" look="secondary">
                  {t("information-requests:text.yes")}
                </Button>
              </form>
            </Details>
          )}
        </>
      )}
    </section>
  );
}
