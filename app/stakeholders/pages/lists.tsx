// Whom a partnership invites, for those who keep the lists: each list with how many are on it; a new one.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countEverybody, listLists, saveList } from "../lists.store.server.ts";
import { addToListPath, bouncesPath, everybody, listPath } from "../paths.ts";
import { longestListName, readListName } from "../stakeholder.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayInvite);
  return {
    title: titleOf(wordsFor(args.context.language).t("stakeholders:lists.title"), args.context.language, partnership),
    partnership,
    lists: await listLists(db(), partnership.id),
    all: await countEverybody(db(), partnership.id),
    isDeleted: new URL(args.request.url).searchParams.has("deleted"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayInvite);
  const typed = (await readForm(args.request)).get("name") ?? "";
  const name = readListName(typed);
  if (!name.ok) return data({ typed, problem: name.problem }, { status: 422 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const id = await inTransaction((transaction) => saveList(transaction, by, null, name.value));
  if (id === null) return data({ typed, problem: "name-taken" }, { status: 422 });
  return redirect(addToListPath(partnership, id));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ListsPage() {
  const { partnership, lists, all, isDeleted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused ? t(`stakeholders:list-problem.${refused.problem}`, { most: number(longestListName) }) : undefined;
  const counted = (one: { all: number; withEmail: number; stopped: number }) => [number(one.all), number(one.withEmail), number(one.all - one.withEmail), number(one.stopped)];
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("stakeholders:to-office")} />
      <ErrorSummary errors={error ? [{ href: "#name", text: error }] : []} />
      {isDeleted && <NotificationBanner kind="success">{t("stakeholders:lists.deleted")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("stakeholders:lists.title")}</PageHeading>
      <p className="govuk-body">{t("stakeholders:lists.text")}</p>
      {lists.length === 0 ? (
        <p className="govuk-body">{t("stakeholders:lists.empty")}</p>
      ) : (
        <Table
          caption={t("stakeholders:lists.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "name", heading: t("stakeholders:lists.list") },
            { key: "all", heading: t("stakeholders:lists.on-it"), numeric: true },
            { key: "email", heading: t("stakeholders:lists.with-email"), numeric: true },
            { key: "post", heading: t("stakeholders:lists.without-email"), numeric: true },
            { key: "stopped", heading: t("stakeholders:lists.stopped"), numeric: true },
          ]}
          rows={[
            ...lists.map((list) => ({
              key: list.id,
              cells: [
                <PageLink key="name" to={listPath(partnership, list.id)}>
                  <bdi>{list.name}</bdi>
                </PageLink>,
                ...counted(list),
              ],
            })),
            {
              key: everybody,
              cells: [
                <PageLink key="name" to={listPath(partnership, everybody)}>
                  {t("stakeholders:lists.everybody")}
                </PageLink>,
                ...counted(all),
              ],
            },
          ]}
        />
      )}
      {lists.length > 0 && <p className="govuk-body govuk-hint">{t("stakeholders:lists.once")}</p>}
      <form method="post" noValidate>
        <TextField name="name" label={t("stakeholders:lists.new")} labelSize="m" hint={t("stakeholders:lists.new-hint")} value={refused?.typed} error={error} autoComplete="off" />
        <Button>{t("stakeholders:lists.begin")}</Button>
      </form>
      <h2 className="govuk-heading-m">{t("stakeholders:bounces.title")}</h2>
      <p className="govuk-body">
        <PageLink to={bouncesPath(partnership)}>{t("stakeholders:bounces.go")}</PageLink>
      </p>
    </>
  );
}
