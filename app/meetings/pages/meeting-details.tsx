// Adds a meeting, or changes when and where one is. Two officers at once lose nothing; what stands in the way is told, and is theirs to weigh.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isThere } from "#app/bodies/body.ts";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readsTheSame, takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { PlaceFields, TimeFields } from "#app/shared/ui/gathering-fields.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useGatheringErrors } from "#app/shared/ui/use-gathering-errors.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isChangeable } from "../meeting.ts";
import { detailsAsTyped, detailsUnits, longestOfMeeting, newDetails, readDetails, type DetailsProblem } from "../meeting-form.ts";
import { changeMeeting, findMeeting, holdMeeting, planMeetings } from "../meetings.store.server.ts";
import { officeMeetingPath, officeMeetingsPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.meeting === "new";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const meeting = isNew(args) ? null : await findMeeting(db(), partnership.id, args.params.meeting);
  const bodies = meeting ? [] : (await listBodies(db(), partnership.id)).filter((body) => isThere(body, dayOf(now)));
  return {
    title: titleOf(wordsFor(language).t(meeting ? "meetings:details.change" : "meetings:details.add"), language, partnership),
    ...{ partnership, meeting: meeting && { id: meeting.id, name: meeting.body.name, wasCalled: meeting.calledAt !== null } },
    isChangeable: meeting === null || isChangeable(meeting, now),
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    entries: meeting ? detailsAsTyped(meeting) : newDetails,
  };
}

type Refused = { body: string; entries: Entries; now: Entries; problems: DetailsProblem[]; clashes: string[][]; isTooLate: boolean; isBodyMissing: boolean };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request);
  const bodyId = form.get("body") ?? "";
  const bodies = isNew(args) ? await listBodies(db(), partnership.id) : [];
  const done = await inTransaction(async (transaction): Promise<Refused | { id: string | undefined }> => {
    const meeting = isNew(args) ? null : await holdMeeting(transaction, partnership.id, args.params.meeting);
    const there = meeting ? detailsAsTyped(meeting) : newDetails;
    const { merged, clashes } = takeEdits(detailsUnits, form, there);
    const isTooLate = meeting !== null && !isChangeable(meeting, now);
    const isBodyMissing = meeting === null && !bodies.some((body) => body.id === bodyId && isThere(body, dayOf(now)));
    const read = readDetails(merged, now);
    const refused = { body: bodyId, entries: merged, now: there, clashes, isTooLate, isBodyMissing };
    if (!read.ok) return { ...refused, problems: read.problem };
    if (isTooLate || isBodyMissing || clashes.length > 0) return { ...refused, problems: [] };
    if (meeting === null) return { id: (await planMeetings(transaction, by, [{ bodyId, ...read.value }]))[0] };
    if (detailsUnits.some((unit) => !readsTheSame(unit, there, merged))) await changeMeeting(transaction, by, meeting, read.value);
    return { id: meeting.id };
  });
  if ("problems" in done) return data(done, { status: 422 });
  return redirect(done.id === undefined ? officeMeetingsPath(partnership) : `${officeMeetingPath(partnership, { id: done.id })}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MeetingDetailsPage() {
  const { partnership, meeting, isChangeable: isOpenToIt, bodies, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const { nameOf, worded } = useGatheringErrors();
  const entries = refused?.entries ?? loaded.entries;
  const before = refused?.now ?? loaded.entries;
  const listOfErrors = [
    ...(refused?.isBodyMissing ? [{ input: "body", text: t("meetings:details-problem.body") }] : []),
    ...worded(refused?.problems ?? []),
    ...(refused?.clashes ?? []).map((unit) => ({
      input: unit[0] ?? "",
      text: t("meetings:clash-with", { field: nameOf(unit[0] ?? ""), theirs: unit.map((input) => before[input]).join(" ") }),
    })),
    ...(refused?.isTooLate ? [{ input: "typed", text: t("meetings:details.over") }] : []),
  ];
  const errors = Object.fromEntries(listOfErrors.map(({ input, text }) => [input, text]));
  const wrong = dateParts.filter((part) => errors[`on-${part}`]);
  const title = t(meeting ? "meetings:details.change" : "meetings:details.add");
  return (
    <>
      <BackLink to={meeting ? officeMeetingPath(partnership, meeting) : officeMeetingsPath(partnership)} text={t(meeting ? "meetings:to-meeting" : "meetings:office.title")} />
      <ErrorSummary errors={listOfErrors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={meeting?.name ?? partnership.name} />}>{title}</PageHeading>
      {!isOpenToIt && <InsetText>{t("meetings:details.over")}</InsetText>}
      {meeting?.wasCalled && isOpenToIt && <InsetText>{t("meetings:details.was-called")}</InsetText>}
      {(isOpenToIt || refused) && (
        <form method="post" id="typed" noValidate>
          {!meeting && (
            <Select
              name="body"
              label={t("meetings:field.body")}
              labelSize="m"
              value={refused?.body}
              error={errors.body}
              options={[{ value: "", label: t("meetings:field.body-choose") }, ...bodies.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
            />
          )}
          <DateField
            name="on"
            label={t("meetings:field.on")}
            hint={t("meetings:hint.on")}
            value={Object.fromEntries(dateParts.map((part) => [part, entries[`on-${part}`] ?? ""]))}
            error={wrong.map((part) => errors[`on-${part}`])[0]}
            wrong={wrong}
          />
          <TimeFields entries={entries} errors={errors} />
          <PlaceFields entries={entries} errors={errors} />
          <FieldsInLanguages
            name="title"
            legend={t("meetings:field.title")}
            hint={t("meetings:hint.title", { most: number(longestOfMeeting.title) })}
            valueOf={(one) => entries[`title-${one}`] ?? ""}
            errorOf={(one) => errors[`title-${one}`]}
          />
          {meeting && <AsOpened entries={before} />}
          {isOpenToIt && <Button>{t("meetings:save")}</Button>}
        </form>
      )}
    </>
  );
}
