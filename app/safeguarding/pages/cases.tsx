// What was raised in a partnership, for its safeguarding contacts alone.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTitles } from "#app/consultations/store.server.ts";
import { safeguardingPath } from "#app/partnerships/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listCases } from "../cases.store.server.ts";
import { requireContact } from "../guard.server.ts";
import { casePath } from "../paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership } = await requireContact(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const { cases, nextAfter } = await listCases(db(), partnership.id, { after });
  const titles = await listTitles(db(), partnership.id, cases.map(({ consultationId }) => consultationId));
  return {
    title: titleOf(wordsFor(language).t("safeguarding:cases.title"), language, partnership),
    ...{ partnership, nextAfter, isFirstPage: after === null },
    cases: cases.map((one) => ({ ...one, consultation: titles.get(one.consultationId) ?? {} })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function CasesPage() {
  const { partnership, cases, nextAfter, isFirstPage } = useLoaderData<typeof loader>();
  const { t, instant } = useWords();
  const here = safeguardingPath(partnership);
  return (
    <>
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("safeguarding:cases.title")}</PageHeading>
      <p className="govuk-body">{t("safeguarding:cases.lead")}</p>
      {cases.length === 0 ? (
        <p className="govuk-body">{t("safeguarding:cases.none")}</p>
      ) : (
        <Table
          caption={t("safeguarding:cases.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "raised", heading: t("safeguarding:cases.raised") },
            { key: "consultation", heading: t("safeguarding:cases.consultation") },
            { key: "state", heading: t("safeguarding:cases.state") },
          ]}
          rows={cases.map(({ id, raisedAt, closedAt, consultation }) => ({
            key: id,
            cells: [
              <PageLink to={casePath(partnership, id)}>{instant(raisedAt)}</PageLink>,
              <InLanguage text={consultation} />,
              closedAt ? <Tag colour="grey">{t("safeguarding:state.closed")}</Tag> : <Tag colour="red">{t("safeguarding:state.open")}</Tag>,
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : here} next={nextAfter ? { to: `${here}?after=${nextAfter}` } : null} />
    </>
  );
}
