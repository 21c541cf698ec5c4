// Nominations in an election, with what has become of each.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dayOfStep } from "../keeping.ts";
import { nominationState } from "../nomination.ts";
import { listNominations } from "../nominations.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { whyNotReturningNow } from "../returning.store.server.ts";
import { FileDestroyed } from "../ui/file-destroyed.tsx";
import { NominationTag } from "../ui/nomination-tag.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, by } = await requireElectionOffice(args, keepsNominations);
  const words = wordsFor(language);
  const after = new URL(args.request.url).searchParams.get("after");
  const { nominations, nextAfter } = await listNominations(db(), election, after);
  await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "nominations.read", subjectKind: "election", subjectId: election.id, facts: { shown: nominations.length } });
  const { returningOfficerId } = election;
  return {
    title: titleOf(words.t("candidates:office.title-of", { name: textIn(election.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title }, isFirst: after === null, nextAfter },
    destroyedOn: dayOfStep(election.steps, "file-destroyed"),
    whyNot: returningOfficerId && (await whyNotReturningNow(db(), election, returningOfficerId, now)),
    nominations: nominations.map((one) => ({
      ...{ id: one.id, name: one.name, organisation: one.organisation, state: nominationState(one, election.supporters), sentOn: words.date(dayOf(one.sentAt)) },
      ...{ hasConsented: one.consentedAt !== null, asked: election.supporters, confirmed: one.supports.filter(({ confirmedAt }) => confirmedAt !== null).length },
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeNominationsPage() {
  const { partnership, election, isFirst, nextAfter, destroyedOn, whyNot, nominations } = useLoaderData<typeof loader>();
  const { t, number, language } = useWords();
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("candidates:office.title")}</PageHeading>
      <FileDestroyed on={destroyedOn} />
      {whyNot && <InsetText>{t(`candidates:not-returning.${whyNot}`)}</InsetText>}
      {nominations.length === 0 ? (
        <p className="govuk-body">{t("candidates:office.none")}</p>
      ) : (
        <Table
          caption={t("candidates:office.title")}
          captionSize="hidden"
          stacks
          columns={(["name", "organisation", "state", "consent", "supporters", "sent"] as const).map((key) => ({ key, heading: t(`candidates:office.${key}`) }))}
          rows={nominations.map((one) => ({
            key: one.id,
            cells: [
              <PageLink key="name" to={officeElectionPath(partnership, election, `nominations/${one.id}`)}>
                <bdi>{one.name}</bdi>
              </PageLink>,
              <InLanguage key="organisation" text={one.organisation} />,
              <NominationTag key="state" state={one.state} />,
              t(one.hasConsented ? "candidates:office.consented" : "candidates:office.not-consented"),
              one.asked === 0 ? t("candidates:office.none-asked") : t("candidates:office.confirmed-of", { number: number(one.confirmed), all: number(one.asked) }),
              one.sentOn,
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : officeElectionPath(partnership, election, "nominations")} next={nextAfter ? { to: officeElectionPath(partnership, election, "nominations", { after: nextAfter }) } : null} />
      <p className="govuk-body">
        <PageLink to={officeElectionPath(partnership, election, "candidates")}>{t("candidates:office.to-confirm")}</PageLink>
      </p>
    </>
  );
}
