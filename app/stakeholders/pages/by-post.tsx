// Those without an e-mail address: addresses for labels, numbers to call; and that letters to them went.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { invitationsPath } from "#app/consultations/office-paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countWhom, listToPost, recordPosted } from "../mailings.store.server.ts";
import { byPostCsvPath, byPostPath } from "../paths.ts";
import { shownName } from "../stakeholder.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, signedIn } = await findForOffice(args, mayInvite);
  const query = new URL(args.request.url).searchParams;
  const after = query.get("after");
  const { people, nextAfter } = await listToPost(db(), consultation, { after });
  const { byPost, posted } = await countWhom(db(), consultation);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "invitations.read", subjectKind: "consultation", subjectId: consultation.id },
    facts: { shown: people.length },
  });
  const left = byPost - posted;
  const asks = query.get("ask") === "posted" && left > 0;
  return {
    title: titleOf(words.t(asks ? "mailings:post.ask" : "mailings:post.title", { count: left, number: words.number(left) }), language, partnership),
    ...{ partnership, consultation, people, nextAfter, isFirst: after === null, byPost, posted, left, asks },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayInvite);
  if ((await readForm(args.request)).get("deed") !== "posted") throw badRequest();
  await inTransaction((transaction) => recordPosted(transaction, consultation, { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now }));
  return redirect(`${invitationsPath(partnership, consultation)}?posted`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ByPostPage() {
  const { partnership, consultation, people, nextAfter, isFirst, byPost, posted, left, asks } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = byPostPath(partnership, consultation);
  if (asks) {
    return (
      <Confirming
        question={t("mailings:post.ask", { count: left, number: number(left) })}
        consequence={t("mailings:post.ask-text")}
        yes={{ name: "deed", value: "posted", text: t("mailings:post.ask-yes"), look: "main" }}
        no={t("mailings:ask.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={invitationsPath(partnership, consultation)} text={t("mailings:title")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("mailings:post.title")}</PageHeading>
      <p className="govuk-body">{t("mailings:post.text")}</p>
      <p className="govuk-body">{t("mailings:whom.posted-of", { number: number(byPost), posted: number(posted) })}</p>
      {people.length === 0 ? (
        <p className="govuk-body">{t("mailings:post.empty")}</p>
      ) : (
        <Table
          caption={t("mailings:post.title")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "who", heading: t("stakeholders:list.who") },
            { key: "post", heading: t("stakeholders:field.post") },
            { key: "telephone", heading: t("stakeholders:field.telephone") },
            { key: "language", heading: t("stakeholders:field.language") },
          ]}
          rows={people.map((one) => ({
            key: one.id,
            cells: [
              <span key="who">
                <bdi>{shownName({ ...one, email: null })}</bdi> {one.isPosted && <Tag colour="green">{t("mailings:state.posted")}</Tag>}
              </span>,
              <span key="post" className="plain-text" dir="auto">{one.post}</span>,
              <bdi key="telephone">{one.telephone}</bdi>,
              <span key="language" lang={one.language} dir="auto">{languageNames[one.language]}</span>,
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : here} next={nextAfter ? { to: `${here}?after=${nextAfter}` } : null} />
      {byPost > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={byPostCsvPath(partnership, consultation)} download>
            {t("mailings:post.csv")}
          </a>
        </p>
      )}
      {left > 0 && <ButtonLink to={`${here}?ask=posted`}>{t("mailings:post.record", { count: left, number: number(left) })}</ButtonLink>}
    </>
  );
}
