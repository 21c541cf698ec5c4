import type { ReactNode } from "react";
import { timeOf } from "#app/shared/dates.ts";
import type { Gathering } from "#app/shared/gathering.ts";
import { filled } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { InLanguage } from "./in-language.tsx";

export type GatheringRow = { key: "when" | "where" | "online" | "access"; value: ReactNode };

/** When and where people come together and what there is for those who need it; how to take part online while it is to come. */
export function gatheringRows({ startsAt, endsAt, venue, address, link, access }: Gathering, { t, instant }: Pick<Words, "t" | "instant">, { isComing, inPlaceOfLink }: { isComing: boolean; inPlaceOfLink?: string }): GatheringRow[] {
  const rows: (GatheringRow | false)[] = [
    { key: "when", value: t("shared:from-to", { from: instant(startsAt), to: timeOf(endsAt) }) },
    (filled(venue) !== undefined || Boolean(address)) && {
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
      value: inPlaceOfLink ?? (
        <a className="govuk-link" href={link} rel="noreferrer">
          <bdi>{link}</bdi>
        </a>
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
  ];
  return rows.filter((row) => row !== false);
}
