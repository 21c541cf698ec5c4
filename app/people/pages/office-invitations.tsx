// The invitations of a partnership that have not been accepted: sent again or withdrawn.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, forbidden, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requirePeopleKeeper } from "../guard.server.ts";
import { findInvitation, listInvitations, sendInvitationAgain, withdrawInvitation } from "../invitations.store.server.ts";
import { invitePath, officeInvitationsPath, officePeoplePath } from "../paths.ts";
import { InvitationTable } from "../ui/invitation-table.tsx";

const told = ["sent", "sent-again", "withdrawn", "gone"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn } = await requirePeopleKeeper(args);
  const { t, instant } = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const [before, ask] = [query.get("before"), query.get("ask")];
  const asked = ask === null ? null : await findInvitation(db(), partnership.id, ask);
  const { invitations, nextBefore } = await inTransaction(async (transaction) => {
    const page = await listInvitations(transaction, { partnershipId: partnership.id, before });
    await recordAudit(transaction, {
      ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "invitations.read" },
      ...{ subjectKind: "partnership", subjectId: partnership.id, facts: { shown: page.invitations.length } },
    });
    return page;
  });
  const question = asked && t("invitations:withdraw.question", { name: asked.name });
  return {
    title: titleOf(question ?? t("invitations:title"), language, partnership),
    ...{ partnership, nextBefore, isFirst: before === null },
    asking: asked && { id: asked.id, question: question ?? "" },
    rows: invitations.map(({ sentAt, expiresAt, ...invitation }) => ({
      ...{ id: invitation.id, name: invitation.name, email: invitation.email, roles: invitation.roles },
      ...{ sentAt: instant(sentAt), until: instant(expiresAt), isOver: expiresAt <= now },
    })),
    done: told.find((one) => one === query.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn, reachesBelow } = await requirePeopleKeeper(args);
  const form = await readForm(args.request);
  const [deed, id] = [form.get("deed"), form.get("invitation")];
  if (id === null || (deed !== "again" && deed !== "withdraw")) throw badRequest();
  const asked = { partnership, by: signedIn, now };
  const back = (done: (typeof told)[number]) => redirect(officeInvitationsPath(partnership, { done }));
  if (deed === "withdraw") return back((await inTransaction((transaction) => withdrawInvitation(transaction, id, asked))) ? "withdrawn" : "gone");
  if ((await findInvitation(db(), partnership.id, id)).includesBelow && !reachesBelow) throw forbidden();
  if (!(await isWithinLimit("invitation", partnership.id, 60, 3600))) throw tooMany();
  await inTransaction((transaction) => sendInvitationAgain(transaction, id, asked));
  return back("sent-again");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function OfficeInvitations() {
  const { partnership, rows, nextBefore, isFirst, asking, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = officeInvitationsPath(partnership);
  if (asking) {
    return (
      <Confirming
        question={asking.question}
        consequence={t("invitations:withdraw.consequence")}
        yes={{ name: "deed", value: "withdraw", text: t("invitations:withdraw.yes") }}
        no={t("roles:ask.no")}
        backTo={here}
        fields={{ invitation: asking.id }}
      />
    );
  }
  return (
    <>
      <BackLink to={officePeoplePath(partnership)} text={t("roles:title")} />
      {done && <NotificationBanner kind={done === "gone" ? "important" : "success"}>{t(`invitations:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("invitations:title")}</PageHeading>
      <p className="govuk-body">{t("invitations:text")}</p>
      <ButtonLink to={invitePath(partnership)}>{t("invitations:new.title")}</ButtonLink>
      {rows.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? "invitations:none" : "invitations:end")}</p>
      ) : (
        <InvitationTable rows={rows} askPathOf={(id) => officeInvitationsPath(partnership, { ask: id })} />
      )}
      <Pagination
        first={isFirst ? null : here}
        next={nextBefore ? { to: officeInvitationsPath(partnership, { before: nextBefore }) } : null}
      />
    </>
  );
}
