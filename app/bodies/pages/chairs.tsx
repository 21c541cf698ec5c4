// Who leads a body's meetings and led them before; naming somebody, and ending it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { dayAsTyped } from "#app/shared/typed-day.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { adoptedBy } from "../adoptions.store.server.ts";
import { membersOf } from "../appointments.store.server.ts";
import { findBody, holdBody } from "../bodies.store.server.ts";
import { officeBodyPath, chairsPath } from "../body-paths.ts";
import { chairInputs, chairKinds, longest, readChair } from "../chair.ts";
import { endChair, listChairs, nameChair } from "../chairs.store.server.ts";
import { chosenMandate, listMandates } from "../mandates.store.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { officeElectionOfSeatsPath } from "../public-paths.ts";
import { nameElections } from "../seat-elections.store.server.ts";
import { MandateField } from "../ui/mandate-field.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const today = dayOf(now);
  const body = await findBody(db(), partnership.id, args.params.body);
  const [chairs, members, adopted] = await Promise.all([listChairs(db(), body.id), membersOf(db(), body.id, today), adoptedBy(db(), body.id, today)]);
  const mandates = await listMandates(db(), partnership.id);
  const named = await nameElections(db(), partnership.id, chairs.map(({ electionId }) => electionId));
  const electionOf = (id: string | null) => [named.get(id ?? "")].flatMap((one) => (one ? [{ title: one.title, path: officeElectionOfSeatsPath(partnership, one) }] : []))[0] ?? null;
  const search = new URL(args.request.url).searchParams;
  return {
    ...{ title: titleOf(wordsFor(language).t("seats:chairs.title"), language, partnership), partnership, body: { slug: body.slug, name: body.name, way: body.chairChosenBy } },
    chairs: chairs.map(({ appointment, ...one }) => ({ ...one, person: appointment?.name ?? null, election: electionOf(one.electionId), until: one.endedOn ?? one.endsOn, isRunning: one.endedOn === null && (one.endsOn === null || one.endsOn >= today) })),
    seated: members.map(({ id, name, line }) => ({ id, name, holder: line.holder })),
    keepsToFull: adopted.codes.includes("SG08"),
    ...{ mandates, isDone: search.get("done") === "saved" },
    entries: { kind: "chair", ...dayAsTyped("starts", today), decision: chosenMandate(mandates, search) } as Entries,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const today = dayOf(args.context.now);
  const [deed = "", chairId = ""] = (form.get("deed") ?? "").split(" ");
  if (deed !== "name" && deed !== "end") throw badRequest();
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const here = chairsPath(partnership, body, { done: "saved" });
    if (deed === "end") {
      await endChair(transaction, by, body, chairId, today);
      return here;
    }
    const entries = Object.fromEntries(chairInputs.map((input) => [input, form.get(input) ?? ""]));
    const seated = (await membersOf(transaction, body.id, today)).map(({ id }) => id);
    const mandates = (await listMandates(transaction, partnership.id)).map(({ id }) => id);
    const needsDecision = (await adoptedBy(transaction, body.id, today)).codes.includes("SG08");
    const read = readChair(entries, { seated, mandates, needsDecision, today });
    if (!read.ok) return { entries, problems: read.problem, clashes: [], now: {} };
    const { note, decisionId, ...chair } = read.value;
    await nameChair(transaction, by, body, chair, decisionId === null ? { decisionId, note } : { decisionId, note: null });
    return here;
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ChairsPage() {
  const { partnership, body, chairs, seated, keepsToFull, mandates, isDone, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date } = useWords();
  const { entries, errors, errorAt, inEach, dayField } = useFields(
    { say: (name, values) => (name === "note" ? t("seats:chairs.note") : t(`seats:field.${name}`, values)), sayProblem: (code, values) => t(`seats:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  return (
    <>
      <BackLink to={officeBodyPath(partnership, body)} text={t("seats:appointment.back")} />
      <ErrorSummary errors={errors} />
      {isDone && !refused && <NotificationBanner kind="success">{t("seats:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={body.name} />}>{t("seats:chairs.title")}</PageHeading>
      <p className="govuk-body">{t(`bodies:chair-way.${body.way}`)}</p>
      {chairs.length === 0 ? (
        <p className="govuk-body">{t("seats:chairs.none")}</p>
      ) : (
        <form method="post" noValidate>
          <Table
            caption={t("seats:chairs.title")}
            captionSize="hidden"
            stacks
            columns={(["who", "from", "until", "chosen", "change"] as const).map((key) => ({ key, heading: t(`seats:chairs.${key}`) }))}
            rows={chairs.map((one) => ({
              key: one.id,
              cells: [
                <>
                  {one.person === null ? <InLanguage text={one.name} /> : <bdi>{one.person === "" ? t("seats:nameless") : one.person}</bdi>}
                  <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-display-block">{t(`structure:chair.${one.kind}`)}</span>
                </>,
                date(one.startsOn),
                one.until === null ? t("seats:chairs.open") : date(one.until),
                one.election ? (
                  <>
                    {t("seats:chairs.elected")}:{" "}
                    <PageLink to={one.election.path}>
                      <InLanguage text={one.election.title} />
                    </PageLink>
                  </>
                ) : one.note === null ? (
                  t(one.decisionId === null ? "seats:chairs.elected" : "seats:chairs.decided")
                ) : (
                  <bdi>{one.note}</bdi>
                ),
                one.isRunning ? (
                  <button type="submit" className="link-button" name="deed" value={`end ${one.id}`}>
                    {t("seats:chairs.end")}
                    <span className="govuk-visually-hidden"> ({one.person ?? <InLanguage text={one.name} />})</span>
                  </button>
                ) : (
                  ""
                ),
              ],
            }))}
          />
        </form>
      )}
      <h2 className="govuk-heading-m" id="name">{t("seats:chairs.name")}</h2>
      {keepsToFull && <InsetText>{t("seats:chairs.keeps-to-full")}</InsetText>}
      <form method="post" noValidate>
        <Radios name="kind" label={t("seats:field.kind")} labelSize="s" value={entries.kind} error={errorAt("kind")} choices={chairKinds.map((value) => ({ value, label: t(`structure:chair.${value}`) }))} />
        <Select
          name="appointment"
          label={t("seats:field.appointment")}
          value={entries.appointment}
          error={errorAt("appointment")}
          options={[{ value: "", label: t("seats:chairs.outside") }, ...seated.map(({ id, name }) => ({ value: id, label: name === "" ? t("seats:nameless") : name }))]}
        />
        {inEach("called", { most: longest.called })}
        <DateField {...dayField("starts")} labelSize="s" />
        <DateField {...dayField("ends")} labelSize="s" hint={t("seats:chairs.ends-hint")} />
        <MandateField mandates={mandates} value={entries.decision ?? ""} error={errorAt("decision")} />
        {!keepsToFull && <TextField name="note" label={t("seats:chairs.note")} hint={t("seats:field.note-hint")} value={entries.note} error={errorAt("note")} autoComplete="off" />}
        <Button name="deed" value="name">
          {t("seats:chairs.save")}
        </Button>
      </form>
    </>
  );
}
