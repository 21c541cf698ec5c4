// One's own response: to look at, to change while the consultation is open, to withdraw.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { route } from "#app/forms/routing.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { closesOn, isOver, stateOf } from "../life.ts";
import { isChange } from "../draft.ts";
import { putBackDraft, reopenDraft } from "../drafts.store.server.ts";
import { becamePath, checkAnswersPath, consultationPath, ownResponsePath, responsesPath } from "../paths.ts";
import { isTakenOutOfEverything, mayChange, mayWithdraw } from "../policy.ts";
import { findResponding, neverKept, requireOwnResponse } from "../responding.server.ts";
import { withdrawResponse } from "../responses.store.server.ts";
import { findFormVersion } from "../store.server.ts";
import { AnswersSent } from "../ui/answers-sent.tsx";
import { ClearDevice } from "../ui/clear-device.tsx";
import { Paused } from "../ui/paused.tsx";
import { Reference } from "../ui/reference.tsx";
import { Withdrawal } from "../ui/withdrawal.tsx";
import { untilText } from "../until.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The response that the cookie of the consultation named in the query opens. */
async function findMine(args: Args) {
  const wanted = new URL(args.request.url).searchParams.get("consultation");
  if (wanted === null) throw redirect(responsesPath(await findPartnership(db(), args.params.partnership)));
  const responding = await findResponding({ ...args, params: { ...args.params, consultation: wanted } });
  const response = await requireOwnResponse(responding);
  const { definition } = await findFormVersion(db(), response.formVersionId);
  return { ...responding, response, definition };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, draft, response, definition } = await findMine(args);
  const isAskingToWithdraw = mayWithdraw(response) && new URL(args.request.url).searchParams.has("withdraw");
  const { t } = wordsFor(language);
  const name = t(isAskingToWithdraw ? "consultations:mine.withdraw-title" : "consultations:mine.title", {
    consultation: textIn(consultation.title, language).text,
  });
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation, response, isAskingToWithdraw },
    sections: route(definition, ({ id }) => response.answers[id]),
    hasChanges: draft !== null && isChange(draft),
    mayChange: mayChange(consultation, response, now),
    state: stateOf(consultation, now),
    fromEverything: isTakenOutOfEverything(consultation, response.withdrawnAt ?? now),
  };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, response, definition } = await findMine(args);
  const intent = (await readForm(args.request)).get("_intent");
  if (intent === "withdraw") {
    await inTransaction((transaction) => withdrawResponse(transaction, { partnership, consultation, language, now }, response));
  }
  if (intent === "change" && mayChange(consultation, response, now)) {
    await inTransaction((transaction) => reopenDraft(transaction, response, definition, now));
    return redirect(checkAnswersPath(partnership, consultation));
  }
  if (intent === "discard") {
    await inTransaction((transaction) => putBackDraft(transaction, response, definition, { sentAt: response.sentAt, now }));
  }
  return redirect(ownResponsePath(partnership, consultation));
}

export default function MinePage() {
  const shown = useLoaderData<typeof loader>();
  const { partnership, consultation, response, sections, hasChanges, fromEverything } = shown;
  const words = useWords();
  const { t, instant, date } = words;
  const caption = <InLanguage text={consultation.title} />;
  if (shown.isAskingToWithdraw) return <Withdrawal {...{ partnership, consultation, fromEverything }} />;
  if (response.withdrawnAt) {
    return (
      <>
        <PageHeading caption={caption}>{t("consultations:mine.withdrawn")}</PageHeading>
        <p className="govuk-body">{t("consultations:mine.withdrawn-at", { at: instant(response.withdrawnAt) })}</p>
        <p className="govuk-body">
          {t(fromEverything ? "consultations:withdraw.from-everything" : "consultations:withdraw.from-later")}
        </p>
        <p className="govuk-body">
          <PageLink to={consultationPath(partnership, consultation)}>{t("consultations:receipt.consultation")}</PageLink>
        </p>
        <ClearDevice partnership={partnership} consultation={consultation} />
      </>
    );
  }
  const closedOn = closesOn(consultation);
  return (
    <>
      <PageHeading caption={caption}>{t("consultations:mine.heading")}</PageHeading>
      <p className="govuk-body">{t("consultations:receipt.sent", { at: instant(response.sentAt) })}</p>
      <p className="govuk-body">
        {t("consultations:receipt.reference")} <Reference reference={response.reference} />
      </p>
      {hasChanges && <WarningText>{t("consultations:mine.unsent")}</WarningText>}
      <form method="post">
        <ButtonGroup>
          {hasChanges && <ButtonLink to={checkAnswersPath(partnership, consultation)}>{t("consultations:mine.go-on")}</ButtonLink>}
          {hasChanges && (
            <Button look="secondary" name="_intent" value="discard">
              {t("consultations:mine.discard")}
            </Button>
          )}
          {!hasChanges && shown.mayChange && (
            <Button name="_intent" value="change">
              {t("consultations:mine.change")}
            </Button>
          )}
          {isOver(shown.state) && <ButtonLink to={becamePath(partnership, consultation)}>{t("consultations:mine.became")}</ButtonLink>}
          <ButtonLink to={`${ownResponsePath(partnership, consultation)}&withdraw`} look="secondary">
            {t("consultations:mine.withdraw")}
          </ButtonLink>
        </ButtonGroup>
      </form>
      {shown.mayChange && consultation.closesAt && (
        <p className="govuk-body">{t("consultations:mine.change-until", { until: untilText(words, consultation.closesAt) })}</p>
      )}
      {shown.state === "paused" && <Paused consultation={consultation} />}
      {isOver(shown.state) && closedOn && <p className="govuk-body">{t("consultations:mine.closed", { date: date(closedOn) })}</p>}
      <h2 className="govuk-heading-m">{t("consultations:receipt.copy")}</h2>
      <AnswersSent sections={sections} answers={{ ...response.answers, ...response.personal }} said={response.said} />
      <ClearDevice partnership={partnership} consultation={consultation} />
    </>
  );
}
