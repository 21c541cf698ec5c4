// A notice as it is now and as it was before, with what each version added and took out.
import { dayOf } from "#app/shared/dates.ts";
import { directionOf, textIn } from "#app/shared/languages.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { differencesOf, type Notice } from "../notice.ts";

/** The first is the one in force. */
export function NoticeVersions({ notices }: { notices: readonly Notice[] }) {
  const { t, date, number } = useWords();
  const [current, ...earlier] = notices;
  const nameOf = ({ createdAt, of, version }: Notice) =>
    createdAt ? t(`consultations:notices.of-${of}`, { date: date(dayOf(createdAt)) }) : t("consultations:notices.of-standard", { version });
  if (!current) return null;
  return (
    <>
      <p className="govuk-hint">{nameOf(current)}</p>
      <Paragraphs text={current.text} />
      {earlier.length > 0 && (
        <Details summary={t("consultations:notices.earlier", { count: earlier.length, number: number(earlier.length) })}>
          <p className="govuk-body">{t("consultations:notices.marked")}</p>
          {earlier.map((older, index) => (
            <section key={older.version}>
              <h3 className="govuk-heading-s">{nameOf(older)}</h3>
              <Differences older={older} newer={notices[index] ?? current} />
            </section>
          ))}
        </Details>
      )}
    </>
  );
}

/** The older version, with what the next one took out and added. */
function Differences({ older, newer }: { older: Notice; newer: Notice }) {
  const { t, language } = useWords();
  const [before, after] = [textIn(older.text, language), textIn(newer.text, language)];
  const lang = before.language === language ? {} : { lang: before.language, dir: directionOf(before.language) };
  return (
    <>
      {differencesOf(before.text, after.text).map(({ kind, paragraph }, index) => (
        <p key={index} className="govuk-body">
          {kind === "same" && <span {...lang}>{paragraph}</span>}
          {kind === "taken-out" && (
            <>
              {t("consultations:notices.taken-out")} <del {...lang}>{paragraph}</del>
            </>
          )}
          {kind === "added" && (
            <>
              {t("consultations:notices.added")} <ins {...lang}>{paragraph}</ins>
            </>
          )}
        </p>
      ))}
    </>
  );
}
