// To whom a mailing went, who still waits, and who was left out and why.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { invitationsPath } from "#app/consultations/office-paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
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
import { isMailedState, isMailingKind, mailedStates } from "../mailing.ts";
import { countMailed, listMailed } from "../mailings.store.server.ts";
import { mailedPath, stakeholderPath } from "../paths.ts";
import { shownName } from "../stakeholder.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, signedIn } = await findForOffice(args, mayInvite);
  const kind = args.params.mailing;
  if (!isMailingKind(kind)) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const counts = await countMailed(db(), consultation.id, kind);
  const wanted = query.get("state");
  const state = isMailedState(wanted) ? wanted : (mailedStates.find((one) => counts[one] > 0) ?? "waiting");
  const after = query.get("after");
  const { mailed, nextAfter } = await listMailed(db(), consultation, { kind, state, after });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "invitations.read", subjectKind: "consultation", subjectId: consultation.id },
    facts: { kind, shown: mailed.length },
  });
  return {
    title: titleOf(words.t(`mailings:state.${state}`), language, partnership),
    ...{ partnership, consultation, kind, counts, state, nextAfter, isFirst: after === null },
    mailed: mailed.map((one) => ({ ...one, at: one.writtenAt && words.instant(one.writtenAt) })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MailedPage() {
  const { partnership, consultation, kind, counts, state, nextAfter, isFirst, mailed } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={invitationsPath(partnership, consultation)} text={t("mailings:title")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {t(`mailings:kind.${kind}`)}: {t(`mailings:state.${state}`)}
      </PageHeading>
      <Filters
        label={t("mailings:people.filters")}
        shown={state}
        choices={mailedStates
          .filter((one) => counts[one] > 0)
          .map((one) => ({ value: one, text: `${t(`mailings:state.${one}`)} (${number(counts[one])})`, to: mailedPath(partnership, consultation, kind, { state: one }) }))}
      />
      {mailed.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? "mailings:people.empty" : "mailings:people.end")}</p>
      ) : (
        <Table
          caption={t("mailings:people.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "who", heading: t("stakeholders:list.who") },
            { key: "email", heading: t("stakeholders:field.email") },
            { key: "at", heading: t("mailings:people.written") },
          ]}
          rows={mailed.map((one) => ({
            key: one.id,
            cells: [
              one.stakeholderId === null ? (
                t("mailings:people.erased")
              ) : (
                <PageLink key="who" to={stakeholderPath(partnership, one.stakeholderId)}>
                  <bdi>{shownName(one) || t("stakeholders:one.nameless")}</bdi>
                </PageLink>
              ),
              <bdi key="email">{one.email}</bdi>,
              one.at ?? "",
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : mailedPath(partnership, consultation, kind, { state })} next={nextAfter ? { to: mailedPath(partnership, consultation, kind, { state, after: nextAfter }) } : null} />
    </>
  );
}
