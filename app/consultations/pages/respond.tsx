// Where a response is begun, or gone on with.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pagesOf } from "#app/forms/check.ts";
import { sameDrawing } from "#app/shared/drawings.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { isBlockedIn } from "../consultation.ts";
import { stateOf } from "../life.ts";
import { draftCookie } from "../draft-cookie.server.ts";
import { isSent, isUntouched } from "../draft.ts";
import { beginDraft } from "../drafts.store.server.ts";
import { pathToGoOn } from "../going-on.ts";
import { checkAnswersPath, consultationPath, ownResponsePath, questionsPath, respondPath, responsesPath } from "../paths.ts";
import { mayFillIn, mayRespond } from "../policy.ts";
import { findResponding, ownPage } from "../responding.server.ts";
import { recallCurrentVersion } from "../store.server.ts";
import { BeforeStarting } from "../ui/before-starting.tsx";
import { Closed } from "../ui/closed.tsx";
import { QuestionsChanged } from "../ui/questions-changed.tsx";
import { TranslationNotice } from "../ui/translation-notice.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { partnership, consultation, version, newer, draft } = await findResponding(args);
  const words = wordsFor(context.language);
  const name = words.t("consultations:start.title", { consultation: textIn(consultation.title, context.language).text });
  return data(
    {
      title: titleOf(name, context.language, partnership),
      ...{ partnership, consultation, state: stateOf(consultation, context.now) },
      isOpen: mayRespond(consultation, context.now),
      draft: draft && {
        isSent: isSent(draft),
        mayFillIn: mayFillIn(consultation, draft, context.now),
        savedAt: draft.savedAt,
        isOutOfDate: newer !== null,
        goesOnAt: pathToGoOn(partnership, consultation, draft, version.definition, textInAll),
      },
    },
    { headers: draft ? {} : sameDrawing },
  );
}

export const headers = () => ownPage;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

/** Begins, straight from the page of the consultation too; whoever has begun before on this device is asked how to go on. */
export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, draft: begun, version: asked } = await findResponding(args);
  const isAfresh = (await readForm(args.request)).get("_intent") === "afresh";
  const respond = respondPath(partnership, consultation);
  if (!mayRespond(consultation, now)) throw redirect(respond);
  // because whoever follows the first button of a page kept from before it was decided is told, too, where it is asked
  if (isBlockedIn(consultation, language) && (!begun || isAfresh)) throw redirect(respond);
  if (begun && !isAfresh) {
    throw redirect(isUntouched(begun) ? pathToGoOn(partnership, consultation, begun, asked.definition, textInAll) : respond);
  }
  const version = await recallCurrentVersion(consultation, now);
  const draft = await beginDraft(consultation, { formVersionId: version.id, language, now });
  const [first] = pagesOf(version.definition, {});
  const path = first ? questionsPath(partnership, consultation, first.id) : checkAnswersPath(partnership, consultation);
  return redirect(path, { headers: draftCookie(consultation.id, draft.reference) });
}

export default function RespondPage() {
  const { partnership, consultation, isOpen, draft, state } = useLoaderData<typeof loader>();
  const { t, language } = useWords();
  return (
    <>
      <BackLink to={consultationPath(partnership, consultation)} />
      {draft && <Begun {...{ partnership, consultation, draft }} />}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("consultations:start.heading")}</PageHeading>
      <TranslationNotice partnership={partnership} consultation={consultation} />
      {isOpen && isBlockedIn(consultation, language) ? null : isOpen ? (
        <>
          <p className="govuk-body">{t("consultations:respond.all-some-none")}</p>
          <BeforeStarting consultation={consultation} />
          <form method="post">
            {draft ? (
              <Button look={draft.mayFillIn ? "secondary" : "main"} name="_intent" value="afresh">
                {t("consultations:start.afresh")}
              </Button>
            ) : (
              <Button start>{t("consultations:start.begin")}</Button>
            )}
          </form>
        </>
      ) : (
        <Closed state={state} consultation={consultation} />
      )}
      <h2 className="govuk-heading-m">{t("consultations:start.elsewhere.heading")}</h2>
      <p className="govuk-body">
        {t("consultations:start.elsewhere.text")}{" "}
        <PageLink to={responsesPath(partnership)}>{t("consultations:start.elsewhere.link")}</PageLink>
      </p>
      <p className="govuk-body">
        <PageLink to={`${consultationPath(partnership, consultation)}#other-ways`}>{t("consultations:start.other-ways")}</PageLink>
      </p>
    </>
  );
}

type BegunProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "partnership" | "consultation"> & {
  draft: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["draft"]>;
};

/** What this device began or sent before, and how to go on with it. */
function Begun({ partnership, consultation, draft }: BegunProps) {
  const { t, instant } = useWords();
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        {t(draft.isSent ? "consultations:start.sent" : "consultations:start.begun", { at: instant(draft.savedAt) })}
      </p>
      <ButtonGroup>
        {draft.isSent ? (
          <ButtonLink to={ownResponsePath(partnership, consultation)}>{t("consultations:start.see")}</ButtonLink>
        ) : (
          <ButtonLink to={draft.mayFillIn ? draft.goesOnAt : checkAnswersPath(partnership, consultation)}>
            {t(draft.mayFillIn ? "consultations:start.go-on" : "consultations:start.read-draft")}
          </ButtonLink>
        )}
      </ButtonGroup>
      {draft.isOutOfDate && draft.mayFillIn && !draft.isSent && <QuestionsChanged partnership={partnership} consultation={consultation} />}
    </NotificationBanner>
  );
}
