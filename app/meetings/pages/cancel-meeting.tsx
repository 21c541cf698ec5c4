// Cancels a meeting, with a reason that everybody reads. It stays in calendars, marked as cancelled.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage, within } from "#app/shared/languages.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isChangeable } from "../meeting.ts";
import { cancelMeeting, findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { officeMeetingPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";

const longestReason = 1000;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  if (!isChangeable(meeting, now)) throw redirect(officeMeetingPath(partnership, meeting));
  const words = wordsFor(language);
  const question = words.t("meetings:cancel.ask", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) });
  return { title: titleOf(question, language, partnership), question, partnership, meeting: { id: meeting.id, name: meeting.body.name } };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const entries = Object.fromEntries(await readForm(args.request));
  const why = readText("why", entries, passage);
  const long = tooLong("why", why, longestReason);
  if (Object.keys(why).length === 0) return data({ entries, problem: { input: `why-${defaultLanguage}`, code: "missing" } }, { status: 422 });
  if (long[0] !== undefined) return data({ entries, problem: { input: long[0], code: "long" } }, { status: 422 });
  const meeting = await inTransaction(async (transaction) => {
    const held = await holdMeeting(transaction, partnership.id, args.params.meeting);
    if (isChangeable(held, now)) await cancelMeeting(transaction, { partnershipId: partnership.id, personId: signedIn.personId, now }, held, why);
    return held;
  });
  return redirect(`${officeMeetingPath(partnership, meeting)}?cancelled`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CancelMeetingPage() {
  const { partnership, meeting, question } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused ? t(`meetings:cancel.problem.${refused.problem.code}`, { most: number(longestReason) }) : undefined;
  const back = officeMeetingPath(partnership, meeting);
  return (
    <>
      <BackLink to={back} text={t("meetings:to-meeting")} />
      <ErrorSummary errors={refused && error ? [{ href: `#${refused.problem.input}`, text: error }] : []} />
      <PageHeading caption={<InLanguage text={meeting.name} />}>{question}</PageHeading>
      <WarningText>{t("meetings:cancel.text")}</WarningText>
      <form method="post" noValidate>
        <FieldsInLanguages
          name="why"
          rows={3}
          legend={t("meetings:cancel.why")}
          hint={t("meetings:cancel.why-hint")}
          valueOf={(one) => refused?.entries[`why-${one}`] ?? ""}
          errorOf={(one) => (refused?.problem.input === `why-${one}` ? error : undefined)}
        />
        <ButtonGroup>
          <Button look="warning">{t("meetings:cancel.yes")}</Button>
          <PageLink to={back}>{t("meetings:hub.ask-no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
