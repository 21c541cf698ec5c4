// Somebody's seat: their term, the induction before it is active, who comes in their place, and its end.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { dayAsTyped } from "#app/shared/typed-day.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { hasVote, inductionSteps, standingOf } from "../appointment.ts";
import { longest, readEnd, readInduction } from "../appointment-form.ts";
import { chooseFilling, endAppointment, findAppointment, membersOf, ratify, saveInduction } from "../appointments.store.server.ts";
import { findBody, holdBody } from "../bodies.store.server.ts";
import { appointmentDetailsPath, appointmentPath, officeBodyPath } from "../body-paths.ts";
import { mayKeepBodies } from "../policy.ts";
import { byElectionPath, nextInElectionPath, officeElectionOfSeatsPath, officeRoundOfSeatsPath } from "../public-paths.ts";
import { findElectedOn, nameElections, nameRounds } from "../seat-elections.store.server.ts";
import { addSubstitute, endSubstitute, listSubstitutes, mostSubstitutes } from "../substitutes.store.server.ts";
import { findMissed } from "../absences.store.server.ts";
import { tellOfAbsence } from "../absences.server.ts";
import { lastDay } from "../term.ts";
import { AppointmentSummary } from "../ui/appointment-summary.tsx";
import { EndForm } from "../ui/end-form.tsx";
import { FillingForm } from "../ui/filling-form.tsx";
import { Missed } from "../ui/missed.tsx";
import { Substitutes } from "../ui/substitutes.tsx";
import { fillBy, isCasual, isFreeByAbsence, openedOn, votesToRemove, waysOf, waysToFill } from "../vacancy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const today = dayOf(now);
  const body = await findBody(db(), partnership.id, args.params.body);
  const appointment = await findAppointment(db(), body.id, args.params.appointment);
  const standing = standingOf(appointment, today);
  const voting = standing === "over" ? 0 : (await membersOf(db(), body.id, today)).filter((one) => one.hasVote).length;
  const { t } = wordsFor(language);
  const missed = standing === "over" ? 0 : await findMissed(db(), body.id, appointment.id, now);
  const isFree = appointment.endedOn === null && isFreeByAbsence(missed, body);
  const search = new URL(args.request.url).searchParams;
  return {
    title: titleOf(t("seats:appointment.title", { name: appointment.name }), language, partnership),
    ...{ partnership, body: { slug: body.slug, name: body.name }, standing, voting, toRemove: votesToRemove(voting) },
    appointment: { ...appointment, until: lastDay(appointment), hasVote: hasVote(appointment, appointment.line, today) },
    election: [...(await nameElections(db(), partnership.id, [appointment.electionId])).values()].map((one) => ({ title: one.title, path: officeElectionOfSeatsPath(partnership, one) }))[0] ?? null,
    round: [...(await nameRounds(db(), partnership.id, [appointment.roundId])).values()].map((one) => ({ title: one.title, path: officeRoundOfSeatsPath(partnership, one) }))[0] ?? null,
    needsRatifying: standing !== "over" && appointment.chosenHow === "co-opted" && appointment.ratifiedOn === null,
    substitutes: standing === "over" ? [] : await listSubstitutes(db(), appointment.id),
    ways: isCasual(appointment) ? waysOf(appointment.line.basis, appointment, openedOn(appointment), { electedOn: await findElectedOn(db(), partnership.id, appointment.electionId), mayCoOpt: body.mayCoOpt }) : [],
    entries: { ...dayAsTyped("ended", today), endedFor: "", votes: "", substitute: "" },
    ...{ missed, isFree, asks: isFree && search.get("ask") === "absent" },
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const today = dayOf(args.context.now);
  const [deed = "", what = ""] = (form.get("deed") ?? "").split(" ");
  const entries = Object.fromEntries(form);
  const refuse = (problems: Refused["problems"]): Refused => ({ entries, problems, clashes: [], now: {} });
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const appointment = await findAppointment(transaction, body.id, args.params.appointment);
    const here = (said: string) => appointmentPath(partnership, body, appointment.id, { done: said });
    if (deed === "fill") {
      const electedOn = await findElectedOn(transaction, partnership.id, appointment.electionId);
      const way = waysToFill(appointment.line.basis, appointment, openedOn(appointment), { electedOn, mayCoOpt: body.mayCoOpt }).find((one) => one === form.get("way"));
      if (!way || !isCasual(appointment)) return refuse([{ field: "way", code: "choose" }]);
      await chooseFilling(transaction, by, appointment, { way, dueOn: fillBy(way, openedOn(appointment)) });
      return here("saved");
    }
    if (standingOf(appointment, today) === "over") return here("over");
    if (deed === "induct") {
      await saveInduction(transaction, by, appointment, readInduction(form.getAll("step"), appointment.induction, today));
      return here("saved");
    }
    if (deed === "ratify") {
      if (appointment.ratifiedOn === null) await ratify(transaction, by, appointment, today);
      return here("saved");
    }
    if (deed === "leave") {
      await endSubstitute(transaction, by, appointment.id, what, today);
      return here("saved");
    }
    if (deed === "substitute") {
      const name = line(entries.substitute ?? "");
      if (name === "") return refuse([{ field: "substitute", code: "missing" }]);
      if ([...name].length > longest.name) return refuse([{ field: "substitute", code: "too-long", most: longest.name }]);
      const isAdded = await addSubstitute(transaction, by, appointment.id, { name, toldOn: today });
      return isAdded ? here("saved") : refuse([{ field: "substitute", code: "substitutes", most: mostSubstitutes }]);
    }
    if (deed === "absent") {
      const missed = await findMissed(transaction, body.id, appointment.id, args.context.now);
      // because what was pressed twice is done already
      if (appointment.endedOn !== null || !isFreeByAbsence(missed, body)) return here("saved");
      await endAppointment(transaction, by, appointment, { endedOn: today, endedFor: "absent" });
      await tellOfAbsence(transaction, partnership, { body, appointment, missed, endedOn: today });
      return here("absent");
    }
    if (deed !== "end") throw badRequest();
    const voting = (await membersOf(transaction, body.id, today)).filter((one) => one.hasVote).length;
    const read = readEnd(entries, { ...appointment, voting }, today);
    if (!read.ok) return refuse(read.problem);
    await endAppointment(transaction, by, appointment, read.value);
    return here("over");
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AppointmentPage() {
  const { partnership, body, appointment, standing, substitutes, ways, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date, number } = useWords();
  const fields = useFields(
    { say: (name) => t(`seats:field.${name}`), sayProblem: (code, values) => t(`seats:problem.${code}`, values) },
    { loaded: shown.entries, refused: refused && { ...refused, entries: { ...shown.entries, ...refused.entries } } },
  );
  const isOver = standing === "over";
  const here = appointmentPath(partnership, body, appointment.id);
  if (shown.asks && !refused) {
    const values = { name: appointment.name || t("seats:nameless"), count: shown.missed, number: number(shown.missed) };
    return (
      <Confirming
        question={t("seats:missed.ask", values)}
        consequence={t(appointment.personId === null ? "seats:missed.consequence-no-account" : "seats:missed.consequence", values)}
        yes={{ name: "deed", value: "absent", text: t("seats:missed.yes") }}
        no={t("seats:missed.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={officeBodyPath(partnership, body)} text={t("seats:appointment.back")} />
      <ErrorSummary errors={fields.errors} />
      {shown.done && ["saved", "over", "absent"].includes(shown.done) && !refused && <NotificationBanner kind="success">{t(`seats:done.${shown.done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={body.name} />}>
        <bdi>{appointment.name === "" ? t("seats:nameless") : appointment.name}</bdi>
      </PageHeading>
      <AppointmentSummary appointment={appointment} standing={standing} election={shown.election} round={shown.round} changePath={isOver ? null : appointmentDetailsPath(partnership, body, appointment)} />
      <Missed missed={shown.missed} askPath={shown.isFree ? appointmentPath(partnership, body, appointment.id, { ask: "absent" }) : null} />
      {isOver && ways.length > 0 && (
        <FillingForm
          {...{ ways, filling: appointment.filling, error: fields.errorAt("way") }}
          nextPath={appointment.electionId && nextInElectionPath(partnership, appointment.electionId, appointment.id)}
          electionPath={byElectionPath(partnership, appointment.id)}
        />
      )}
      {!isOver && (
        <>
          <h2 className="govuk-heading-m">{t("seats:induction.title")}</h2>
          <form method="post" noValidate>
            <Checkboxes
              name="step"
              label={t("seats:induction.steps")}
              labelSize="s"
              hint={t("seats:induction.hint")}
              values={appointment.induction.map(({ code }) => code)}
              choices={inductionSteps.map((value) => {
                const step = appointment.induction.find(({ code }) => code === value);
                return { value, label: t(`bodies:induction.${value}`), hint: step && t("seats:induction.done-on", { date: date(step.doneOn) }) };
              })}
            />
            <Button name="deed" value="induct" look="secondary">
              {t("bodies:details.save")}
            </Button>
          </form>
          {shown.needsRatifying && (
            <form method="post" noValidate>
              <h2 className="govuk-heading-m">{t("seats:ratify.title")}</h2>
              <p className="govuk-body">{t("seats:ratify.text")}</p>
              <Button name="deed" value="ratify" look="secondary">
                {t("seats:ratify.yes")}
              </Button>
            </form>
          )}
          <Substitutes substitutes={substitutes} value={fields.entries.substitute ?? ""} error={fields.errorAt("substitute")} />
          <EndForm fields={fields} voting={shown.voting} toRemove={shown.toRemove} />
        </>
      )}
    </>
  );
}
