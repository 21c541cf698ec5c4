// Everything that is due to come before a body: who raised it, since when, and the agenda it stands on or that it waits.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listDue } from "../due.store.server.ts";
import { dueStates, raiserOf } from "../due.ts";
import { officeAgendaPath, officeDuePath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { BodyFilter } from "../ui/body-filter.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const words = wordsFor(args.context.language);
  const query = new URL(args.request.url).searchParams;
  const state = dueStates.find((one) => one === query.get("state")) ?? "waiting";
  const bodies = await listBodies(db(), partnership.id);
  const body = bodies.find(({ slug }) => slug === query.get("body")) ?? null;
  const after = query.get("after");
  const { due, nextAfter } = await listDue(db(), { partnershipId: partnership.id, state, bodyId: body?.id ?? null, after });
  return {
    title: titleOf(words.t("due:title"), args.context.language, partnership),
    ...{ partnership, state, body: body?.slug ?? null, nextAfter, isFirst: after === null },
    bodies: bodies.map(({ slug, name }) => ({ slug, name })),
    due: due.map(({ id, title, path, purpose, subject, raisedAt, dueOn, settledAt, bodyName, agenda }) => ({
      ...{ id, title, path, purpose, bodyName, raiser: raiserOf(subject), raisedOn: words.date(dayOf(raisedAt)) },
      ...{ dueOn: dueOn && words.date(dueOn), isOverdue: dueOn !== null && settledAt === null && dueOn < dayOf(args.context.now), settledOn: settledAt && words.date(dayOf(settledAt)) },
      agenda: agenda && { ...agenda, path: officeAgendaPath(partnership, { id: agenda.meetingId }) },
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["due"][number];

export default function OfficeDuePage() {
  const { partnership, state, body, bodies, due, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("due:title")}</PageHeading>
      <p className="govuk-body">{t("due:lead")}</p>
      <Filters label={t("due:which")} shown={state} choices={dueStates.map((value) => ({ value, text: t(`due:state.${value}`), to: officeDuePath(partnership, { state: value, body }) }))} />
      {bodies.length > 1 && <BodyFilter bodies={bodies} shown={body} kept={{ state }} />}
      {due.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? `due:none.${state}` : "due:end")}</p>
      ) : (
        <Table
          caption={t(`due:state.${state}`)}
          stacks
          columns={(["what", "body", "raised", "by", "agenda"] as const).map((key) => ({ key, heading: t(`due:column.${key}`) }))}
          rows={due.map((one) => ({
            key: one.id,
            cells: [
              <What key="what" {...one} />,
              one.bodyName ? <InLanguage key="body" text={one.bodyName} /> : t("due:any-body"),
              t("due:raised", { raiser: t(`due:raiser.${one.raiser}`), date: one.raisedOn }),
              one.settledOn ? t("due:settled-on", { date: one.settledOn }) : one.isOverdue ? t("due:overdue", { date: one.dueOn ?? "" }) : (one.dueOn ?? t("meetings:due.no-date")),
              <OnAgenda key="agenda" {...one} />,
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : officeDuePath(partnership, { state, body })} next={nextAfter ? { to: officeDuePath(partnership, { state, body, after: nextAfter }) } : null} />
    </>
  );
}

function What({ title, path, purpose }: Shown) {
  const { t } = useWords();
  return (
    <>
      <PageLink to={path}>
        <InLanguage text={title} />
      </PageLink>
      <br />
      {t(`meetings:purpose.${purpose}`)}
    </>
  );
}

/** The agenda on which it stands, or that it waits for one. */
function OnAgenda({ agenda, settledOn }: Shown) {
  const { t, instant, language } = useWords();
  if (!agenda) return settledOn ? t("due:on-none") : t("due:waits");
  return <PageLink to={agenda.path}>{t("due:on", { body: textIn(agenda.bodyName, language).text, when: instant(agenda.startsAt) })}</PageLink>;
}
