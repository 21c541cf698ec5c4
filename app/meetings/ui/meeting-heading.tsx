import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Meeting, MeetingState } from "../meeting.ts";
import { MeetingStateTag } from "./meeting-state.tsx";

/** Whose meeting it is, its own title or when it is, and how it stands; why it was cancelled, where it was. */
export function MeetingHeading({ meeting: { body, title, startsAt, cancelledFor }, state }: { meeting: Meeting; state: MeetingState }) {
  const { instant } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={body.name} />}>{Object.keys(title).length > 0 ? <InLanguage text={title} /> : instant(startsAt)}</PageHeading>
      <p className="govuk-body">
        <MeetingStateTag state={state} />
      </p>
      {state === "cancelled" && (
        <InsetText>
          <Paragraphs text={cancelledFor} />
        </InsetText>
      )}
    </>
  );
}
