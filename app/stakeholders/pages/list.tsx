// Those on a list, or everybody: found by a part of a name or an address; the list renamed, kept for another year or deleted.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { stakeholdersPath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmList, countOnlyOn, deleteList, findList, saveList } from "../lists.store.server.ts";
import { addToListPath, everybody, listCsvPath, listPath, stakeholderPath } from "../paths.ts";
import { longestListName, readListName, shownName } from "../stakeholder.ts";
import { listStakeholders } from "../stakeholders.store.server.ts";

const dones = ["saved", "renamed", "confirmed", "erased"] as const;

async function findShown(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireWhoMay(args, mayInvite);
  return { ...found, list: args.params.list === everybody ? null : await findList(db(), found.partnership.id, args.params.list) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, signedIn, list } = await findShown(args);
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const [search, after] = [line(query.get("search") ?? "").slice(0, 100), query.get("after")];
  const asks = list !== null && query.get("ask") === "delete";
  const { stakeholders, nextAfter } = asks ? { stakeholders: [], nextAfter: null } : await listStakeholders(db(), { partnershipId: partnership.id, listId: list?.id ?? null, search, after });
  if (!asks) {
    await recordAudit(db(), {
      ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "stakeholders.read", facts: { shown: stakeholders.length } },
      ...(list ? { subjectKind: "stakeholder-list", subjectId: list.id } : { subjectKind: "partnership", subjectId: partnership.id }),
    });
  }
  const name = list?.name ?? words.t("stakeholders:lists.everybody");
  return {
    title: titleOf(asks ? words.t("stakeholders:list.ask", { name }) : name, language, partnership),
    ...{ partnership, list, name, search, nextAfter, isFirst: after === null, stakeholders },
    onlyHere: asks && list ? await countOnlyOn(db(), list.id) : null,
    done: dones.find((done) => query.has(done)) ?? null,
    added: Number(query.get("added") ?? Number.NaN),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, list } = await findShown(args);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  if (!list) throw badRequest();
  const deed = form.get("deed");
  if (deed === "delete") {
    await inTransaction((transaction) => deleteList(transaction, by, list.id));
    return redirect(`${stakeholdersPath(partnership)}?deleted`);
  }
  if (deed === "confirm") {
    await inTransaction((transaction) => confirmList(transaction, by, list.id));
    return redirect(`${listPath(partnership, list.id)}?confirmed`);
  }
  if (deed !== "rename") throw badRequest();
  const typed = form.get("name") ?? "";
  const name = readListName(typed);
  if (!name.ok) return data({ typed, problem: name.problem }, { status: 422 });
  const saved = await inTransaction((transaction) => saveList(transaction, by, list.id, name.value));
  if (saved === null) return data({ typed, problem: "name-taken" }, { status: 422 });
  return redirect(`${listPath(partnership, list.id)}?renamed`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ListPage() {
  const { partnership, list, name, search, nextAfter, isFirst, stakeholders, onlyHere, done, added } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const id = list?.id ?? everybody;
  const here = listPath(partnership, id);
  if (list && onlyHere !== null) {
    return (
      <Confirming
        question={t("stakeholders:list.ask", { name })}
        consequence={t("stakeholders:list.ask-text", { count: onlyHere, number: number(onlyHere) })}
        yes={{ name: "deed", value: "delete", text: t("stakeholders:list.ask-yes") }}
        no={t("stakeholders:list.ask-no")}
        backTo={here}
      />
    );
  }
  const error = refused ? t(`stakeholders:list-problem.${refused.problem}`, { most: number(longestListName) }) : undefined;
  return (
    <>
      <BackLink to={stakeholdersPath(partnership)} text={t("stakeholders:lists.title")} />
      <ErrorSummary errors={error ? [{ href: "#name", text: error }] : []} />
      {done && <NotificationBanner kind="success">{t(`stakeholders:list.done.${done}`)}</NotificationBanner>}
      {added >= 0 && <NotificationBanner kind="success">{t("stakeholders:list.added", { count: added, number: number(added) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <bdi>{name}</bdi>
      </PageHeading>
      {list && (
        <ButtonGroup>
          <ButtonLink to={addToListPath(partnership, id)}>{t("stakeholders:list.add")}</ButtonLink>
          <ButtonLink look="secondary" to={stakeholderPath(partnership, "new", { list: id })}>
            {t("stakeholders:list.add-one")}
          </ButtonLink>
        </ButtonGroup>
      )}
      <form method="get" role="search" noValidate>
        <TextField name="search" label={t("stakeholders:list.search")} value={search} autoComplete="off" width={20} />
        <Button look="secondary">{t("stakeholders:list.find")}</Button>
      </form>
      {search !== "" && (
        <p className="govuk-body">
          <PageLink to={here}>{t("stakeholders:list.show-all")}</PageLink>
        </p>
      )}
      {stakeholders.length === 0 ? (
        <p className="govuk-body">{t(search !== "" ? "stakeholders:list.nobody" : isFirst ? "stakeholders:list.empty" : "stakeholders:list.end")}</p>
      ) : (
        <Table
          caption={t("stakeholders:list.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "who", heading: t("stakeholders:list.who") },
            { key: "reached", heading: t("stakeholders:list.reached") },
            { key: "language", heading: t("stakeholders:field.language") },
            { key: "audience", heading: t("stakeholders:field.audience") },
          ]}
          rows={stakeholders.map((one) => ({
            key: one.id,
            cells: [
              <PageLink key="who" to={stakeholderPath(partnership, one.id)}>
                <bdi>{shownName(one)}</bdi>
              </PageLink>,
              <span key="reached">
                <bdi>{one.email ?? one.post?.split("\n").join(", ") ?? one.telephone}</bdi>{" "}
                {one.stopped && <Tag colour="yellow">{t(`stakeholders:stopped.${one.stopped}`)}</Tag>}
              </span>,
              <span key="language" lang={one.language} dir="auto">{languageNames[one.language]}</span>,
              <bdi key="audience">{one.audience}</bdi>,
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : listPath(partnership, id, { search })} next={nextAfter ? { to: listPath(partnership, id, { search, after: nextAfter }) } : null} />
      <p className="govuk-body">
        <a className="govuk-link" href={listCsvPath(partnership, id)} download>
          {t("stakeholders:list.csv")}
        </a>
      </p>
      {list && (
        <>
          <h2 className="govuk-heading-m">{t("stakeholders:list.keeping")}</h2>
          <p className="govuk-body">{t("stakeholders:list.keeping-text")}</p>
          <form method="post" noValidate>
            <Button look="secondary" name="deed" value="confirm">{t("stakeholders:list.confirm")}</Button>
          </form>
          <form method="post" noValidate>
            <TextField name="name" label={t("stakeholders:list.rename-label")} value={refused?.typed ?? list.name} error={error} autoComplete="off" />
            <ButtonGroup>
              <Button look="secondary" name="deed" value="rename">{t("stakeholders:list.rename")}</Button>
              <ButtonLink look="secondary" to={listPath(partnership, id, { ask: "delete" })}>{t("stakeholders:list.delete")}</ButtonLink>
            </ButtonGroup>
          </form>
        </>
      )}
    </>
  );
}
