// Requests for information about what people answered: those that are owed, late and closed, each with its clock.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { informationRequestsPath, officeConsultationPath } from "#app/consultations/office-paths.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireAnswerer } from "../guard.server.ts";
import { informationRequestPath, listedRequestsPath, newRequestPath } from "../paths.ts";
import { nextDueOn, shows, workingDaysLeft } from "../request.ts";
import { countRequests, listAskable, listRequests } from "../requests.store.server.ts";
import { WhenDue } from "../ui/when-due.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireAnswerer(args);
  const search = new URL(args.request.url).searchParams;
  const show = shows.find((one) => one === search.get("show")) ?? "open";
  const [asked, after] = [search.get("consultation"), search.get("after")];
  const about = asked === null ? null : ((await listAskable(db(), partnership, now)).find(({ id }) => id === asked) ?? null);
  const listing = { partnershipId: partnership.id, show, consultationId: asked, today: dayOf(now) };
  const { requests, nextAfter } = await listRequests(db(), listing, { after });
  return {
    title: titleOf(wordsFor(language).t("information-requests:list.heading"), language, partnership),
    ...{ partnership, show, about, asked, nextAfter, isFirstPage: after === null },
    counted: await countRequests(db(), listing),
    requests: requests.map(({ id, law, receivedOn, fileNumber, clock, consultations }) => {
      const due = nextDueOn(clock);
      return { ...{ id, law, receivedOn, fileNumber, consultations }, state: clock.state, due: due === null ? null : { on: due, left: workingDaysLeft(due, dayOf(now)) } };
    }),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function InformationRequestsPage() {
  const { partnership, show, about, asked, requests, counted, nextAfter, isFirstPage } = useLoaderData<typeof loader>();
  const { t, date, number } = useWords();
  return (
    <>
      {about ? <BackLink to={officeConsultationPath(partnership, about)} text={t("information-requests:list.back-consultation")} /> : <BackLink to={officePath(partnership)} text={t("information-requests:list.back")} />}
      <PageHeading caption={<InLanguage text={about ? about.title : partnership.name} />}>{t("information-requests:list.heading")}</PageHeading>
      <p className="govuk-body">{t("information-requests:list.lead")}</p>
      <ButtonLink to={newRequestPath(partnership, { consultation: about?.id ?? null })}>{t("information-requests:list.new")}</ButtonLink>
      <Filters
        label={t("information-requests:list.filter")}
        shown={show}
        choices={shows.map((one) => ({
          value: one,
          text: t("information-requests:list.show", { show: t(`information-requests:show.${one}`), number: number(counted[one]) }),
          to: listedRequestsPath(partnership, { show: one, consultation: asked }),
        }))}
      />
      {requests.length === 0 ? (
        <p className="govuk-body">{t("information-requests:list.none")}</p>
      ) : (
        <Table
          caption={t(`information-requests:show.${show}`)}
          stacks
          columns={(["request", "about", "law", "received", "state", "due"] as const).map((key) => ({ key, heading: t(`information-requests:list.column.${key}`) }))}
          rows={requests.map(({ id, law, receivedOn, fileNumber, state, due, consultations }) => ({
            key: id,
            cells: [
              <PageLink key="request" to={informationRequestPath(partnership, id)}>
                <bdi>{fileNumber ?? id}</bdi>
              </PageLink>,
              <ul key="about" className="govuk-list">
                {consultations.map((one) => (
                  <li key={one.id}>
                    <InLanguage text={one.title} />
                  </li>
                ))}
              </ul>,
              t(`information-requests:law-short.${law}`),
              date(receivedOn),
              t(`information-requests:state.${state}`),
              due === null ? t("information-requests:list.no-due") : <WhenDue key="due" {...due} />,
            ],
          }))}
        />
      )}
      <Pagination
        first={isFirstPage ? null : listedRequestsPath(partnership, { show, consultation: asked })}
        next={nextAfter === null ? null : { to: listedRequestsPath(partnership, { show, consultation: asked, after: nextAfter }) }}
      />
      {asked !== null && (
        <p className="govuk-body">
          <PageLink to={informationRequestsPath(partnership)}>{t("information-requests:list.of-all")}</PageLink>
        </p>
      )}
    </>
  );
}
