// What was done to the form, newest first, and by whom.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { editText } from "../edit-words.ts";
import { findLastVersionId, listEdits } from "../edits.store.server.ts";
import { editsPath } from "../paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const words = wordsFor(args.context.language);
  const before = Number(new URL(args.request.url).searchParams.get("before") ?? "");
  const versionId = await findLastVersionId(db(), consultation);
  const isPage = Number.isInteger(before) && before > 0 && before < 2 ** 31;
  const { edits, nextBefore } = await listEdits(db(), versionId, { before: isPage ? before : null });
  const names = await listNames(db(), edits.map(({ personId }) => personId));
  return {
    title: titleOf(words.t("editing:edits.heading"), args.context.language, partnership),
    ...{ partnership, consultation, nextBefore, isFirst: !isPage },
    edits: edits.map((edit) => ({
      ...{ number: edit.number, isUndone: edit.isUndone, what: editText(edit, words) },
      ...{ by: names.get(edit.personId) ?? null, at: words.instant(edit.at) },
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function EditsPage() {
  const { partnership, consultation, edits, nextBefore, isFirst } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = editsPath(partnership, consultation);
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("editing:edits.heading")}</PageHeading>
      {edits.length === 0 ? (
        <p className="govuk-body">{t("editing:edits.empty")}</p>
      ) : (
        <Table
          caption={t("editing:edits.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "what", heading: t("editing:edits.what") },
            { key: "by", heading: t("editing:edits.by") },
            { key: "at", heading: t("editing:edits.at") },
          ]}
          rows={edits.map(({ number, what, by, at, isUndone }) => ({
            key: String(number),
            cells: [
              <span key="what">
                <bdi>{what}</bdi> {isUndone && <Tag colour="grey">{t("editing:edits.undone")}</Tag>}
              </span>,
              by ?? t("editing:somebody"),
              at,
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : here} next={nextBefore === null ? null : { to: `${here}?before=${nextBefore}` }} />
    </>
  );
}
