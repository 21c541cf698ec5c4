// Days of voting in a partnership: those that come every year, and those it tells of itself. Nothing is launched just before them.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { officePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionInputs, readElection } from "../election-form.ts";
import { listElections, removeElection, saveElection } from "../launch.store.server.ts";
import { mayChangeElections, maySeeOffice } from "../office-policy.ts";
import { electionsPath } from "../office-paths.ts";
import { ordinaryElection } from "../pre-election.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, roles } = await requireWhoMay(args, maySeeOffice);
  const year = Number(dayOf(args.context.now).slice(0, 4));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: titleOf(wordsFor(args.context.language).t("launch:elections.title"), args.context.language, partnership),
    ...{ partnership, mayChange: mayChangeElections(roles) },
    elections: [...(await listElections(db(), partnership.id)), ordinaryElection(year), ordinaryElection(year + 1)],
    done: done === "added" || done === "removed" ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayChangeElections);
  const about = { partnershipId: partnership.id, personId: signedIn.personId };
  const form = await readForm(args.request);
  const removed = form.get("remove");
  if (removed) {
    await inTransaction((transaction) => removeElection(transaction, about, removed));
    return redirect(`${electionsPath(partnership)}?done=removed`);
  }
  const entries = Object.fromEntries(electionInputs.map((input) => [input, form.get(input) ?? ""]));
  const read = readElection(entries);
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  await inTransaction((transaction) => saveElection(transaction, about, read.value));
  return redirect(`${electionsPath(partnership)}?done=added`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function ElectionsPage() {
  const { partnership, mayChange, elections, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date } = useWords();
  const entries: Record<string, string> = refused?.entries ?? {};
  const problems = refused?.problems ?? [];
  const errorOf = (starts: string) => {
    const problem = problems.find(({ input }) => input.startsWith(starts));
    return problem && t(`launch:wrong.${problem.code}`);
  };
  const dayIn = (day: "poll" | "notice") => ({ day: entries[`${day}-day`], month: entries[`${day}-month`], year: entries[`${day}-year`] }) as Record<"day" | "month" | "year", string>;
  return (
    <>
      <BackLink to={officePath(partnership)} />
      <ErrorSummary errors={problems.map(({ input, code }) => ({ href: `#${input}`, text: t(`launch:wrong.${code}`) }))} />
      {done && !refused && <NotificationBanner kind="success">{t(`launch:elections.${done}`)}</NotificationBanner>}
      <PageHeading>{t("launch:elections.title")}</PageHeading>
      <p className="govuk-body">{t("launch:elections.lead")}</p>
      <Table
        caption={t("launch:elections.caption")}
        stacks
        columns={[
          { key: "name", heading: t("launch:elections.name") },
          { key: "notice", heading: t("launch:elections.notice") },
          { key: "poll", heading: t("launch:elections.poll") },
          ...(mayChange ? [{ key: "remove", heading: t("launch:elections.change") }] : []),
        ]}
        rows={elections.map(({ id, name, noticeOn, pollOn }) => ({
          key: id ?? pollOn,
          cells: [
            name ? <InLanguage key="name" text={name} /> : t("launch:elections.ordinary"),
            date(noticeOn),
            date(pollOn),
            ...(mayChange
              ? [
                  id === null ? (
                    ""
                  ) : (
                    <form key="remove" method="post">
                      <Button look="secondary" name="remove" value={id}>
                        {t("launch:elections.remove")} <span className="govuk-visually-hidden">{name && <InLanguage text={name} />}</span>
                      </Button>
                    </form>
                  ),
                ]
              : []),
          ],
        }))}
      />
      {mayChange && (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">{t("launch:elections.add")}</h2>
          <FieldsInLanguages
            name="name"
            legend={t("launch:elections.what")}
            hint={t("launch:elections.what-hint")}
            valueOf={(language) => entries[`name-${language}`] ?? ""}
            errorOf={(language) => errorOf(`name-${language}`)}
          />
          <DateField name="poll" label={t("launch:elections.poll")} hint={t("launch:elections.poll-hint")} value={dayIn("poll")} error={errorOf("poll")} />
          <DateField name="notice" label={t("launch:elections.notice-optional")} hint={t("launch:elections.notice-hint")} value={dayIn("notice")} error={errorOf("notice")} />
          <Button>{t("launch:elections.save")}</Button>
        </form>
      )}
    </>
  );
}
