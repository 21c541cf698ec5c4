// Puts somebody on a seat, or changes what is known of an appointment. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { appointmentAsTyped, appointmentUnits, checkTerms, readAppointment } from "../appointment-form.ts";
import { appoint, changeAppointment, findAppointment, isSeatTaken, listHeldBefore, listSitting, type SeatedAppointment } from "../appointments.store.server.ts";
import { findBody, holdBody } from "../bodies.store.server.ts";
import { appointmentPath, officeBodyPath } from "../body-paths.ts";
import type { Body } from "../body.ts";
import { findAccount, findEmail, listOrganisationChoices } from "../choices.store.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { findSchemeOn } from "../schemes.store.server.ts";
import { nextSeat, seatsOfLine } from "../seat-scheme.ts";
import { findLastOn } from "../vacancies.store.server.ts";
import { listElectionsHeld } from "../seat-elections.store.server.ts";
import { proposedEnd, turnsOf } from "../turn.ts";
import { termToFill } from "../vacancy.ts";
import { AppointmentFields } from "../ui/appointment-fields.tsx";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

/** The appointment of the address, or the seat that somebody is to be put on. */
async function findSeat(on: Database, { params, request, context }: Args, body: Body) {
  const today = dayOf(context.now);
  const scheme = await findSchemeOn(on, body.id, today);
  const appointment = params.appointment === "new" ? null : await findAppointment(on, body.id, params.appointment);
  const search = new URL(request.url).searchParams;
  const line = scheme?.lines.find(({ id }) => id === (appointment?.lineId ?? search.get("line")));
  if (!scheme || !line || body.endedOn !== null) throw notFound();
  const turns = turnsOf(scheme);
  const endOf = (at: number) => (startsOn: string) => proposedEnd(scheme, line, at, turns, startsOn);
  const hasTurns = turns !== null && line.basis === "elected";
  if (appointment) return { today, line, appointment, seat: appointment.seat, endOf: endOf(appointment.seat), hasTurns };
  const wanted = Number(search.get("seat"));
  const { most } = seatsOfLine(scheme, line);
  const isSeat = Number.isInteger(wanted) && wanted > 0 && (line.basis === "pool" || most === null || wanted <= most);
  // because a seat that was free when the page was opened may be held by now
  const seat = isSeat ? wanted : nextSeat(scheme, line, await listSitting(on, body.id, today));
  if (seat === null) throw notFound();
  return { today, line, appointment: null, seat, endOf: endOf(seat), hasTurns };
}

async function findEntries(on: Database, appointment: SeatedAppointment | null, { line, seat, today, endOf, hasTurns }: Awaited<ReturnType<typeof findSeat>>) {
  if (appointment) return appointmentAsTyped({ ...appointment, email: await findEmail(on, appointment.personId) });
  const left = await findLastOn(on, line.id, seat);
  const endsOn = (left?.filling ? termToFill(left.filling.way, left) : null) ?? (hasTurns ? endOf(today) : null);
  const usualHow = { elected: "elected", pool: "elected", "ex-officio": "ex-officio" } as const;
  const chosenHow = left?.filling?.way === "co-option" ? ("co-opted" as const) : (usualHow[line.basis as keyof typeof usualHow] ?? ("nominated" as const));
  return appointmentAsTyped({
    ...{ name: "", organisationId: line.organisationId, email: null, chosenHow, chosenBy: "", electionId: null, authority: "decides", seniority: "any" },
    ...{ startsOn: today, endsOn: endsOn !== null && endsOn > today ? endsOn : null },
  });
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const body = await findBody(db(), partnership.id, args.params.body);
  const found = await findSeat(db(), args, body);
  const { line, appointment } = found;
  return {
    title: titleOf(wordsFor(args.context.language).t(appointment ? "seats:appointment.change" : "seats:appointment.new"), args.context.language, partnership),
    ...{ partnership, body: { slug: body.slug, name: body.name }, id: appointment?.id ?? null },
    line: { holder: line.holder, chosenBy: line.chosenBy, roleDescription: line.roleDescription, termInMonths: line.termInMonths, mostTerms: line.mostTerms },
    turnEndsOn: found.hasTurns ? found.endOf(found.today) : null,
    entries: await findEntries(db(), appointment, found),
    organisations: await listOrganisationChoices(db(), partnership.id),
    elections: await listElectionsHeld(db(), partnership.id, found.today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const found = await findSeat(transaction, args, body);
    const { line, seat, appointment, endOf } = found;
    const theirs = await findEntries(transaction, appointment, found);
    const { merged, clashes } = takeEdits(appointmentUnits, form, theirs);
    const organisations = (await listOrganisationChoices(transaction, partnership.id)).map(({ id }) => id);
    // because an organisation that closed since stays with whoever came from it
    const kept = (id: string | null | undefined) => (id ? [id] : []);
    const elections = (await listElectionsHeld(transaction, partnership.id, found.today)).map(({ id }) => id);
    const choices = { organisations: [...organisations, ...kept(appointment?.organisationId)], elections: [...elections, ...kept(appointment?.electionId)] };
    const read = readAppointment(merged, { terms: line, endOf, ...choices });
    const refuse = (problems: Refused["problems"]): Refused => ({ entries: merged, problems, clashes, now: theirs });
    if (!read.ok || clashes.length > 0) return refuse(read.ok ? [] : read.problem);
    const { email, ...details } = read.value;
    const account = email === null ? null : await findAccount(transaction, partnership.id, email);
    if (email !== null && account === null) return refuse([{ field: "email", code: "no-account" }]);
    const who = { ...details, personId: account?.id ?? null };
    const held = (await listHeldBefore(transaction, body.id, who)).filter(({ id }) => id !== appointment?.id);
    const twice = held.find((one) => one.lineId === line.id && one.seat === seat && one.startsOn === who.startsOn);
    if (twice && !appointment) return officeBodyPath(partnership, body, { done: "appointed" });
    const problems = checkTerms(held, who.startsOn, line);
    if (problems.length > 0) return refuse(problems);
    if (await isSeatTaken(transaction, { lineId: line.id, seat }, who, appointment?.id ?? null)) return refuse([{ field: "starts-day", code: "taken" }]);
    if (appointment) {
      await changeAppointment(transaction, by, appointment, who);
      return appointmentPath(partnership, body, appointment.id, { done: "saved" });
    }
    await appoint(transaction, by, { bodyId: body.id, lineId: line.id, seat }, who);
    return officeBodyPath(partnership, body, { done: "appointed" });
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AppointmentDetailsPage() {
  const { partnership, body, line, id, organisations, elections, turnEndsOn, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, date } = useWords();
  const fields = useFields(
    { say: (name, values) => (name === "chosenBy" ? t("seats:known.chosenBy") : t(`seats:field.${name}`, values)), sayProblem: (code, values) => t(`seats:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const hasText = (text: object) => Object.keys(text).length > 0;
  return (
    <>
      <BackLink to={id ? appointmentPath(partnership, body, id) : officeBodyPath(partnership, body)} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={body.name} />}>{t(id ? "seats:appointment.change" : "seats:appointment.new")}</PageHeading>
      <p className="govuk-body">
        <strong>
          <InLanguage text={line.holder} />
        </strong>{" "}
        {hasText(line.chosenBy) && <InLanguage text={line.chosenBy} />} {t("seats:line.term", { months: number(line.termInMonths), terms: number(line.mostTerms) })}
      </p>
      {turnEndsOn && <InsetText>{t("seats:turns.of-seat", { date: date(turnEndsOn) })}</InsetText>}
      {hasText(line.roleDescription) && (
        <Details summary={t("seats:field.roleDescription")}>
          <Paragraphs text={line.roleDescription} />
        </Details>
      )}
      <form method="post" noValidate>
        <AppointmentFields fields={fields} organisations={organisations} elections={elections} />
        {id && <AsOpened entries={fields.before} />}
        <Button>{t("bodies:details.save")}</Button>
      </form>
    </>
  );
}
