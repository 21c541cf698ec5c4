import { timeOf } from "#app/shared/dates.ts";
import { filled } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Meeting } from "../meeting.ts";

/** When and where a meeting is, what there is for those who need it, and whether everybody may come; the link for those who may take part. */
export function MeetingFacts({ meeting, isComing, showsLink }: { meeting: Meeting; isComing: boolean; showsLink: boolean }) {
  const { t, instant } = useWords();
  const { startsAt, endsAt, venue, address, link, access, isOpen } = meeting;
  const rows = [
    { key: "when", value: t("meetings:from-to", { from: instant(startsAt), to: timeOf(endsAt) }) },
    (filled(venue) || address) && {
      key: "where",
      value: (
        <>
          <InLanguage text={venue} />
          {address && <bdi className="in-languages__text">{address}</bdi>}
        </>
      ),
    },
    link !== null && isComing && {
      key: "online",
      value: showsLink ? (
        <a className="govuk-link" href={link} rel="noreferrer">
          <bdi>{link}</bdi>
        </a>
      ) : (
        t("meetings:online-for-members")
      ),
    },
    access.length > 0 && {
      key: "access",
      value: (
        <ul className="govuk-list">
          {access.map((fact) => (
            <li key={fact}>{t(`shared:access.${fact}`)}</li>
          ))}
        </ul>
      ),
    },
    { key: "who", value: t(isOpen ? "meetings:open" : "meetings:closed") },
  ].filter((row) => typeof row === "object" && row !== null);
  return <SummaryList rows={rows.map(({ key, value }) => ({ key, value, label: t(`meetings:fact.${key}`) }))} />;
}
