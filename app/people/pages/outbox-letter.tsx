// One letter of the demonstration's outbox, as the person it was written to reads it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDemonstration } from "#app/people/demonstration.server.ts";
import { partsOfLetter } from "#app/people/outbox.ts";
import { findLetter } from "#app/people/outbox.store.server.ts";
import { outboxPath } from "#app/people/paths.ts";
import { LetterStateTag } from "#app/people/ui/letter-state.tsx";
import { db } from "#app/shared/db.server.ts";
import { directionOf } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  requireDemonstration();
  const { t, instant } = wordsFor(language);
  const letter = await findLetter(db(), params.letter, now);
  return {
    ...letter,
    writtenAt: instant(letter.createdAt),
    title: titleOf(t("people:outbox.letterTitle", { subject: letter.subject }), language),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OutboxLetter() {
  const letter = useLoaderData<typeof loader>();
  const { t } = useWords();
  const rows = [
    { key: "to", label: t("people:outbox.to"), value: <bdi>{letter.to}</bdi> },
    { key: "from", label: t("people:outbox.from"), value: <bdi>{letter.from}</bdi> },
    { key: "written", label: t("people:outbox.written"), value: letter.writtenAt },
    { key: "state", label: t("people:outbox.state"), value: <LetterStateTag state={letter.state} /> },
  ];
  return (
    <>
      <BackLink to={outboxPath()} text={t("people:outbox.title")} />
      <PageHeading>
        <span lang={letter.language} dir={directionOf(letter.language)}>
          {letter.subject}
        </span>
      </PageHeading>
      <SummaryList rows={rows} />
      <div className="letter" lang={letter.language} dir={directionOf(letter.language)}>
        {partsOfLetter(letter.text).map((part, index) =>
          part.isLink ? (
            <a key={index} className="govuk-link" href={part.text} dir="ltr">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </div>
    </>
  );
}
