// What meetings agreed that somebody does, of all bodies: by whom, by when, to be done, overdue or done.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { titleOf } from "#app/shared/title.ts";
import { db } from "#app/shared/db.server.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { actionFilters, actionStateOf } from "../action.ts";
import { countActions, listEveryAction } from "../actions.store.server.ts";
import { askedActions } from "../asked-actions.server.ts";
import { actionsCsvPath, officeActionPath, officeActionsPath, officeMinutesPath } from "../paths.ts";
import { ActionState } from "../ui/action-state.tsx";
import { BodyFilter } from "../ui/body-filter.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, bodies, body, filter, owner, today, where } = await askedActions(args);
  const words = wordsFor(args.context.language);
  const after = new URL(args.request.url).searchParams.get("after");
  const [{ actions, nextAfter }, count] = await Promise.all([listEveryAction(db(), { ...where, after }), countActions(db(), partnership.id, today)]);
  return {
    title: titleOf(words.t("actions:title"), args.context.language, partnership),
    ...{ partnership, filter, owner, count, nextAfter, isFirst: after === null, body: body?.slug ?? null },
    bodies: bodies.map(({ slug, name }) => ({ slug, name })),
    actions: actions.map(({ id, text, note, owner: who, dueOn, doneOn, meeting }) => ({
      ...{ id, text, note, who, meeting, state: actionStateOf({ dueOn, doneOn }, today), dueOn: words.date(dueOn), doneOn: doneOn && words.date(doneOn) },
      paths: { action: officeActionPath(partnership, { id }), minutes: officeMinutesPath(partnership, meeting) },
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeActionsPage() {
  const { partnership, filter, owner, body, bodies, count, actions, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  const asked = { state: filter, body, owner };
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("actions:title")}</PageHeading>
      <p className="govuk-body">{t("actions:count", { count: count.open, number: number(count.open), overdue: number(count.overdue) })}</p>
      <Filters label={t("actions:which")} shown={filter} choices={actionFilters.map((value) => ({ value, text: t(`actions:filter.${value}`), to: officeActionsPath(partnership, { ...asked, state: value }) }))} />
      <BodyFilter bodies={bodies} shown={body} kept={{ state: filter }}>
        <TextField name="owner" label={t("actions:owner")} value={owner} width={20} autoComplete="off" />
      </BodyFilter>
      {actions.length === 0 ? (
        <p className="govuk-body">{t(!isFirst ? "actions:end" : owner || body ? "actions:none-such" : `actions:none.${filter}`)}</p>
      ) : (
        <>
          <Table
            caption={t(`actions:filter.${filter}`)}
            stacks
            columns={(["what", "who", "due", "state", "meeting"] as const).map((key) => ({ key, heading: t(`actions:column.${key}`) }))}
            rows={actions.map(({ id, text, note, who, state, dueOn, doneOn, meeting, paths }) => ({
              key: id,
              cells: [
                <PageLink key="what" to={paths.action}>
                  <InLanguage text={text} />
                </PageLink>,
                <bdi key="who">{who}</bdi>,
                dueOn,
                <ActionState key="state" {...{ state, doneOn, note }} />,
                <PageLink key="meeting" to={paths.minutes}>
                  <InLanguage text={meeting.bodyName} />, {instant(meeting.startsAt)}
                </PageLink>,
              ],
            }))}
          />
          <p className="govuk-body">
            <a className="govuk-link" href={actionsCsvPath(partnership, asked)} download>
              {t("actions:take-away")}
            </a>
          </p>
        </>
      )}
      <Pagination first={isFirst ? null : officeActionsPath(partnership, asked)} next={nextAfter ? { to: officeActionsPath(partnership, { ...asked, after: nextAfter }) } : null} />
    </>
  );
}
