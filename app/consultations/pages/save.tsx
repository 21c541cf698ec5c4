// How to come back later, here or on another device; and how to leave nothing behind on a device that others use.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { graceEndsAt } from "../life.ts";
import { forgetDraft } from "../draft-cookie.server.ts";
import { readEmailField } from "../email-field.ts";
import { pathToGoOn } from "../going-on.ts";
import { consultationPath, responsesPath } from "../paths.ts";
import { findResponding, neverKept, requireDraft } from "../responding.server.ts";
import { ClearDevice } from "../ui/clear-device.tsx";
import { EmailForm } from "../ui/email-form.tsx";
import { Reference } from "../ui/reference.tsx";
import { untilText } from "../until.ts";
import { sendWayBack } from "../ways-back.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const responding = await findResponding(args);
  const { partnership, consultation, version } = responding;
  const draft = requireDraft(responding, now);
  const name = wordsFor(language).t("consultations:save.title", { consultation: textIn(consultation.title, language).text });
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation, draft },
    goOn: pathToGoOn(partnership, consultation, draft, version.definition, textInAll),
    address: siteOfPartnership(partnership).replace(/^https?:\/\//, "") + pathInLanguage(responsesPath(partnership), language),
  };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { language, now } = args.context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const form = await readForm(args.request);
  if (form.get("_intent") === "clear") {
    return redirect(consultationPath(partnership, consultation), { headers: forgetDraft(consultation.id) });
  }
  const draft = requireDraft(responding, now);
  const typed = form.get("email") ?? "";
  const email = readEmailField(typed);
  if (!email.ok) return data({ typed, problem: email.problem, sentTo: null }, { status: 422 });
  const isWithin =
    (await isWithinLimit("letter from", args.context.address, 30, 3600)) && (await isWithinLimit("way back", draft.id, 5, 3600));
  if (!isWithin) {
    return data({ typed, problem: "too-many" as const, sentTo: null }, { status: 429 });
  }
  await inTransaction((transaction) => sendWayBack(transaction, { partnership, consultation, language, now }, draft, email.value));
  return data({ typed: "", problem: null, sentTo: email.value });
}

export default function SavePage() {
  const { partnership, consultation, draft, goOn, address } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const words = useWords();
  const { t, instant } = words;
  const error = acted?.problem ? t(`consultations:email.${acted.problem}`) : undefined;
  const sendBy = graceEndsAt(consultation);
  return (
    <>
      <ErrorSummary errors={error ? [{ href: "#email", text: error }] : []} />
      {acted?.sentTo && <NotificationBanner kind="success">{t("consultations:save.emailed", { email: acted.sentTo })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("consultations:save.heading")}</PageHeading>
      <p className="govuk-body">{t("consultations:save.not-sent")}</p>
      <p className="govuk-body">
        {t("consultations:receipt.reference")} <Reference reference={draft.reference} />
      </p>
      <p className="govuk-body">
        {t("consultations:save.how")} <bdi className="govuk-!-font-weight-bold govuk-!-text-break-word">{address}</bdi>
      </p>
      <p className="govuk-body">{t("consultations:save.kept", { until: instant(draft.expiresAt) })}</p>
      {sendBy && <p className="govuk-body">{t("consultations:save.send-by", { until: untilText(words, sendBy) })}</p>}
      <p className="govuk-body">{t("consultations:save.secret")}</p>
      <ButtonLink to={goOn}>{t("consultations:save.go-on")}</ButtonLink>

      <h2 className="govuk-heading-m">{t("consultations:save.email.heading")}</h2>
      <EmailForm
        label={t("consultations:receipt.email.label")}
        hint={t("consultations:save.email.hint")}
        button={t("consultations:save.email.button")}
        value={acted ? acted.typed : (draft.email ?? undefined)}
        error={error}
      />
      <ClearDevice partnership={partnership} consultation={consultation} />
    </>
  );
}
