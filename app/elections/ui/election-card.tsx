// An election in a list: what it is, whose, where it stands and what comes next.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionState } from "../election.ts";
import { electionPath } from "../paths.ts";
import type { TimetableDay } from "../timetable.ts";
import { StateTag } from "./state-tag.tsx";

type Shown = { id: string; title: Text; network: Text; seats: number; state: ElectionState; day: TimetableDay | null; on: string | null };

export function ElectionCard({ partnership, election: { id, title, network, seats, state, day, on } }: { partnership: { slug: string }; election: Shown }) {
  const { t, date, number } = useWords();
  return (
    <li className="card">
      <h3 className="card__title">
        <PageLink to={electionPath(partnership, { id })}>
          <InLanguage text={title} />
        </PageLink>
      </h3>
      <p className="govuk-body">
        <StateTag state={state} />
      </p>
      <p className="govuk-body-s">
        <InLanguage text={network} />
        <br />
        {t("elections:list.places", { count: seats, number: number(seats) })}
        {day && on && (
          <>
            <br />
            {t("elections:list.next", { what: t(`elections:day.${day}`), date: date(on) })}
          </>
        )}
      </p>
    </li>
  );
}
