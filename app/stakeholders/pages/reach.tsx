// How a consultation is made known: the publicity that is planned, who was reached, and which groups might be missing.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { mayInvite, maySeeOffice } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { invitationsPath, officeConsultationPath, progressPath } from "#app/consultations/office-paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countInvited } from "../mailings.store.server.ts";
import { reachLinePath } from "../paths.ts";
import { stepState, type ReachKind } from "../reach-line.ts";
import { listGroups, listPublicity, listReached, namesOf } from "../reach.store.server.ts";

const dones = ["saved", "removed"] as const;
const colours = { done: "green", late: "red", "to-do": "grey" } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const query = new URL(args.request.url).searchParams;
  const reached = await listReached(db(), consultation);
  const names = await namesOf(db(), reached.map(({ createdById }) => createdById));
  const publicity = await listPublicity(db(), consultation);
  return {
    title: titleOf(wordsFor(language).t("reach:title"), language, partnership),
    ...{ partnership, consultation, mayChange: mayInvite(roles), groups: await listGroups(db(), consultation), invited: await countInvited(db(), consultation.id) },
    publicity: publicity.map((step) => ({ ...step, state: stepState(step, dayOf(now)) })),
    reached: reached.map(({ createdById, ...entry }) => ({ ...entry, by: names.get(createdById) ?? "" })),
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReachPage() {
  const { partnership, consultation, mayChange, publicity, reached, groups, invited, done } = useLoaderData<typeof loader>();
  const { t, number, date } = useWords();
  const link = (kind: ReachKind, id: string, name: ReactNode) => (mayChange ? <PageLink to={reachLinePath(partnership, consultation, kind, id)}>{name}</PageLink> : name);
  const add = (kind: ReachKind) => mayChange && <ButtonLink look="secondary" to={reachLinePath(partnership, consultation, kind)}>{t(`reach:add.${kind}`)}</ButtonLink>;
  const told = reached.reduce((sum, entry) => sum + entry.reached, 0) + invited.byEmail + invited.byPost;
  const counted = [
    ...(invited.byEmail > 0 ? [{ key: "by-email", channel: "email", count: invited.byEmail }] : []),
    ...(invited.byPost > 0 ? [{ key: "by-post", channel: "letter", count: invited.byPost }] : []),
  ];
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("mailings:to-consultation")} />
      {done && <NotificationBanner kind="success">{t(`reach:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("reach:title")}</PageHeading>
      <h2 className="govuk-heading-m">{t("reach:kind.publicity")}</h2>
      <p className="govuk-body">{t("reach:text.publicity", { done: number(publicity.filter(({ state }) => state === "done").length), all: number(publicity.length) })}</p>
      {publicity.length > 0 && (
        <Table
          caption={t("reach:kind.publicity")}
          captionSize="hidden"
          stacks
          columns={(["what", "channel", "who", "due", "state"] as const).map((key) => ({ key, heading: t(`reach:input.${key}`) }))}
          rows={publicity.map(({ id, what, channel, who, dueOn, doneOn, state }) => ({
            key: id,
            cells: [
              link("publicity", id, <bdi>{what}</bdi>),
              t(`prepare:reach-channel.${channel}`),
              <bdi key="who">{who}</bdi>,
              dueOn === null ? t("reach:no-day") : date(dueOn),
              <span key="state">
                <Tag colour={colours[state]}>{t(`reach:state.${state}`)}</Tag> {doneOn && date(doneOn)}
              </span>,
            ],
          }))}
        />
      )}
      {add("publicity")}
      <h2 className="govuk-heading-m">{t("reach:kind.log")}</h2>
      <p className="govuk-body">{t("reach:text.log", { number: number(told) })}</p>
      {reached.length + counted.length > 0 && (
        <Table
          caption={t("reach:kind.log")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "channel", heading: t("reach:input.channel") },
            { key: "reached", heading: t("reach:input.reached"), numeric: true },
            ...(["on", "note", "by"] as const).map((key) => ({ key, heading: t(`reach:input.${key}`) })),
          ]}
          rows={[
            ...counted.map(({ key, channel, count }) => ({
              key,
              cells: [t(`prepare:reach-channel.${channel}`), number(count), "", mayChange ? <PageLink key="note" to={invitationsPath(partnership, consultation)}>{t("reach:invited")}</PageLink> : t("reach:invited"), t("reach:by-itself")],
            })),
            ...reached.map((entry) => ({
              key: entry.id,
              cells: [link("log", entry.id, t(`prepare:reach-channel.${entry.channel}`)), number(entry.reached), date(entry.reachedOn), <bdi key="note">{entry.note}</bdi>, <bdi key="by">{entry.by}</bdi>],
            })),
          ]}
        />
      )}
      {add("log")}
      <h2 className="govuk-heading-m">{t("reach:kind.groups")}</h2>
      <p className="govuk-body">
        {t("reach:text.groups")} <PageLink to={progressPath(partnership, consultation)}>{t("reach:who-answered")}</PageLink>
      </p>
      {groups.length > 0 && (
        <Table
          caption={t("reach:kind.groups")}
          captionSize="hidden"
          stacks
          columns={[...(["name", "why", "done"] as const).map((key) => ({ key, heading: t(`reach:input.${key}`) })), { key: "state", heading: t("reach:input.state") }]}
          rows={groups.map(({ id, name, why, done: did, isReached }) => ({
            key: id,
            cells: [
              link("groups", id, <bdi>{name}</bdi>),
              <span key="why" className="plain-text" dir="auto">{why}</span>,
              <span key="done" className="plain-text" dir="auto">{did}</span>,
              <Tag key="state" colour={isReached ? "green" : "yellow"}>{t(isReached ? "reach:state.reached" : "reach:state.missing")}</Tag>,
            ],
          }))}
        />
      )}
      {add("groups")}
    </>
  );
}
