// Adds an item to an agenda, or changes one.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { addItem, changeItem, findItem } from "../agenda.store.server.ts";
import { itemKinds, purposes } from "../agenda.ts";
import { itemAsTyped, longestOfItem, readItem, type ItemProblem } from "../item-form.ts";
import { isChangeable } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { officeAgendaPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.item === "new";
const longestPost = 20_000;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const item = isNew(args) ? null : await findItem(db(), meeting, args.params.item);
  if (!isChangeable(meeting, now)) throw redirect(`${officeAgendaPath(partnership, meeting)}?over`);
  const words = wordsFor(language);
  return {
    title: titleOf(item ? words.t("meetings:item.change-title", { title: within(item.title, words) }) : words.t("meetings:item.add"), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, name: meeting.body.name }, isNew: item === null, revision: item?.revision ?? 0 },
    entries: item ? itemAsTyped(item) : ({ kind: "item", purpose: "" } as Entries),
  };
}

type Refused = { entries: Entries; problems: ItemProblem[]; isStale: boolean; isFull: boolean; revision: number };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const entries = Object.fromEntries(await readForm(args.request, { longest: longestPost }));
  const read = readItem(entries);
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    const back = officeAgendaPath(partnership, meeting);
    const item = isNew(args) ? null : await findItem(transaction, meeting, args.params.item);
    const revision = item?.revision ?? 0;
    if (!isChangeable(meeting, now)) return `${back}?over`;
    const isStale = item !== null && entries.revision !== String(revision);
    if (!read.ok) return { entries, problems: read.problem, isStale, isFull: false, revision };
    if (isStale) return { entries, problems: [], isStale, isFull: false, revision };
    if (item) await changeItem(transaction, by, meeting, item, read.value);
    else if ((await addItem(transaction, by, meeting, read.value)) === null) return { entries, problems: [], isStale, isFull: true, revision };
    return `${back}?saved`;
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: done.isStale ? 409 : 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AgendaItemPage() {
  const { partnership, meeting, isNew: adds, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries: Entries = refused?.entries ?? loaded.entries;
  const listOfErrors = [
    ...(refused?.problems ?? []).map(({ input, code, most = 0 }) => ({ input, text: t(`meetings:item-problem.${code}`, { most: number(most) }) })),
    ...(refused?.isStale ? [{ input: "typed", text: t("meetings:stale") }] : []),
    ...(refused?.isFull ? [{ input: "typed", text: t("meetings:item-problem.full") }] : []),
  ];
  const errors: Entries = Object.fromEntries(listOfErrors.map(({ input, text }) => [input, text]));
  const texts = (name: "title" | "about" | "justification", rows?: number) => (
    <FieldsInLanguages
      name={name}
      legend={t(`meetings:item.field.${name}`)}
      hint={t(`meetings:item.hint.${name}`, { most: number(longestOfItem[name]) })}
      {...(rows ? { rows } : {})}
      valueOf={(language) => entries[`${name}-${language}`] ?? ""}
      errorOf={(language) => errors[`${name}-${language}`]}
    />
  );
  return (
    <>
      <BackLink to={officeAgendaPath(partnership, meeting)} text={t("meetings:agenda.title")} />
      <ErrorSummary errors={listOfErrors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={meeting.name} />}>{t(adds ? "meetings:item.add" : "meetings:item.change")}</PageHeading>
      <form method="post" id="typed" noValidate>
        <input type="hidden" name="revision" value={refused?.revision ?? loaded.revision} />
        {texts("title")}
        <Radios
          name="kind"
          small
          label={t("meetings:item.field.kind")}
          value={entries.kind}
          error={errors.kind}
          choices={itemKinds.map((kind) => ({ value: kind, label: t(`meetings:item-kind.${kind}`), hint: t(`meetings:item-kind-hint.${kind}`) }))}
        />
        <Radios
          name="purpose"
          small
          label={t("meetings:item.field.purpose")}
          value={entries.purpose}
          error={errors.purpose}
          choices={purposes.map((purpose) => ({ value: purpose, label: t(`meetings:purpose.${purpose}`) }))}
        />
        {texts("about", 5)}
        {texts("justification", 3)}
        <TextField
          name="lengthInMinutes"
          width={3}
          inputMode="numeric"
          autoComplete="off"
          label={t("meetings:item.field.lengthInMinutes")}
          hint={t("meetings:item.hint.lengthInMinutes")}
          value={entries.lengthInMinutes}
          error={errors.lengthInMinutes}
        />
        <Checkboxes name="isPrivate" small label={t("meetings:item.field.isPrivate")} hint={t("meetings:item.hint.isPrivate")} values={[entries.isPrivate ?? ""]} choices={[{ value: "yes", label: t("meetings:item.field.isPrivate-yes") }]} />
        <Button>{t("meetings:save")}</Button>
      </form>
    </>
  );
}
