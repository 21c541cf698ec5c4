// Where a response is begun, or gone on with.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pagesOf } from "#app/forms/check.ts";
import { sameDrawing } from "#app/shared/drawings.server.ts";
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
import { graceEndsAt, stateOf } from "../consultation.ts";
import { draftCookie } from "../draft-cookie.server.ts";
import { isSent, keptForDays } from "../draft.ts";
import { beginDraft } from "../drafts.store.server.ts";
import { pathToGoOn } from "../going-on.ts";
import { checkAnswersPath, consultationPath, ownResponsePath, questionsPath, respondPath, responsesPath } from "../paths.ts";
import { mayFillIn, mayRespond } from "../policy.ts";
import { findResponding, ownPage } from "../responding.server.ts";
import { recallCurrentVersion } from "../store.server.ts";
import { Closed } from "../ui/closed.tsx";
import { untilText } from "../until.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { partnership, consultation, version, draft } = await findResponding(args);
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
        goesOnAt: pathToGoOn(partnership, consultation, draft, version.definition, textInAll),
      },
    },
    { headers: draft ? {} : sameDrawing },
  );
}

export const headers = () => ownPage;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation } = await findResponding(args);
  if (!mayRespond(consultation, now)) throw redirect(respondPath(partnership, consultation));
  const version = await recallCurrentVersion(consultation, now);
  const draft = await beginDraft(consultation, { formVersionId: version.id, language, now });
  const [first] = pagesOf(version.definition, {});
  const path = first ? questionsPath(partnership, consultation, first.id) : checkAnswersPath(partnership, consultation);
  return redirect(path, { headers: draftCookie(consultation.id, draft.reference) });
}

export default function RespondPage() {
  const { partnership, consultation, isOpen, draft, state } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number } = words;
  const { closesAt, languages } = consultation;
  const graceEnds = graceEndsAt(consultation);
  return (
    <>
      <BackLink to={consultationPath(partnership, consultation)} />
      {draft && <Begun {...{ partnership, consultation, draft }} />}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("consultations:start.heading")}</PageHeading>
      {isOpen ? (
        <>
          <p className="govuk-body">{t("consultations:respond.all-some-none")}</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>{t("consultations:start.no-account")}</li>
            <li>{t("consultations:start.saved", { days: number(keptForDays) })}</li>
            <li>{t("consultations:start.before-sending")}</li>
            {closesAt && graceEnds && (
              <li>
                {t(graceEnds > closesAt ? "consultations:start.until-grace" : "consultations:start.until", {
                  until: untilText(words, closesAt),
                  grace: untilText(words, graceEnds),
                })}
              </li>
            )}
          </ul>
          {!languages.includes(words.language) && <p className="govuk-body">{t("consultations:start.language")}</p>}
          <form method="post">
            <Button look={draft?.mayFillIn ? "secondary" : "main"}>
              {t(draft ? "consultations:start.afresh" : "consultations:start.begin")}
            </Button>
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
    </NotificationBanner>
  );
}
