// The officers' list of a partnership's consultations, published or not.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditPath, healthPath, officePath, officePrivacyPath, partnershipOfficePath, safeguardingContactsPath, settingsPath, stakeholdersPath } from "#app/partnerships/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { mayKeepLetters, mayKeepPersonalData, maySeePartnershipOffice } from "#app/people/keeping-policy.ts";
import { officeLettersPath, officePeoplePath } from "#app/people/paths.ts";
import { consultationsOf } from "#app/people/role.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { countLetters } from "#app/shared/mail.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { stateOf } from "../life.ts";
import { countReceived } from "../counts.store.server.ts";
import { mayAnswerRequests, mayDesign, mayInvite, maySeeOffice } from "../office-policy.ts";
import { informationRequestsPath, newConsultationPath, officeConsultationPath } from "../office-paths.ts";
import { listConsultations } from "../store.server.ts";
import { untilText } from "../until.ts";
import { OfficeState } from "../ui/office-state.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { now, language } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, now);
  // Who has a role in some consultations alone sees those.
  const only = maySeeOffice(roles) ? null : consultationsOf(signedIn, partnership.id);
  if (only?.length === 0) throw forbidden();
  const after = new URL(request.url).searchParams.get("after");
  const list = { partnershipIds: [partnership.id], now, after, withUnpublished: true, amongst: only };
  const { consultations, nextAfter } = await listConsultations(db(), list);
  const received = await countReceived(db(), consultations.map(({ id }) => id));
  return {
    title: titleOf(wordsFor(language).t("office:list.title"), language, partnership),
    partnership,
    rows: consultations.map((consultation) => ({
      ...{ id: consultation.id, title: consultation.title, opensAt: consultation.opensAt, closesAt: consultation.closesAt },
      ...{ state: stateOf(consultation, now) },
      received: received.get(consultation.id) ?? 0,
    })),
    isFirstPage: after === null,
    nextAfter,
    mayBegin: mayDesign(roles),
    failedLetters: mayKeepLetters(roles) ? (await countLetters(db(), now, partnership.id)).failed : null,
    invites: mayInvite(roles),
    keepsPersonalData: mayKeepPersonalData(roles),
    answersRequests: mayAnswerRequests(roles),
    keepsPartnership: maySeePartnershipOffice(roles),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function OfficePage() {
  const { partnership, rows, isFirstPage, nextAfter, mayBegin, failedLetters, invites, keepsPersonalData, answersRequests, keepsPartnership } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number, instant } = words;
  const none = t("office:list.no-date");
  return (
    <>
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("office:list.title")}</PageHeading>
      {mayBegin && <ButtonLink to={newConsultationPath(partnership)}>{t("office:list.begin")}</ButtonLink>}
      {rows.length === 0 && <p className="govuk-body">{t(isFirstPage ? "office:list.empty" : "office:list.end")}</p>}
      {rows.length > 0 && (
        <Table
          caption={t("office:list.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "consultation", heading: t("office:list.consultation") },
            { key: "state", heading: t("office:list.state") },
            { key: "opens", heading: t("office:list.opens") },
            { key: "closes", heading: t("office:list.closes") },
            { key: "responses", heading: t("office:list.responses"), numeric: true },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <PageLink key="link" to={officeConsultationPath(partnership, row)}>
                <InLanguage text={row.title} />
              </PageLink>,
              <OfficeState key="state" state={row.state} />,
              row.opensAt ? instant(row.opensAt) : none,
              row.closesAt ? untilText(words, row.closesAt) : none,
              number(row.received),
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : officePath(partnership)} next={nextAfter ? { to: `${officePath(partnership)}?after=${nextAfter}` } : null} />
      {(failedLetters !== null || invites || keepsPersonalData || keepsPartnership) && <h2 className="govuk-heading-m">{t("office:keeping.heading")}</h2>}
      <ul className="govuk-list govuk-list--spaced">
        {keepsPartnership && (
          <li>
            <PageLink to={partnershipOfficePath(partnership)}>{t("office:keeping.partnership")}</PageLink>
          </li>
        )}
        {invites && (
          <li>
            <PageLink to={stakeholdersPath(partnership)}>{t("office:keeping.stakeholders")}</PageLink>
          </li>
        )}
        {failedLetters !== null && (
          <>
            <li>
              <PageLink to={officeLettersPath(partnership)}>{t("office:keeping.letters")}</PageLink>{" "}
              {failedLetters > 0 && <Tag colour="red">{t("office:keeping.failed", { count: failedLetters, number: number(failedLetters) })}</Tag>}
            </li>
            <li>
              <PageLink to={officePeoplePath(partnership)}>{t("office:keeping.people")}</PageLink>
            </li>
            <li>
              <PageLink to={healthPath(partnership)}>{t("office:keeping.health")}</PageLink>
            </li>
            <li>
              <PageLink to={auditPath(partnership)}>{t("office:keeping.audit")}</PageLink>
            </li>
            <li>
              <PageLink to={settingsPath(partnership)}>{t("office:keeping.settings")}</PageLink>
            </li>
            <li>
              <PageLink to={safeguardingContactsPath(partnership)}>{t("office:keeping.safeguarding")}</PageLink>
            </li>
          </>
        )}
        {keepsPersonalData && (
          <li>
            <PageLink to={officePrivacyPath(partnership)}>{t("office:keeping.privacy")}</PageLink>
          </li>
        )}
        {answersRequests && (
          <li>
            <PageLink to={informationRequestsPath(partnership)}>{t("office:keeping.information-requests")}</PageLink>
          </li>
        )}
      </ul>
    </>
  );
}
