// Something that a meeting agreed somebody does: marked as done on a day with a note, or as not done after all.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { actionStateOf, doneAsTyped, doneUnits, longestNote, readDone } from "../action.ts";
import { findAction, settleAction } from "../actions.store.server.ts";
import { holdMeeting } from "../meetings.store.server.ts";
import { officeActionPath, officeActionsPath, officeMinutesPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { ActionState } from "../ui/action-state.tsx";

const dones = ["settled", "reopened"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const { id, text, owner, dueOn, doneOn, note, meeting } = await findAction(db(), partnership.id, args.params.action);
  const words = wordsFor(language);
  const asked = new URL(args.request.url).searchParams.get("done");
  return {
    title: titleOf(textIn(text, language).text, language, partnership),
    ...{ partnership, meeting, entries: doneAsTyped({ doneOn, note }, dayOf(now)), done: dones.find((one) => one === asked) ?? null },
    action: { id, text, owner, note, state: actionStateOf({ dueOn, doneOn }, dayOf(now)), dueOn: words.date(dueOn), doneOn: doneOn && words.date(doneOn) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now, language } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request);
  const there = await findAction(db(), partnership.id, args.params.action);
  const done = await inTransaction(async (transaction): Promise<Refused | (typeof dones)[number]> => {
    await holdMeeting(transaction, partnership.id, there.meeting.id);
    const one = await findAction(transaction, partnership.id, there.id);
    if (form.get("deed") === "reopen") {
      await settleAction(transaction, by, one.meeting, one.id, null);
      return "reopened";
    }
    const theirs = doneAsTyped(one, dayOf(now));
    const { merged, clashes } = takeEdits(doneUnits, form, theirs);
    const read = readDone(merged, { startsAt: one.meeting.startsAt, language, today: dayOf(now), before: one.note });
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await settleAction(transaction, by, one.meeting, one.id, read.value);
    return "settled";
  });
  return typeof done === "string" ? redirect(officeActionPath(partnership, there, { done })) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeActionPage() {
  const { partnership, meeting, action: shown, done, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const fields = useFields({ say: (name) => t(`actions:field.${name}`), sayProblem: (code, values) => t(`actions:problem.${code}`, values) }, { loaded: loaded.entries, refused });
  const facts = {
    owner: <bdi>{shown.owner}</bdi>,
    due: shown.dueOn,
    meeting: (
      <PageLink to={officeMinutesPath(partnership, meeting)}>
        <InLanguage text={meeting.bodyName} />, {instant(meeting.startsAt)}
      </PageLink>
    ),
    state: <ActionState {...shown} />,
  };
  return (
    <>
      <BackLink to={officeActionsPath(partnership)} text={t("actions:title")} />
      <ErrorSummary errors={fields.errors} />
      {done && <NotificationBanner kind="success">{t(`actions:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={t("actions:one")}>
        <InLanguage text={shown.text} />
      </PageHeading>
      <SummaryList rows={Object.entries(facts).map(([key, value]) => ({ key, label: t(`actions:fact.${key}`), value }))} />
      <h2 className="govuk-heading-m">{t(shown.state === "done" ? "actions:change" : "actions:settle")}</h2>
      <form method="post" noValidate>
        <DateField {...fields.dayField("done")} />
        <Theirs said={fields.theirs("done")} />
        <Textarea {...fields.field("note")} rows={3} hint={t("actions:field.note-hint", { most: number(longestNote) })} />
        <Theirs said={fields.theirs("note")} />
        <AsOpened entries={fields.before} />
        <ButtonGroup>
          <Button name="deed" value="done">{t(shown.state === "done" ? "actions:save" : "actions:settle")}</Button>
          {shown.state === "done" && (
            <Button look="secondary" name="deed" value="reopen">{t("actions:reopen")}</Button>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
