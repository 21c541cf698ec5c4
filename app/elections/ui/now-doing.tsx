// What somebody who reads of an election can do now: first on its page, by the state it is in.
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionState } from "../election.ts";
import { nextOf } from "../next.ts";
import { nominationsCloseAt, pollClosesAt, type Timetable } from "../timetable.ts";
import { StateTag } from "./state-tag.tsx";

type Room = { name: string; path: string; isMain: boolean };

export function NowDoing({ state, timetable, rooms }: { state: ElectionState; timetable: Timetable | null; rooms: readonly Room[] }) {
  const { t, date, instant } = useWords();
  const { day } = nextOf(state);
  const at = () => {
    if (!day || !timetable) return "";
    if (day === "nominationsCloseOn") return instant(nominationsCloseAt(timetable));
    return day === "pollClosesOn" ? instant(pollClosesAt(timetable)) : date(timetable[day]);
  };
  const [main, others] = [rooms.filter(({ isMain }) => isMain), rooms.filter(({ isMain }) => !isMain)];
  return (
    <section aria-labelledby="now">
      <h2 id="now" className="govuk-heading-m">
        {t("elections:now.title")}
      </h2>
      <p className="govuk-body">
        <StateTag state={state} />
      </p>
      <InsetText>{t(`elections:now.${state}`, { at: at() })}</InsetText>
      {main.length > 0 && (
        <ButtonGroup>
          {main.map(({ name, path }) => (
            <ButtonLink key={name} to={path}>{t(`elections:public-room.${name}`)}</ButtonLink>
          ))}
        </ButtonGroup>
      )}
      <ul className="govuk-list">
        {others.map(({ name, path }) => (
          <li key={name}>
            <PageLink to={path}>{t(`elections:public-room.${name}`)}</PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
