import { within, type Text } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

/** Which body meets when, as one phrase, joined as the language joins. */
export function MeetingName({ body, startsAt }: { body: Text; startsAt: Date }) {
  const words = useWords();
  return <>{words.t("meetings:hub.title-of", { body: within(body, words), when: words.instant(startsAt) })}</>;
}
