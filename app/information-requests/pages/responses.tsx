// The responses that a request is about, each with what is decided about it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { parts } from "../decision.ts";
import { countInScope, listInScope } from "../decisions.store.server.ts";
import { requireRequest } from "../guard.server.ts";
import { askedResponsePath, askedResponsesPath, findResponsesPath, informationRequestPath } from "../paths.ts";
import { isDecidable } from "../request.ts";

const told = ["added", "removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, request } = await requireRequest(args);
  const search = new URL(args.request.url).searchParams;
  const part = parts.find((one) => one === search.get("show")) ?? "all";
  const after = search.get("after");
  const { responses, nextAfter } = await listInScope(db(), request.id, { part, after, most: 25 });
  const name = request.fileNumber ?? request.id;
  return {
    title: titleOf(wordsFor(language).t("information-requests:responses.title", { name }), language, partnership),
    ...{ partnership, requestId: request.id, name, part, nextAfter, isFirstPage: after === null, isDecidable: isDecidable(request.clock) },
    counted: await countInScope(db(), request.id),
    responses: responses.map(({ responseId, respondentType, wanted, decision, exemption }) => ({ responseId, respondentType, wanted, decision, exemption })),
    done: told.find((one) => one === search.get("done")) ?? null,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AskedResponsesPage() {
  const { partnership, requestId, name, part, nextAfter, isFirstPage, isDecidable: mayAdd, counted, responses, done } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={informationRequestPath(partnership, requestId)} text={t("information-requests:responses.back")} />
      {done && <NotificationBanner kind="success">{t(`information-requests:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={t("information-requests:one.title", { name })}>{t("information-requests:responses.heading")}</PageHeading>
      {mayAdd && (
        <p className="govuk-body">
          <PageLink to={findResponsesPath(partnership, requestId)}>{t("information-requests:given.find")}</PageLink>
        </p>
      )}
      <Filters
        label={t("information-requests:responses.filter")}
        shown={part}
        choices={parts.map((one) => ({
          value: one,
          text: t("information-requests:list.show", { show: t(`information-requests:in-scope.${one}`), number: number(counted[one]) }),
          to: askedResponsesPath(partnership, requestId, { show: one }),
        }))}
      />
      {responses.length === 0 ? (
        <p className="govuk-body">{t("information-requests:responses.none")}</p>
      ) : (
        <Table
          caption={t(`information-requests:in-scope.${part}`)}
          stacks
          columns={(["response", "who", "wanted", "decision", "exemption"] as const).map((key) => ({ key, heading: t(`information-requests:column.${key}`) }))}
          rows={responses.map(({ responseId, respondentType, wanted, decision, exemption }) => ({
            key: responseId,
            cells: [
              <PageLink key="response" to={askedResponsePath(partnership, requestId, responseId)}>
                {responseId}
              </PageLink>,
              t(`office:respondent.${respondentType}`),
              t(`information-requests:wanted.${wanted}`),
              t(decision === null ? "information-requests:responses.undecided" : `information-requests:decision.${decision}`),
              exemption === null ? t("information-requests:responses.no-exemption") : t(`information-requests:exemption.${exemption}`),
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : askedResponsesPath(partnership, requestId, { show: part })} next={nextAfter === null ? null : { to: askedResponsesPath(partnership, requestId, { show: part, after: nextAfter }) }} />
    </>
  );
}
