// Finds the consultation whose questions or sections are to be reused.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { mayDesign } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { reusePath } from "../paths.ts";
import { listReusable } from "../reuse.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const search = new URL(args.request.url).searchParams;
  const words = line((search.get("words") ?? "").replaceAll("\0", "").slice(0, 100));
  const after = search.get("after")?.replaceAll("\0", "") ?? null;
  const { consultations, nextAfter } = await listReusable(db(), consultation, { words, after });
  return {
    title: titleOf(wordsFor(args.context.language).t("editing:reuse.heading"), args.context.language, partnership),
    ...{ partnership, consultation, words, nextAfter, isFirst: after === null },
    found: consultations.map(({ id, title }) => ({ id, title })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function ReusePage() {
  const { partnership, consultation, words, found, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = reusePath(partnership, consultation);
  const pageOf = (after: string | null) => `${here}?${new URLSearchParams({ words, ...(after !== null && { after }) })}`;
  return (
    <>
      <BackLink to={formPath(partnership, consultation)} text={t("editing:back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("editing:reuse.heading")}</PageHeading>
      <form method="get" action={useHref(here)} role="search">
        <TextField name="words" label={t("editing:reuse.search")} hint={t("editing:reuse.search-hint")} value={words} />
        <Button look="secondary">{t("editing:reuse.find")}</Button>
      </form>
      {found.length === 0 ? (
        <p className="govuk-body">{t(words === "" ? "editing:reuse.empty" : "editing:reuse.nothing")}</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {found.map(({ id, title }) => (
            <li key={id}>
              <PageLink to={reusePath(partnership, consultation, { from: id, words })}>
                <InLanguage text={title} />
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      <Pagination first={isFirst ? null : pageOf(null)} next={nextAfter === null ? null : { to: pageOf(nextAfter) }} />
    </>
  );
}
