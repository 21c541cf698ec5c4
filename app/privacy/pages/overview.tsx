// What is held of people, for those who look after it: what was asked and until when it is due, and where it all lies.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officePath } from "#app/partnerships/paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { requireKeeper } from "../guard.server.ts";
import { heldKinds } from "../holding.ts";
import { findHeldPath, privacyPath, requestPath, retentionPath } from "../paths.ts";
import { listRequests } from "../requests.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, words, now } = await requireKeeper(args);
  const query = new URL(args.request.url).searchParams;
  const isDecided = query.get("show") === "decided";
  const after = /^[a-z0-9]{16}$/.exec(query.get("after") ?? "")?.[0] ?? null;
  const { requests, nextAfter } = await listRequests(db(), { partnershipId: partnership.id, isDecided, after });
  return {
    ...{ partnership, isDecided, nextAfter, isFirst: after === null, today: dayOf(now) },
    requests: requests.map(({ id, kind, fileNumber, receivedOn, dueOn, decision }) => ({ id, kind, fileNumber, receivedOn, dueOn, decision })),
    title: titleOf(words.t("privacy:overview.title"), words.language, partnership),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function PrivacyOverview() {
  const { partnership, requests, isDecided, nextAfter, isFirst, today } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  const show = isDecided ? "decided" : null;
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("privacy:back")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("privacy:overview.title")}</PageHeading>
      <p className="govuk-body">{t("privacy:overview.lead")}</p>
      <ButtonLink to={findHeldPath(partnership)}>{t("privacy:find.title")}</ButtonLink>
      {requests.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">{t(isDecided ? "privacy:overview.decided" : "privacy:overview.open")}</h2>
          <p className="govuk-body">{t(isFirst ? "privacy:overview.empty" : "privacy:overview.end")}</p>
        </>
      ) : (
        <Table
          caption={t(isDecided ? "privacy:overview.decided" : "privacy:overview.open")}
          stacks
          columns={[
            { key: "kind", heading: t("privacy:overview.kind") },
            { key: "file", heading: t("privacy:overview.file-number") },
            { key: "received", heading: t("privacy:overview.received") },
            { key: "due", heading: t(isDecided ? "privacy:overview.decision" : "privacy:overview.due") },
          ]}
          rows={requests.map(({ id, kind, fileNumber, receivedOn, dueOn, decision }) => ({
            key: id,
            cells: [
              <PageLink key="kind" to={requestPath(partnership, id)}>
                {t(`privacy:request.kind.${kind}`)}
              </PageLink>,
              fileNumber ?? t("privacy:overview.no-number"),
              date(receivedOn),
              decision ? (
                t(`privacy:request.decision.${decision}`)
              ) : (
                <span key="due">
                  {date(dueOn)} {dueOn < today && <Tag colour="red">{t("privacy:overview.late")}</Tag>}
                </span>
              ),
            ],
          }))}
        />
      )}
      <Pagination next={nextAfter ? { to: privacyPath(partnership, { after: nextAfter, show }) } : null} />
      <p className="govuk-body">
        <PageLink to={privacyPath(partnership, { show: isDecided ? null : "decided" })}>
          {t(isDecided ? "privacy:overview.show-open" : "privacy:overview.show-decided")}
        </PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("privacy:overview.where")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {heldKinds.map((kind) => (
          <li key={kind}>{t(`privacy:holding.${kind}`)}</li>
        ))}
        <li>{t("privacy:holding.safeguarding")}</li>
        <li>{t("privacy:holding.log")}</li>
      </ul>
      <p className="govuk-body">
        <PageLink to={retentionPath(partnership)}>{t("privacy:retention.title")}</PageLink>
      </p>
    </>
  );
}
