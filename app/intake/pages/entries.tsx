// The responses that officers entered for those who answered by other means than online, and what is still being entered.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOver, stateOf } from "#app/consultations/life.ts";
import { mayEnterResponses, takesEntries } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { entriesPath, officeConsultationPath, officeResponsePath } from "#app/consultations/office-paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countAccuracy, findShare } from "../again.store.server.ts";
import { countEntered, listEntered } from "../entered.store.server.ts";
import { listOwnEntries } from "../entry-drafts.store.server.ts";
import { againPath, entryCheckPath, entryDetailsPath } from "../paths.ts";
import { isLate } from "../receipt.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayEnterResponses);
  const after = new URL(args.request.url).searchParams.get("after");
  const { lines, nextAfter } = await listEntered(db(), consultation, { after });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "entries.read" },
    ...{ subjectKind: "consultation", subjectId: consultation.id, facts: { shown: lines.length } },
  });
  const own = await listOwnEntries(db(), consultation, signedIn.personId);
  return {
    title: titleOf(wordsFor(language).t("intake:entries.title"), language, partnership),
    ...{ partnership, consultation, nextAfter, isFirstPage: after === null },
    lines: lines.map((line) => ({ ...line, isLate: isLate(line.receivedAt, consultation) })),
    mayEnter: takesEntries(consultation, now),
    isOver: isOver(stateOf(consultation, now)),
    frozenAt: consultation.frozenAt,
    count: await countEntered(db(), consultation),
    own: own.map(({ id, purpose, savedAt, details }) => ({ id, purpose, savedAt, sheet: details.sheet ?? null })),
    accuracy: await countAccuracy(db(), consultation, await findShare(db(), consultation)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function EntriesPage() {
  const { partnership, consultation, lines, nextAfter, isFirstPage, mayEnter, isOver: isDone, frozenAt, count, own, accuracy } = useLoaderData<typeof loader>();
  const { t, number, date, instant } = useWords();
  const here = entriesPath(partnership, consultation);
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("intake:entries.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("intake:entries.title")}</PageHeading>
      <p className="govuk-body">{t("intake:entries.lead")}</p>
      {mayEnter ? (
        <>
          {frozenAt && <InsetText>{t("intake:entries.next-set", { at: instant(frozenAt) })}</InsetText>}
          <ButtonLink to={entryDetailsPath(partnership, consultation)}>{t("intake:entries.begin")}</ButtonLink>
        </>
      ) : (
        <p className="govuk-body">{t(isDone ? "intake:entries.reported" : "intake:entries.not-yet")}</p>
      )}
      {own.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("intake:entries.own")}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {own.map(({ id, purpose, savedAt, sheet }) => (
              <li key={id}>
                <PageLink to={entryCheckPath(partnership, consultation, id)}>
                  {t(`intake:entries.own-${purpose}`, { at: instant(savedAt) })}
                </PageLink>{" "}
                {sheet && <bdi>{sheet}</bdi>}
              </li>
            ))}
          </ul>
        </>
      )}
      {accuracy.entered > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("intake:again.title")}</h2>
          <p className="govuk-body">
            {t("intake:again.progress", { again: number(accuracy.again), drawn: number(accuracy.drawn), entered: number(accuracy.entered) })}{" "}
            <PageLink to={againPath(partnership, consultation)}>{t("intake:again.link")}</PageLink>
          </p>
        </>
      )}
      {lines.length === 0 ? (
        <p className="govuk-body">{t("intake:entries.none")}</p>
      ) : (
        <Table
          caption={t("intake:entries.caption", { count, number: number(count) })}
          stacks
          columns={[
            { key: "response", heading: t("intake:column.response") },
            { key: "channel", heading: t("intake:column.channel") },
            { key: "received", heading: t("intake:column.received") },
            { key: "entered", heading: t("intake:column.entered") },
          ]}
          rows={lines.map(({ id, sheet, channel, receivedAt, enteredAt, enteredBy, excludedBecause, isLate: late }) => ({
            key: id,
            cells: [
              <PageLink to={officeResponsePath(partnership, consultation, id)}>
                <bdi>{sheet ?? id}</bdi>
              </PageLink>,
              <>
                {t(`consultations:channel.${channel}`)} {late && <Tag colour="yellow">{t("intake:late")}</Tag>}{" "}
                {excludedBecause && <Tag colour="grey">{t("intake:left-out")}</Tag>}
              </>,
              date(dayOf(receivedAt)),
              t("intake:entered-by", { at: instant(enteredAt), who: enteredBy ?? t("intake:nobody") }),
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : here} next={nextAfter ? { to: `${here}?after=${nextAfter}` } : null} />
    </>
  );
}
