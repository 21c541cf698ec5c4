// A partnership's e-mails for its administrators: what waits, what failed and why, what has gone; tried again or given up.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officePath } from "#app/partnerships/paths.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { countLetters } from "#app/shared/mail.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireWhoMay } from "../guard.server.ts";
import { mayKeepLetters } from "../keeping-policy.ts";
import { isLetterFilter, kindName } from "../kept-letters.ts";
import { findKeptLetter, giveLetterUp, listKeptLetters, retryLetters, type KeptLetter } from "../kept-letters.store.server.ts";
import { officeLettersPath } from "../paths.ts";
import { LetterFilters, RetryAll } from "../ui/letter-filters.tsx";
import { LetterTable, type LetterRow } from "../ui/letter-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepLetters);
  const words = wordsFor(language);
  const search = new URL(args.request.url).searchParams;
  const counts = await countLetters(db(), now, partnership.id);
  const wanted = search.get("filter");
  const filter = isLetterFilter(wanted) ? wanted : counts.failed > 0 ? "failed" : "waiting";
  const before = search.get("before");
  const { letters, nextBefore } = await listKeptLetters(db(), { partnershipId: partnership.id, filter, before, now });
  const asked = search.get("ask");
  const asking = asked === null ? null : await findKeptLetter(db(), partnership.id, asked, now);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "letters.read" },
    ...(asking ? { subjectKind: "letter", subjectId: asking.id } : { subjectKind: "partnership", subjectId: partnership.id }),
    facts: asking ? {} : { filter, shown: letters.length },
  });
  const question = asking && words.t("letters:giveUp.question", { kind: words.t(`letters:kind.${kindName(asking.kind)}`), to: asking.to });
  return {
    title: titleOf(question ?? words.t("letters:title"), language, partnership),
    partnership,
    filter,
    isFirst: before === null,
    nextBefore,
    counts,
    rows: letters.map((letter) => rowOf(letter, words.instant)),
    asking: asking && mayStillBeKept(asking) ? { id: asking.id, question: question ?? "" } : null,
    done: doneOf(search),
  };
}

function rowOf({ kind, createdAt, sentAt, nextAttemptAt, ...letter }: KeptLetter, instant: (at: Date) => string): LetterRow {
  return {
    ...letter,
    kind: kindName(kind),
    writtenAt: instant(createdAt),
    sentAt: sentAt && instant(sentAt),
    nextAt: letter.state === "waiting" && letter.attempts > 0 && nextAttemptAt ? instant(nextAttemptAt) : null,
    isOurs: mayStillBeKept(letter),
  };
}

function mayStillBeKept({ state }: { state: KeptLetter["state"] }): boolean {
  return state === "waiting" || state === "failed";
}

/** What the action before this page did, from its address. */
function doneOf(search: URLSearchParams) {
  const done = search.get("done");
  const count = Number(search.get("count"));
  if (done === "retried" && Number.isInteger(count) && count > 0) return { deed: done, count } as const;
  return done === "given-up" || done === "nothing" ? ({ deed: done, count: 0 } as const) : null;
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepLetters);
  const form = await readForm(args.request);
  const [deed, id, filter] = [form.get("deed"), form.get("letter"), form.get("filter")];
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const shown = officeLettersPath(partnership, { filter: isLetterFilter(filter) ? filter : null });
  const told = (done: string) => redirect(`${shown}${shown.includes("?") ? "&" : "?"}${done}`);
  if (deed === "give-up" && id !== null) {
    await findKeptLetter(db(), partnership.id, id, now);
    return told((await inTransaction((transaction) => giveLetterUp(transaction, id, by))) ? "done=given-up" : "done=nothing");
  }
  if (deed !== "retry" || (id === null && filter !== "waiting" && filter !== "failed")) throw badRequest();
  if (id !== null) await findKeptLetter(db(), partnership.id, id, now);
  const which = id === null ? { filter: filter === "failed" ? ("failed" as const) : ("waiting" as const) } : { id };
  const count = await inTransaction((transaction) => retryLetters(transaction, which, by));
  return told(count > 0 ? `done=retried&count=${count}` : "done=nothing");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function OfficeLetters() {
  const { partnership, filter, isFirst, nextBefore, counts, rows, asking, done } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  if (asking) {
    return (
      <Confirming
        question={asking.question}
        consequence={t("letters:giveUp.consequence")}
        yes={{ name: "deed", value: "give-up", text: t("letters:giveUp.yes") }}
        no={t("letters:giveUp.no")}
        backTo={officeLettersPath(partnership, { filter })}
        fields={{ letter: asking.id, filter }}
      />
    );
  }
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("letters:back")} />
      {done && (
        <NotificationBanner kind={done.deed === "nothing" ? "important" : "success"}>
          {done.deed === "retried" ? t("letters:done.retried", { count: done.count, number: number(done.count) }) : t(`letters:done.${done.deed}`)}
        </NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("letters:title")}</PageHeading>
      <p className="govuk-body">{t("letters:text")}</p>
      <h2 className="govuk-heading-m">{t("letters:now")}</h2>
      <SummaryList
        rows={(["waiting", "failed", "sentLately"] as const).map((key) => ({ key, label: t(`letters:counts.${key}`), value: number(counts[key]) }))}
      />
      <LetterFilters filter={filter} pathOf={(one) => officeLettersPath(partnership, { filter: one })} />
      {rows.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? `letters:empty.${filter}` : "letters:end")}</p>
      ) : (
        <>
          <p className="govuk-body">{t(`letters:about.${filter}`)}</p>
          <RetryAll filter={filter} counts={counts} />
          <LetterTable rows={rows} filter={filter} askPathOf={(id) => officeLettersPath(partnership, { filter, ask: id })} />
        </>
      )}
      <Pagination
        previous={isFirst ? null : { to: officeLettersPath(partnership, { filter }), label: t("letters:newest") }}
        next={nextBefore ? { to: officeLettersPath(partnership, { filter, before: nextBefore }), label: t("letters:older") } : null}
      />
    </>
  );
}
