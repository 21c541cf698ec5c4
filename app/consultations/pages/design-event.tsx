// Adds an event to a consultation, or changes one. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readsTheSame, takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isLanguage, languageNames } from "#app/shared/languages.ts";
import { isSame } from "#app/shared/same.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { recordSupplement } from "../changes.store.server.ts";
import { eventAsTyped, eventUnits, mostEvents, newEventEntries, readEvent, type EventProblem } from "../consultation-event.ts";
import { addEvent, changeEvent, findEvent, listEvents } from "../events.store.server.ts";
import { isSupplementable, mayDesign } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { designEventsPath } from "../office-paths.ts";
import { holdConsultation } from "../store.server.ts";
import { EventFields } from "../ui/event-fields.tsx";

/** The address of an event that is not there yet. */
const newEvent = "new";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const isNew = args.params.event === newEvent;
  const event = isNew ? null : await findEvent(db(), consultation, args.params.event);
  return {
    title: titleOf(wordsFor(language).t(isNew ? "prepare:event.add" : "prepare:event.change"), language, partnership),
    ...{ partnership, consultation, isNew },
    isOpenToIt: isSupplementable(consultation, now) && !event?.cancelledAt,
    isPublic: consultation.publishedAt !== null,
    entries: event ? eventAsTyped(event) : newEventEntries,
  };
}

type Refused = { entries: Entries; now: Entries; problems: EventProblem[]; clashes: string[][]; isTooLate: boolean; isFull: boolean };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const { now } = args.context;
  const isNew = args.params.event === newEvent;
  const form = await readForm(args.request);
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const event = isNew ? null : await findEvent(transaction, held, args.params.event);
    const there = event ? eventAsTyped(event) : newEventEntries;
    const { merged, mine, clashes } = takeEdits(eventUnits, form, there);
    const isTooLate = !isSupplementable(held, now) || Boolean(event?.cancelledAt);
    const others = isNew ? await listEvents(transaction, held) : [];
    const isFull = others.length >= mostEvents;
    const read = readEvent(merged, now);
    const refuse = (problems: EventProblem[]): Refused => ({ entries: isTooLate ? mine : merged, now: there, problems, clashes, isTooLate, isFull });
    if (!read.ok) return refuse(read.problem);
    // because what is pressed twice would be told twice
    if (others.some((one) => one.cancelledAt === null && isSame(eventAsTyped(one), eventAsTyped(read.value)))) return null;
    if (isTooLate || isFull || clashes.length > 0) return refuse([]);
    const isChanged = eventUnits.some((unit) => !readsTheSame(unit, there, merged));
    if (event && isChanged) await changeEvent(transaction, held, event.id, read.value);
    const eventId = event ? event.id : await addEvent(transaction, held, read.value);
    const kind = event ? "event-changed" : "event-added";
    if (isChanged) await recordSupplement(transaction, held, { personId: signedIn.personId, now, kind, name: read.value.title, facts: { eventId } });
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${designEventsPath(partnership, consultation)}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignEventPage() {
  const { partnership, consultation, isNew, isOpenToIt, isPublic, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  const before = refused?.now ?? loaded.entries;
  const nameOf = (input: string) => {
    const [name = "", language] = input.split("-");
    const field = t(`prepare:event.field.${name}`);
    return isLanguage(language) ? t("shared:field-in", { field, language: languageNames[language] }) : field;
  };
  const errors = [
    ...(refused?.problems ?? []).map(({ input, code, most = 0 }) => ({ input, text: t(`prepare:event-problem.${code}`, { field: nameOf(input), most: number(most) }) })),
    ...(refused?.clashes ?? []).map((unit) => ({
      input: unit[0] ?? "",
      text: t("prepare:clash-with", { field: nameOf(unit[0] ?? ""), theirs: unit.map((input) => before[input]).join(" ") }),
    })),
    ...(refused?.isTooLate ? [{ input: "typed", text: t("prepare:too-late") }] : []),
    ...(refused?.isFull ? [{ input: "typed", text: t("prepare:event-problem.full", { most: number(mostEvents) }) }] : []),
  ];
  return (
    <>
      <BackLink to={designEventsPath(partnership, consultation)} text={t("prepare:events.back")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(isNew ? "prepare:event.add" : "prepare:event.change")}</PageHeading>
      {isOpenToIt ? isPublic && <InsetText>{t("prepare:shown-dated")}</InsetText> : <InsetText>{t("prepare:over")}</InsetText>}
      {(isOpenToIt || refused) && (
        <form method="post" id="typed" noValidate>
          <EventFields entries={entries} errors={Object.fromEntries(errors.map(({ input, text }) => [input, text]))} />
          {!isNew && <AsOpened entries={before} />}
          {isOpenToIt && <Button>{t("prepare:save")}</Button>}
        </form>
      )}
    </>
  );
}
