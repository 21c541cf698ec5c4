// Where the link of an invitation leads. Opening it uses nothing up, because programs that check mail open links too: a person
// presses the button. Somebody new is signed in; whoever had an account signs in as always, because the link lives for days.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipPath } from "#app/partnerships/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { invitationInDays } from "../invitation.ts";
import { acceptInvitation, findInvitationOfLink } from "../invitations.store.server.ts";
import { signInPath } from "../paths.ts";
import { roleName } from "../role-name.ts";
import { listConsultationChoices } from "../roles.store.server.ts";
import { signIn } from "../session.server.ts";

export async function loader({ params, request, context: { language, now, address } }: LoaderFunctionArgs) {
  if (!(await isWithinLimit("invitation link", address, 60, 900))) throw tooMany();
  const { t } = wordsFor(language);
  const partnership = await findPartnership(db(), params.partnership);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const invitation = await findInvitationOfLink(db(), partnership.id, token, now);
  const name = textIn(partnership.name, language).text;
  const heading = invitation ? t("invitations:accept.title", { name }) : t("invitations:accept.dead");
  const choices = invitation && invitation.consultationIds.length > 0 ? await listConsultationChoices(db(), partnership.id) : [];
  const consultations = choices.filter(({ id }) => invitation?.consultationIds.includes(id)).map(({ id, title }) => ({ id, title }));
  return data(
    { token, name, heading, slug: partnership.slug, roles: invitation?.roles ?? null, consultations, title: titleOf(heading, language) },
    { status: invitation ? 200 : 410 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action({ params, request, context: { now, address } }: ActionFunctionArgs) {
  if (!(await isWithinLimit("invitation link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const token = (await readForm(request)).get("token") ?? "";
  const to = partnershipPath(partnership);
  const opened = await inTransaction(async (transaction) => {
    const accepted = await acceptInvitation(transaction, partnership.id, token, now);
    if (accepted === null) return null;
    return accepted.isNew ? signIn(transaction, request, { personId: accepted.personId, by: "invitation", to, now }) : { to: signInPath(to, { accepted: true }), cookie: null };
  });
  // The loader then says that the link is dead.
  if (opened === null) return data(null, { status: 410 });
  return redirect(opened.to, opened.cookie === null ? {} : { headers: { "Set-Cookie": opened.cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AcceptInvitation() {
  const { token, name, heading, slug, roles, consultations } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  if (roles === null) {
    return (
      <>
        <PageHeading>{heading}</PageHeading>
        <p className="govuk-body">{t("invitations:accept.why", { count: invitationInDays, number: number(invitationInDays) })}</p>
        <p className="govuk-body">{t("invitations:accept.then")}</p>
        <ButtonLink to={signInPath(partnershipPath({ slug }))}>{t("people:signIn.title")}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t("invitations:accept.roles", { name })}</p>
      <ul className="govuk-list govuk-list--bullet">
        {roles.map((role) => (
          <li key={role}>
            {roleName(t, role)}
            {role === "analyst" && consultations.length > 0 && (
              <>
                {" "}
                {t("invitations:accept.in", { count: consultations.length })}
                <ul className="govuk-list govuk-list--bullet">
                  {consultations.map(({ id, title }) => (
                    <li key={id}>
                      <InLanguage text={title} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="govuk-body">{t("invitations:accept.press")}</p>
      <form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <Button>{t("invitations:accept.yes")}</Button>
      </form>
      <p className="govuk-body">{t("invitations:accept.no")}</p>
    </>
  );
}
