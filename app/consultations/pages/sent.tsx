// The receipt: that we have the response, what happens next, and a copy to keep.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { route } from "#app/forms/routing.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Panel } from "#app/shared/ui/panel.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { readEmailField } from "../email-field.ts";
import { consultationPath, equalityPath, ownResponsePath } from "../paths.ts";
import { mayChange } from "../policy.ts";
import { findResponding, neverKept, requireNotWithdrawn } from "../responding.server.ts";
import { sendReceiptTo } from "../responses.store.server.ts";
import { findFormVersion } from "../store.server.ts";
import { AnswersSent } from "../ui/answers-sent.tsx";
import { ClearDevice } from "../ui/clear-device.tsx";
import { EmailForm } from "../ui/email-form.tsx";
import { Reference } from "../ui/reference.tsx";
import { WhatHappensNext } from "../ui/what-happens-next.tsx";
import { untilText } from "../until.ts";

// because what the pages of questions kept in the tab is cleared away where sending leads
export const handle = { scripts: ["keep-answers"] };

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const response = await requireNotWithdrawn(responding);
  const { definition } = await findFormVersion(db(), response.formVersionId);
  const name = wordsFor(language).t("consultations:receipt.title", { consultation: textIn(consultation.title, language).text });
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation, response, today: dayOf(now) },
    sections: route(definition, ({ id }) => response.answers[id]),
    mayChange: mayChange(consultation, response, now),
  };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { language, now } = args.context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const response = await requireNotWithdrawn(responding);
  const typed = (await readForm(args.request)).get("email") ?? "";
  const email = readEmailField(typed);
  if (!email.ok) return data({ typed, problem: email.problem, sentTo: null }, { status: 422 });
  const isWithin =
    (await isWithinLimit("letter from", args.context.address, 30, 3600)) && (await isWithinLimit("receipt", response.id, 5, 3600));
  if (!isWithin) {
    return data({ typed, problem: "too-many" as const, sentTo: null }, { status: 429 });
  }
  await inTransaction((transaction) => sendReceiptTo(transaction, { partnership, consultation, language, now }, response, email.value));
  return data({ typed: "", problem: null, sentTo: email.value });
}

export default function SentPage() {
  const { partnership, consultation, response, today, sections, mayChange: isChangeable } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const words = useWords();
  const { t, instant } = words;
  const { closesAt, asksEquality } = consultation;
  const { said, reference, currentRevision, sentAt } = response;
  const error = acted?.problem ? t(`consultations:email.${acted.problem}`) : undefined;
  return (
    <>
      <ErrorSummary errors={error ? [{ href: "#email", text: error }] : []} />
      {acted?.sentTo && <NotificationBanner kind="success">{t("consultations:receipt.emailed", { email: acted.sentTo })}</NotificationBanner>}
      <Panel title={t(currentRevision > 1 ? "consultations:receipt.changed" : "consultations:receipt.heading")}>
        {t("consultations:receipt.reference")}
        <br />
        <Reference reference={reference} />
      </Panel>
      <p className="govuk-body">
        <InLanguage text={consultation.title} />
      </p>
      <p className="govuk-body">{t("consultations:receipt.sent", { at: instant(sentAt) })}</p>
      <p className="govuk-body">{t("consultations:receipt.keep")}</p>
      <p className="govuk-body">
        {said.email ? t("consultations:receipt.email-sent", { email: said.email }) : t("consultations:receipt.no-email")}
      </p>

      <WhatHappensNext partnership={partnership} consultation={consultation} isOver={false} today={today} />
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <PageLink to={ownResponsePath(partnership, consultation)}>
            {t(isChangeable ? "consultations:receipt.change" : "consultations:receipt.withdraw")}
          </PageLink>
          {isChangeable && closesAt && <> {t("consultations:receipt.change-until", { until: untilText(words, closesAt) })}</>}
        </li>
        {asksEquality && (
          <li>
            <PageLink to={equalityPath(partnership, consultation)}>{t("consultations:receipt.equality")}</PageLink>
          </li>
        )}
        <li>
          <PageLink to={consultationPath(partnership, consultation)}>{t("consultations:receipt.consultation")}</PageLink>
        </li>
      </ul>

      <h2 className="govuk-heading-m">{t("consultations:receipt.email.heading")}</h2>
      <EmailForm
        label={t("consultations:receipt.email.label")}
        hint={t("consultations:receipt.email.hint")}
        button={t("consultations:receipt.email.button")}
        value={acted?.typed}
        error={error}
      />
      <ClearDevice partnership={partnership} consultation={consultation} />

      <h2 className="govuk-heading-m">{t("consultations:receipt.copy")}</h2>
      <p className="govuk-body">{t("consultations:receipt.print")}</p>
      <AnswersSent sections={sections} answers={{ ...response.answers, ...response.personal }} said={said} />
    </>
  );
}
