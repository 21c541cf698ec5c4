import { textIn } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ListedMeeting } from "../listed.ts";
import { MeetingStateTag } from "./meeting-state.tsx";

/** Meetings of one body or of several, each with the way to it. */
export function MeetingTable({ caption, meetings }: { caption: string; meetings: readonly ListedMeeting[] }) {
  const { t, instant, language } = useWords();
  return (
    <Table
      caption={caption}
      captionSize="hidden"
      stacks
      columns={(["when", "body", "where", "state"] as const).map((key) => ({ key, heading: t(`meetings:column.${key}`) }))}
      rows={meetings.map(({ id, title, bodyName, venue, startsAt, state, path }) => ({
        key: id,
        cells: [
          <PageLink key="when" to={path}>
            {instant(startsAt)}
            <span className="govuk-visually-hidden">: {textIn(bodyName, language).text}</span>
          </PageLink>,
          <span key="body">
            <InLanguage text={bodyName} />
            {Object.keys(title).length > 0 && (
              <>
                <br />
                <InLanguage text={title} />
              </>
            )}
          </span>,
          <InLanguage key="where" text={venue} />,
          <MeetingStateTag key="state" state={state} />,
        ],
      }))}
    />
  );
}
