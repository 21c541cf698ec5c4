// The outbox of the demonstration: every letter Folkmoot has written, newest first.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDemonstration } from "#app/people/demonstration.server.ts";
import { listLetters } from "#app/people/outbox.store.server.ts";
import { outboxLetterPath, outboxPath } from "#app/people/paths.ts";
import { LetterStateTag } from "#app/people/ui/letter-state.tsx";
import { db } from "#app/shared/db.server.ts";
import { directionOf } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  requireDemonstration();
  const { t, instant } = wordsFor(language);
  const before = new URL(request.url).searchParams.get("before");
  const { letters, nextBefore } = await listLetters(db(), { before, now });
  return {
    letters: letters.map((letter) => ({ ...letter, writtenAt: instant(letter.createdAt) })),
    nextBefore,
    isFirst: before === null,
    title: titleOf(t("people:outbox.title"), language),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Outbox() {
  const { letters, nextBefore, isFirst } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const columns = [
    { key: "subject", heading: t("people:outbox.subject") },
    { key: "to", heading: t("people:outbox.to") },
    { key: "from", heading: t("people:outbox.from") },
    { key: "written", heading: t("people:outbox.written") },
    { key: "state", heading: t("people:outbox.state") },
  ];
  const rows = letters.map((letter) => ({
    key: letter.id,
    cells: [
      <PageLink key="subject" to={outboxLetterPath(letter.id)}>
        <span lang={letter.language} dir={directionOf(letter.language)}>
          {letter.subject}
        </span>
      </PageLink>,
      <bdi key="to">{letter.to}</bdi>,
      <bdi key="from">{letter.from}</bdi>,
      letter.writtenAt,
      <LetterStateTag key="state" state={letter.state} />,
    ],
  }));
  return (
    <>
      <PageHeading>{t("people:outbox.title")}</PageHeading>
      <p className="govuk-body">{t("people:outbox.text")}</p>
      {rows.length === 0 ? (
        <p className="govuk-body">{t("people:outbox.empty")}</p>
      ) : (
        <Table caption={t("people:outbox.caption")} captionSize="hidden" stacks columns={columns} rows={rows} />
      )}
      <Pagination
        previous={isFirst ? null : { to: outboxPath(), label: t("people:outbox.newest") }}
        next={nextBefore ? { to: outboxPath(nextBefore), label: t("people:outbox.older") } : null}
      />
    </>
  );
}
