// Asks to be told by e-mail when there is an outcome. The answer is the same whether or not the address had asked before.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEmailField } from "#app/consultations/email-field.ts";
import { consultationPath, followPath, outcomePath } from "#app/consultations/paths.ts";
import { findConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
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
import { askToFollow } from "../followers.store.server.ts";

async function findFollowed({ params }: Pick<LoaderFunctionArgs, "params">) {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  if (consultation.outcomePublishedAt) throw redirect(outcomePath(partnership, consultation));
  return { partnership, consultation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findFollowed(args);
  const isAsked = new URL(args.request.url).searchParams.has("asked");
  const words = wordsFor(language);
  const name = words.t(isAsked ? "replies:follow.asked-of" : "replies:follow.title-of", { title: within(consultation.title, words) });
  return { title: titleOf(name, language, partnership), partnership, consultation, isAsked };
}

export async function action(args: ActionFunctionArgs) {
  const { language, now, address } = args.context;
  const { partnership, consultation } = await findFollowed(args);
  const typed = (await readForm(args.request)).get("email") ?? "";
  const email = readEmailField(typed);
  if (!email.ok) return data({ typed, problem: email.problem }, { status: 422 });
  const isWithin =
    (await isWithinLimit("letter from", address, 30, 3600)) && (await isWithinLimit("following", `${consultation.id} ${email.value}`, 3, 3600));
  if (!isWithin) return data({ typed, problem: "too-many" as const }, { status: 429 });
  await inTransaction((transaction) => askToFollow(transaction, { partnership, consultation, email: email.value, language, now }));
  return redirect(`${followPath(partnership, consultation)}?asked`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function FollowPage() {
  const { partnership, consultation, isAsked } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const error = tried ? t(`consultations:email.${tried.problem}`) : undefined;
  const caption = <InLanguage text={consultation.title} />;
  const back = <BackLink to={consultationPath(partnership, consultation)} text={t("replies:outcome.back")} />;
  if (isAsked && !tried) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("replies:follow.asked")}</PageHeading>
        <p className="govuk-body">{t("replies:follow.press")}</p>
        <p className="govuk-body">{t("replies:follow.nothing-came")}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <ErrorSummary errors={error ? [{ href: "#email", text: error }] : []} />
      <PageHeading caption={caption}>{t("replies:follow.title")}</PageHeading>
      <p className="govuk-body">{t("replies:follow.text")}</p>
      <form method="post" noValidate>
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          label={t("replies:follow.email")}
          hint={t("replies:follow.email-hint")}
          value={tried?.typed}
          error={error}
        />
        <Button>{t("replies:follow.button")}</Button>
      </form>
    </>
  );
}
