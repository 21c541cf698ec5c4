// What was done to the codes of a codeframe, by whom and when; the last of it can be undone.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { codeframeChangesPath, codeframePath } from "../paths.ts";
import { findLastChange, listChanges, undoLastChange } from "../undoing.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame } = await findFramePage(args);
  const { searchParams } = new URL(args.request.url);
  const below = /^\d{1,9}$/.test(searchParams.get("below") ?? "") ? Number(searchParams.get("below")) : null;
  const { changes, nextBelow } = await listChanges(db(), frame, { below });
  const last = await findLastChange(db(), frame);
  const names = await listNames(db(), changes.flatMap(({ personId, undoneById }) => (undoneById === null ? [personId] : [personId, undoneById])));
  const { t } = wordsFor(language);
  const who = (id: string) => names.get(id) ?? t("reading:somebody");
  return {
    title: titleOf(t("recoding:changes.title-of", { name: within(frame.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, nextBelow, isFirstPage: below === null, undone: searchParams.get("done") === "undone" },
    changes: changes.map(({ personId, undoneById, ...change }) => ({ ...change, who: who(personId), undoneBy: undoneById === null ? null : who(undoneById) })),
    last: last && { number: last.number, since: last.since, ask: searchParams.get("ask") === String(last.number) && last.since === 0 },
    back: codeframePath(partnership, consultation, frame),
    here: codeframeChangesPath(partnership, consultation, frame),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, frame, signedIn } = await findFramePage(args);
  const number = Number((await readForm(args.request)).get("undo") ?? "");
  const undone = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    const kind = await undoLastChange(transaction, { frame: held, personId: signedIn.personId, now }, number);
    // because a second press undoes nothing more
    return kind !== null || (await transaction.codeframeChange.count({ where: { codeframeId: frame.id, number, undoneAt: { not: null } } })) > 0;
  });
  if (!undone) return data({ isRefused: true }, { status: 422 });
  return redirect(`${codeframeChangesPath(partnership, consultation, frame)}?done=undone`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframeChangesPage() {
  const { frame, changes, last, nextBelow, isFirstPage, undone, back, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const asked = last?.ask && !refused ? changes.find((change) => change.number === last.number) : undefined;
  if (asked) {
    return (
      <Confirming
        question={t("recoding:undo.question", { number: number(asked.number) })}
        consequence={`${t(`recoding:change.${asked.kind}`)}. ${t("recoding:undo.consequence", { answers: number(asked.answers) })}`}
        yes={{ name: "undo", value: String(asked.number), text: t("recoding:undo.yes") }}
        no={t("recoding:undo.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={back} text={t("codeframe:code.back")} />
      <ErrorSummary errors={refused ? [{ href: "#main", text: t("recoding:undo.refused") }] : []} />
      {undone && !refused && <NotificationBanner kind="success">{t("recoding:undo.done")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={frame.name} />}>{t("recoding:changes.title")}</PageHeading>
      <p className="govuk-body">{t("recoding:changes.lead")}</p>
      {last && last.since > 0 && <p className="govuk-body">{t("recoding:undo.given-since", { number: number(last.number), codings: number(last.since) })}</p>}
      {last && last.since === 0 && isFirstPage && <ButtonLink to={`${here}?ask=${last.number}`}>{t("recoding:undo.offer", { number: number(last.number) })}</ButtonLink>}
      {changes.length === 0 && <p className="govuk-body">{t("recoding:changes.none")}</p>}
      {changes.length > 0 && (
        <Table
          caption={t("recoding:changes.caption")}
          stacks
          columns={[
            { key: "number", heading: t("recoding:changes.number"), numeric: true },
            { key: "what", heading: t("recoding:changes.what") },
            { key: "code", heading: t("codeframe:column.code") },
            { key: "answers", heading: t("recoding:changes.answers"), numeric: true },
            { key: "who", heading: t("recoding:changes.who") },
            { key: "state", heading: t("recoding:changes.state") },
          ]}
          rows={changes.map((change) => ({
            key: change.id,
            cells: [
              number(change.number),
              t(`recoding:change.${change.kind}`),
              <div key="code">
                <InLanguage text={change.name} />
                {change.kind === "split" &&
                  change.made.map((name, index) => (
                    <div key={index}>
                      → <InLanguage text={name} />
                    </div>
                  ))}
              </div>,
              ["merge", "split"].includes(change.kind) && change.undoneAt === null ? number(change.answers) : null,
              <div key="who">
                <bdi>{change.who}</bdi>, {instant(change.at)}
              </div>,
              change.undoneAt === null ? t("recoding:changes.stands") : t("recoding:changes.undone", { who: change.undoneBy ?? "", at: instant(change.undoneAt) }),
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : here} next={nextBelow === null ? null : { to: `${here}?below=${nextBelow}` }} />
    </>
  );
}
