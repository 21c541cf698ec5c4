// Days on which nobody in the partnership is to meet: a full council, school holidays, an election of our own.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage, textIn } from "#app/shared/languages.ts";
import { readText } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listReserved, planningRange, releaseDays, reserveDays } from "../clashes.store.server.ts";
import { mostReserved } from "../meeting-dates.ts";
import { officeMeetingsPath, reservedDaysPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";

const longestName = 120;
const longestInDays = 60;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const { language, now } = args.context;
  const words = wordsFor(language);
  const days = await listReserved(db(), { partnershipId: partnership.id, ...planningRange(now) });
  return {
    title: titleOf(words.t("meetings:days.title"), language, partnership),
    ...{ partnership, mostDays: mostReserved },
    days: days.map(({ startsOn, endsOn, ...day }) => ({ ...day, startsOn: words.date(startsOn), endsOn: endsOn === startsOn ? null : words.date(endsOn) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request);
  const released = form.get("release");
  if (released !== null) {
    await inTransaction((transaction) => releaseDays(transaction, by, released));
    return redirect(reservedDaysPath(partnership));
  }
  const entries: Entries = Object.fromEntries(form);
  const name = readText("name", entries, line);
  const [first, last] = [readDay("from", entries), readDay("until", entries)];
  const { until } = planningRange(now);
  const startsOn = first.date;
  const endsOn = last.isBlank ? startsOn : last.date;
  const problems = [
    ...(Object.keys(name).length === 0 ? [{ input: `name-${defaultLanguage}`, code: "name" }] : []),
    ...Object.entries(name).flatMap(([language, text]) => ([...text].length > longestName ? [{ input: `name-${language}`, code: "name-long" }] : [])),
    ...(startsOn === null || startsOn > until ? [{ input: "from-day", code: "from" }] : []),
    ...(endsOn === null ? [{ input: "until-day", code: "until" }] : []),
    ...(startsOn !== null && endsOn !== null && (endsOn < startsOn || (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 >= longestInDays) ? [{ input: "until-day", code: "order" }] : []),
  ];
  const isFull = (await listReserved(db(), { partnershipId: partnership.id, ...planningRange(now) })).length >= mostReserved;
  if (isFull) problems.push({ input: `name-${defaultLanguage}`, code: "full" });
  if (startsOn === null || endsOn === null || problems.length > 0) return data({ entries, problems }, { status: 422 });
  await inTransaction((transaction) => reserveDays(transaction, by, { name, startsOn, endsOn }));
  return redirect(reservedDaysPath(partnership));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReservedDaysPage() {
  const { partnership, days, mostDays } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const entries: Entries = refused?.entries ?? {};
  const errors = (refused?.problems ?? []).map(({ input, code }) => ({ input, text: t(`meetings:days.problem.${code}`, { most: number(code === "full" ? mostDays : code === "order" ? longestInDays : longestName) }) }));
  const errorAt = (input: string) => errors.find((error) => error.input === input)?.text;
  const dateField = (name: "from" | "until") => (
    <DateField
      name={name}
      label={t(`meetings:days.${name}`)}
      hint={t(`meetings:days.${name}-hint`)}
      value={Object.fromEntries(dateParts.map((part, index) => [part, entries[dayUnit(name)[index] ?? ""] ?? ""]))}
      error={errorAt(`${name}-day`)}
    />
  );
  return (
    <>
      <BackLink to={officeMeetingsPath(partnership)} text={t("meetings:office.title")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("meetings:days.title")}</PageHeading>
      <p className="govuk-body">{t("meetings:days.lead")}</p>
      {days.length === 0 ? (
        <p className="govuk-body">{t("meetings:days.none")}</p>
      ) : (
        <form method="post" noValidate>
          <Table
            caption={t("meetings:days.title")}
            captionSize="hidden"
            stacks
            columns={(["name", "from", "until", "release"] as const).map((key) => ({ key, heading: t(`meetings:days.column.${key}`) }))}
            rows={days.map(({ id, name, startsOn, endsOn }) => ({
              key: id,
              cells: [
                <InLanguage key="name" text={name} />,
                startsOn,
                endsOn ?? startsOn,
                <button key="release" className="link-button" name="release" value={id}>
                  {t("meetings:days.release")}
                  <span className="govuk-visually-hidden"> {textIn(name, language).text}</span>
                </button>,
              ],
            }))}
          />
        </form>
      )}
      <h2 className="govuk-heading-m">{t("meetings:days.add")}</h2>
      <form method="post" noValidate>
        <FieldsInLanguages
          name="name"
          legend={t("meetings:days.name")}
          hint={t("meetings:days.name-hint")}
          valueOf={(one) => entries[`name-${one}`] ?? ""}
          errorOf={(one) => errorAt(`name-${one}`)}
        />
        {dateField("from")}
        {dateField("until")}
        <Button>{t("meetings:days.keep")}</Button>
      </form>
    </>
  );
}
