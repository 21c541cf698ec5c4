// Somebody who sits for others says what they told them of a meeting. [A9.6]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { forbidden, forMembers } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { stateOf } from "../meeting.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { reportBackDueOn } from "../minutes.ts";
import { mySeatsPath } from "../paths.ts";
import { findReport, giveReport } from "../reports.store.server.ts";
import { requireSeated, seatAt } from "../seated.server.ts";
import { MeetingName } from "../ui/meeting-name.tsx";

const longestReport = 3000;

async function findOwed(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const seated = await requireSeated(args);
  const meeting = await findMeeting(db(), seated.partnership.id, args.params.meeting);
  const { own } = seatAt(seated.seats, meeting.body.id);
  if (!own) throw forMembers();
  if (stateOf(meeting, args.context.now) !== "held") throw forbidden();
  return { ...seated, meeting, appointmentId: own.appointmentId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, meeting, appointmentId } = await findOwed(args);
  const words = wordsFor(language);
  const report = await findReport(db(), meeting.id, appointmentId);
  const dueOn = reportBackDueOn(meeting);
  return {
    title: titleOf(words.t("meetings:report.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ slug: partnership.slug, name: meeting.body.name, startsAt: meeting.startsAt, text: report?.text ?? "", dueOn: words.date(dueOn), isLate: report === null && dueOn < dayOf(now) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, meeting, appointmentId } = await findOwed(args);
  const { now, language } = args.context;
  const typed = (await readForm(args.request)).get("text") ?? "";
  const text = passage(typed);
  if (text === "" || [...text].length > longestReport) return data({ typed, code: text === "" ? ("missing" as const) : ("long" as const) }, { status: 422 });
  await inTransaction((transaction) => giveReport(transaction, { partnershipId: partnership.id, personId: signedIn.personId, now }, meeting, { appointmentId, text, language }));
  return redirect(`${mySeatsPath(partnership)}?told`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReportBackPage() {
  const { slug, name, startsAt, text, dueOn, isLate } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused ? t(`meetings:report.problem.${refused.code}`, { most: number(longestReport) }) : undefined;
  return (
    <>
      <BackLink to={mySeatsPath({ slug })} text={t("meetings:seats.title")} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      <PageHeading caption={<MeetingName body={name} startsAt={startsAt} />}>{t("meetings:report.title")}</PageHeading>
      <p className="govuk-body">{t(isLate ? "meetings:report.late" : "meetings:report.due", { date: dueOn })}</p>
      <form method="post" noValidate>
        <Textarea name="text" rows={8} label={t("meetings:report.text")} hint={t("meetings:report.hint", { most: number(longestReport) })} value={refused?.typed ?? text} error={error} />
        <Button>{t("meetings:save")}</Button>
      </form>
    </>
  );
}
