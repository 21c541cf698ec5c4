import type { Text } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { decidedByPath, heldMeetingsPath, howWeWorkPath } from "../public-paths.ts";

type Ended = { slug: string; name: Text; purpose: Text; startedOn: string | null; endedOn: string };

/** A body that is no more: from when until when it was there, what it was for, and what it left. */
export function EndedBody({ partnership, body }: { partnership: { slug: string; name: Text }; body: Ended }) {
  const { t, date } = useWords();
  const { startedOn, endedOn } = body;
  return (
    <>
      <BackLink to={howWeWorkPath(partnership)} text={t("structure:how.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={body.name} />
      </PageHeading>
      <InsetText>
        {startedOn ? t("structure:ended.between", { from: date(startedOn), until: date(endedOn) }) : t("structure:ended.on", { date: date(endedOn) })}
      </InsetText>
      <Paragraphs text={body.purpose} />
      <h2 className="govuk-heading-m">{t("structure:ended.left")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <PageLink to={heldMeetingsPath(partnership, body)}>{t("structure:ended.meetings")}</PageLink>
        </li>
        <li>
          <PageLink to={decidedByPath(partnership, body)}>{t("structure:ended.decisions")}</PageLink>
        </li>
      </ul>
    </>
  );
}
