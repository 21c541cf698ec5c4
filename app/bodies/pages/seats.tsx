// The versions of a body's seats: the one that holds, the one that is being worked on, and those before.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { adoptedBy } from "../adoptions.store.server.ts";
import { findBody, holdBody, listBodies } from "../bodies.store.server.ts";
import { isThere } from "../body.ts";
import { officeBodyPath, seatsPath } from "../body-paths.ts";
import { findKinds } from "../choices.store.server.ts";
import { coverageOf, isAdvised } from "../coverage.ts";
import { readTotals, totalsAsTyped, totalsUnits } from "../line-form.ts";
import { chosenMandate, listMandates } from "../mandates.store.server.ts";
import type { OrganisationKind } from "../organisation.ts";
import { mayKeepBodies } from "../policy.ts";
import { agreeScheme, beginScheme, changeTotals, discardScheme, findDraftScheme, findLeaving, listSchemes, listSeatedBodies, moveLine, type Scheme } from "../schemes.store.server.ts";
import { chosenStart } from "../scheme-start.server.ts";
import { checkScheme, isRemainder, seatsOfLine, seatsOfScheme } from "../seat-scheme.ts";
import { turnsOf } from "../turn.ts";
import { BeginScheme } from "../ui/begin-scheme.tsx";
import { CoverageTable } from "../ui/coverage-table.tsx";
import { DraftScheme } from "../ui/draft-scheme.tsx";
import { LineTable, SeatRangeText, type LineShown } from "../ui/line-table.tsx";

const longestNote = 300;

type Known = { kinds: Map<string, OrganisationKind>; themeGroups: Text[] } | null;

/** Without what is known of organisations and theme groups nothing is said of whom it provides for. */
function shown(scheme: Scheme, known: Known = null) {
  const named = scheme.lines.map((one) => ({ ...one, organisationKind: (one.organisationId !== null && known?.kinds.get(one.organisationId)) || null }));
  const covered = known && coverageOf({ ...scheme, lines: named }, known.themeGroups);
  const lines = scheme.lines.map((one): LineShown => ({ ...one, isWithin: one.withinId !== null, isRest: isRemainder(one), range: seatsOfLine(scheme, one) }));
  const { id, version, startsOn, agreedNote, decisionId, rules } = scheme;
  return { covered, id, version, startsOn, agreedNote, isDecided: decisionId !== null, rules, turns: turnsOf(scheme), lines, range: seatsOfScheme(scheme), wrong: checkScheme(scheme) };
}

async function listThemeGroups(partnershipId: string, today: string): Promise<Text[]> {
  return (await listBodies(db(), partnershipId)).filter((one) => one.kind === "theme-group" && isThere(one, today)).map(({ name }) => name);
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const body = await findBody(db(), partnership.id, args.params.body);
  const today = dayOf(now);
  const schemes = await listSchemes(db(), body.id);
  const draft = schemes.find(({ startsOn }) => startsOn === null) ?? null;
  const known = isAdvised(body) ? { kinds: await findKinds(db(), partnership.id, schemes.flatMap(({ lines }) => lines.flatMap(({ organisationId }) => organisationId ?? []))), themeGroups: await listThemeGroups(partnership.id, today) } : null;
  const agreed = schemes.filter(({ startsOn }) => startsOn !== null).map((scheme, index) => shown(scheme, index === 0 ? known : null));
  const search = new URL(args.request.url).searchParams;
  const mandates = draft ? await listMandates(db(), partnership.id) : [];
  return {
    title: titleOf(wordsFor(language).t("seats:scheme.title"), language, partnership),
    ...{ partnership, body, agreed, draft: draft && shown(draft, known), entries: draft && { ...totalsAsTyped({ ...draft, turns: turnsOf(draft) }), ...dayAsTyped("starts", today), note: "", decision: chosenMandate(mandates, search) } },
    mandates,
    others: draft ? [] : (await listSeatedBodies(db(), partnership.id, today)).filter(({ slug }) => slug !== body.slug),
    leaving: draft ? (await findLeaving(db(), body, draft, today)).map(({ name }) => name) : [],
    // [SG09] then the full partnership's decision is needed, and entered with it
    needsDecision: agreed.length > 0 && (await adoptedBy(db(), body.id, today)).codes.includes("SG09"),
    asks: draft !== null && search.get("ask") === "discard",
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const today = dayOf(args.context.now);
  const [deed = "", lineId = ""] = (form.get("deed") ?? "").split(" ");
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const here = seatsPath(partnership, body);
    const draft = await findDraftScheme(transaction, body.id);
    if (deed === "begin") {
      const asked = { from: form.get("from") ?? "", fromBody: form.get("fromBody") ?? "" };
      const start = await chosenStart(transaction, { ...asked, partnershipId: partnership.id, today });
      if (!start.ok) return { entries: asked, problems: start.problem, clashes: [], now: {} };
      await beginScheme(transaction, by, body, start.value);
      return `${here}#new`;
    }
    if (!isWay(deed) && !["discard", "totals", "agree"].includes(deed)) throw badRequest();
    // because what was pressed twice, or by two, is done already
    if (!draft) return here;
    if (deed === "discard") {
      await discardScheme(transaction, by, body);
      return `${here}?done=discarded`;
    }
    if (isWay(deed)) {
      await moveLine(transaction, by, body, draft, lineId, deed);
      return `${here}#${lineId}`;
    }
    const theirs = totalsAsTyped({ ...draft, turns: turnsOf(draft) });
    if (deed === "totals") {
      const { merged, clashes } = takeEdits(totalsUnits, form, theirs);
      const read = readTotals(merged);
      if (!read.ok || clashes.length > 0) return { entries: { ...dayAsTyped("starts", today), ...merged }, problems: read.ok ? [] : read.problem, clashes, now: theirs };
      await changeTotals(transaction, by, body, draft, read.value);
      return `${here}#new`;
    }
    const agreed = (await listSchemes(transaction, body.id)).filter(({ startsOn }) => startsOn !== null);
    const needsDecision = agreed.length > 0 && (await adoptedBy(transaction, body.id, today)).codes.includes("SG09");
    const mandate = (await listMandates(transaction, partnership.id)).find(({ id }) => id === form.get("decision"));
    const entries: Entries = { ...theirs, note: line(form.get("note") ?? ""), decision: mandate?.id ?? "", ...Object.fromEntries(dayUnit("starts").map((input) => [input, form.get(input) ?? ""])) };
    const { date: startsOn } = readDay("starts", entries);
    const note = entries.note ?? "";
    const before = agreed[0]?.startsOn ?? null;
    const problems = [
      ...checkScheme(draft).map(({ code, lineId: at }) => ({ field: at ?? "new", code: `wrong-${code}` })),
      ...(startsOn === null ? [{ field: "starts-day", code: "day" }] : []),
      ...(startsOn !== null && startsOn > today ? [{ field: "starts-day", code: "day-to-come" }] : []),
      ...(startsOn !== null && before !== null && startsOn <= before ? [{ field: "starts-day", code: "day-before" }] : []),
      ...(needsDecision && !mandate ? [{ field: "decision", code: "decision" }] : []),
      ...(!needsDecision && !mandate && note === "" ? [{ field: "note", code: "missing" }] : []),
      ...(note.length > longestNote ? [{ field: "note", code: "too-long", most: longestNote }] : []),
    ];
    if (problems.length > 0 || startsOn === null) return { entries, problems, clashes: [], now: theirs };
    await agreeScheme(transaction, by, body, { scheme: draft, startsOn, authority: mandate ? { decisionId: mandate.id, note: null } : { decisionId: null, note } });
    return officeBodyPath(partnership, body, { done: "agreed" });
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SeatsPage() {
  const { partnership, body, agreed, draft, others, leaving, needsDecision, mandates, asks, done, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, date, list } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`seats:field.${name}`, values), sayProblem: (code, values) => t(`seats:problem.${code}`, values) },
    { loaded: entries ?? {}, refused },
  );
  const here = seatsPath(partnership, body);
  if (asks) {
    return (
      <Confirming
        question={t("seats:discard.question")}
        consequence={t("seats:discard.consequence")}
        yes={{ name: "deed", value: "discard", text: t("seats:discard.yes") }}
        no={t("seats:discard.no")}
        backTo={here}
      />
    );
  }
  const [current, ...earlier] = agreed;
  const told = (scheme: (typeof agreed)[number]) => (
    <>
      <p className="govuk-body">
        {t("seats:scheme.in-all")} <SeatRangeText range={scheme.range} />.{" "}
        {scheme.agreedNote !== null ? (
          <>
            {t("seats:scheme.agreed-by")} <bdi>{scheme.agreedNote}</bdi>
          </>
        ) : (
          scheme.isDecided && t("seats:scheme.decided")
        )}
      </p>
      {scheme.turns && <p className="govuk-body">{t("seats:scheme.turns", { number: number(scheme.turns.turns), date: date(scheme.turns.from) })}</p>}
      {scheme.rules.map((rule, index) => (
        <p key={index} className="govuk-body">
          {rule.kind === "share" && rule.least !== null && t("seats:scheme.share", { least: number(rule.least), sectors: list(rule.sectors.map((sector) => t(`bodies:sector.${sector}`))) })}
        </p>
      ))}
    </>
  );
  return (
    <>
      <BackLink to={officeBodyPath(partnership, body)} />
      <ErrorSummary errors={fields.errors} />
      {done === "discarded" && <NotificationBanner kind="success">{t("seats:discard.done")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={body.name} />}>{t("seats:scheme.title")}</PageHeading>
      {current?.startsOn ? (
        <>
          <h2 className="govuk-heading-m">{t("seats:scheme.holds", { date: date(current.startsOn), version: number(current.version) })}</h2>
          {told(current)}
          <LineTable caption={t("seats:scheme.lines")} lines={current.lines} />
          {current.covered && (
            <Details summary={t("seats:coverage.title")}>
              <CoverageTable covered={current.covered} lines={current.lines} />
            </Details>
          )}
        </>
      ) : (
        <p className="govuk-body">{t("seats:none")}</p>
      )}
      {draft ? <DraftScheme {...{ partnership, body, draft, fields, leaving, needsDecision, mandates }} /> : <BeginScheme {...{ fields, others, hasCurrent: current !== undefined }} />}
      {earlier.length > 0 && <h2 className="govuk-heading-m">{t("seats:scheme.earlier")}</h2>}
      {earlier.map((scheme) => (
        <Details key={scheme.id} summary={t("seats:scheme.from", { date: date(scheme.startsOn ?? ""), version: number(scheme.version) })}>
          {told(scheme)}
          <LineTable caption={t("seats:scheme.lines")} lines={scheme.lines} />
        </Details>
      ))}
    </>
  );
}
