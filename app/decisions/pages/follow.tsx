// Asks to be told of decisions by e-mail: of all, or of some. Nothing is sent before the address has said yes.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { listOpenOrganisations } from "#app/bodies/organisations.store.server.ts";
import { readEmailField } from "#app/consultations/email-field.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { everything, followsAsTyped, readFollows } from "../follow-form.ts";
import { askToFollow } from "../followers.store.server.ts";
import { confirmInDays } from "../letters.ts";
import { decisionsPath, followDecisionsPath } from "../paths.ts";
import { FollowFields } from "../ui/follow-fields.tsx";

async function findChoices(partnershipId: string) {
  const [bodies, organisations] = await Promise.all([listBodies(db(), partnershipId), listOpenOrganisations(db(), partnershipId)]);
  return { bodies: bodies.filter(({ endedOn }) => endedOn === null).map(({ id, name }) => ({ id, name })), organisations };
}

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const isAsked = new URL(request.url).searchParams.has("asked");
  return {
    title: titleOf(wordsFor(language).t(isAsked ? "decisions:follow.asked" : "decisions:follow.title"), language, partnership),
    ...{ partnership, isAsked, ...(await findChoices(partnership.id)) },
  };
}

export async function action({ params, request, context: { language, now, address } }: ActionFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const form = await readForm(request);
  const typed = form.get("email") ?? "";
  const { bodies, organisations } = await findChoices(partnership.id);
  const follows = readFollows(form, { bodyIds: bodies.map(({ id }) => id), organisationIds: organisations.map(({ id }) => id), language });
  const not = (problem: string) => ({ problem, entries: { ...followsAsTyped(follows), email: typed } });
  const email = readEmailField(typed);
  if (!email.ok) return data(not(email.problem), { status: 422 });
  const isWithin =
    (await isWithinLimit("letter from", address, 30, 3600)) && (await isWithinLimit("following decisions", `${partnership.id} ${email.value}`, 3, 3600));
  if (!isWithin) return data(not("too-many"), { status: 429 });
  await inTransaction((transaction) => askToFollow(transaction, { partnership, email: email.value, follows, now }));
  return redirect(`${followDecisionsPath(partnership)}?asked`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FollowPage() {
  const { partnership, isAsked, bodies, organisations } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const back = <BackLink to={decisionsPath(partnership)} text={t("decisions:feed.title")} />;
  const caption = <InLanguage text={partnership.name} />;
  if (isAsked && !tried) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("decisions:follow.asked")}</PageHeading>
        <p className="govuk-body">{t("decisions:follow.press")}</p>
        <p className="govuk-body">{t("decisions:follow.nothing-came", { number: number(confirmInDays) })}</p>
      </>
    );
  }
  const error = tried ? t(`consultations:email.${tried.problem}`) : undefined;
  const entries = tried?.entries ?? { ...followsAsTyped({ ...everything, language }), email: "" };
  return (
    <>
      {back}
      <ErrorSummary errors={error ? [{ href: "#email", text: error }] : []} />
      <PageHeading caption={caption}>{t("decisions:follow.title")}</PageHeading>
      <p className="govuk-body">{t("decisions:follow.text")}</p>
      <form method="post" noValidate>
        <TextField name="email" type="email" autoComplete="email" spellCheck={false} label={t("decisions:follow.email")} labelSize="m" hint={t("decisions:follow.email-hint")} value={entries.email} error={error} />
        <FollowFields entries={entries} bodies={bodies} organisations={organisations} />
        <Button>{t("decisions:follow.button")}</Button>
      </form>
    </>
  );
}
