// Places that are reserved in an election, while it is planned: categories and groups, how many of each, and why.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { headOf } from "../election.ts";
import { holdElection, saveElection } from "../elections.store.server.ts";
import { refusePublished, requirePlannedElection } from "../guard.server.ts";
import { officeElectionPath } from "../paths.ts";
import { longest, readReserves, reservesAsTyped, reserveUnits } from "../reserve-form.ts";
import { placesOutside } from "../reserves.ts";
import { ReserveFields } from "../ui/reserve-fields.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election } = await requirePlannedElection(args);
  return {
    title: titleOf(wordsFor(language).t("elections:reserves.title-of", { title: textIn(election.title, language).text }), language, partnership),
    outside: election.reserves.map((reserve) => ({ id: reserve.id, name: reserve.name, places: placesOutside(reserve, election.seats) })).filter(({ places }) => places > 0),
    ...{ partnership, election: { id: election.id, title: election.title, seats: election.seats }, entries: reservesAsTyped(election.reserves) },
    isSaved: new URL(args.request.url).searchParams.get("done") === "saved",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, election: asked, by } = await requirePlannedElection(args);
  const form = await readForm(args.request, { longest: longest.justification * 8 });
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const election = refusePublished(partnership, await holdElection(transaction, partnership.id, asked.id), by.now);
    const theirs = reservesAsTyped(election.reserves);
    const { merged, clashes } = takeEdits(reserveUnits, form, theirs);
    const read = readReserves(merged, election.seats, newId);
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveElection(transaction, by, election, { ...headOf(election), reserves: read.value });
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(officeElectionPath(partnership, asked, "reserves", { done: "saved" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReservesPage() {
  const { partnership, election, entries, isSaved, outside } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const say = (name: string, values?: { most: string }) => {
    const [, category = "", group, part = ""] = /^c(\d)(?:g(\d))?-(.+)$/.exec(name) ?? [];
    const asked = t(`elections:reserve-field.${group ? "group" : "category"}-${part}`, values);
    if (part.endsWith("-hint")) return asked;
    return t(group ? "elections:reserves.in-group" : "elections:reserves.in-category", { category: number(Number(category)), group: number(Number(group ?? 0)), asked });
  };
  const fields = useFields({ say, sayProblem: (code, values) => t(`elections:problem.${code}`, values) }, { loaded: entries, refused });
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={fields.errors} />
      {isSaved && !refused && <NotificationBanner kind="success">{t("elections:hub.done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("elections:room.reserves.title")}</PageHeading>
      <p className="govuk-body">{t("elections:reserves.lead", { count: election.seats, seats: number(election.seats) })}</p>
      <Details summary={t("elections:reserves.when")}>
        {(["law", "self", "count"] as const).map((part) => (
          <p key={part} className="govuk-body">
            {t(`elections:reserves.when-${part}`)}
          </p>
        ))}
      </Details>
      {outside.map(({ id, name, places }) => (
        <InsetText key={id}>
          <InLanguage text={name} />: {t("elections:reserve.outside", { count: places, places: number(places) })}
        </InsetText>
      ))}
      <form method="post" noValidate>
        <ReserveFields fields={fields} />
        <AsOpened entries={fields.before} />
        <Button>{t("elections:save")}</Button>
      </form>
    </>
  );
}
