// What a round of nominations is about, while nobody has been invited; without one in the address a round begins. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { refuseUnless, requireRoundsKeeper } from "../guard.server.ts";
import { officeRoundPath, officeRoundsPath } from "../paths.ts";
import { longest, proposedRound, readRound, roundAsTyped, roundUnits } from "../round-form.ts";
import { roundState } from "../round.ts";
import { beginRound, findRound, holdRound, listNominatedLines, saveRound } from "../rounds.store.server.ts";

const askedOf = (request: Request) => new URL(request.url).searchParams.get("round");

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireRoundsKeeper(args);
  const id = askedOf(args.request);
  const round = id === null ? null : await findRound(db(), partnership.id, id);
  if (round) refuseUnless(roundState(round, dayOf(now)) === "planned", partnership, round);
  const { t } = wordsFor(language);
  const lines = await listNominatedLines(db(), partnership.id);
  return {
    title: titleOf(round ? t("nominating:details.title-of", { title: textIn(round.title, language).text }) : t("nominating:details.new"), language, partnership),
    ...{ partnership: { slug: partnership.slug, name: partnership.name }, round: round && { id: round.id, title: round.title } },
    ...{ lines: lines.map((line) => ({ id: line.id, holder: line.holder, body: line.body.name })), entries: roundAsTyped(round ?? proposedRound("", dayOf(now))) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, by } = await requireRoundsKeeper(args);
  const form = await readForm(args.request, { longest: (longest.about + longest.criteria) * 8 });
  const id = askedOf(args.request);
  const done = await inTransaction(async (transaction): Promise<Refused | { id: string; done: string }> => {
    const lines = (await listNominatedLines(transaction, partnership.id)).map((line) => line.id);
    const round = id === null ? null : await holdRound(transaction, partnership.id, id);
    if (round) refuseUnless(roundState(round, dayOf(by.now)) === "planned", partnership, round);
    const theirs = roundAsTyped(round ?? proposedRound("", dayOf(by.now)));
    const { merged, clashes } = round ? takeEdits(roundUnits, form, theirs) : { merged: Object.fromEntries(form), clashes: [] };
    const read = readRound(merged, lines);
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    if (!round) return { id: await beginRound(transaction, by, read.value), done: "begun" };
    await saveRound(transaction, by, round, read.value);
    return { id: round.id, done: "saved" };
  });
  if ("entries" in done) return data(done, { status: 422 });
  return redirect(officeRoundPath(partnership, done, "", { done: done.done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RoundDetailsPage() {
  const { partnership, round, lines, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { field, inEach, dayField, theirs, errors, before } = useFields(
    { say: (name, values) => t(`nominating:field.${name}`, values), sayProblem: (code, values) => t(`nominating:problem.${code}`, values) },
    { loaded: entries, refused },
  );
  const said = (line: (typeof lines)[number]) => t("elections:details.line", { body: textIn(line.body, language).text, holder: textIn(line.holder, language).text });
  const counted = (name: "seats" | "termInMonths") => (
    <>
      <TextField {...field(name)} width={3} inputMode="numeric" dir="ltr" autoComplete="off" />
      <Theirs said={theirs(name)} />
    </>
  );
  const day = (name: "opensOn" | "closesOn" | "remindOn" | "termStartsOn") => (
    <>
      <DateField {...dayField(name)} labelSize="s" />
      <Theirs said={theirs(name)} />
    </>
  );
  return (
    <>
      <BackLink to={round ? officeRoundPath(partnership, round) : officeRoundsPath(partnership)} text={round ? textIn(round.title, language).text : t("nominating:office.title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={round?.title ?? partnership.name} />}>{t(round ? "nominating:details.title" : "nominating:details.new")}</PageHeading>
      <form method="post" noValidate>
        {inEach("title", { most: longest.title })}
        {inEach("about", { rows: 5, most: longest.about })}
        {inEach("criteria", { rows: 5, most: longest.criteria })}
        <Select {...field("lineId")} hint={t("nominating:field.lineId-hint")} options={[{ value: "", label: t("nominating:field.lineId-none") }, ...lines.map((line) => ({ value: line.id, label: said(line) }))]} />
        <Theirs said={theirs("lineId") === undefined ? undefined : lines.filter(({ id }) => id === theirs("lineId")).map(said).join()} />
        {counted("seats")}
        {day("opensOn")}
        {day("closesOn")}
        {day("remindOn")}
        {day("termStartsOn")}
        {counted("termInMonths")}
        {round && <AsOpened entries={before} />}
        <Button>{t(round ? "elections:save" : "nominating:details.begin")}</Button>
      </form>
    </>
  );
}
