// Where somebody is signed in: on which device, since when, last seen; each can be ended.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Translate } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Device } from "../device.ts";
import { accountPath, sessionsPath, signOutPath } from "../paths.ts";
import { countSessions, endOneSession, listSessions } from "../sessions.store.server.ts";
import { requireAsking, requireRecent } from "../session.server.ts";

const told = ["ended", "over"] as const;

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { t, instant, number } = wordsFor(language);
  const { signedIn, sessionId } = await requireAsking(request, now);
  const { personId } = signedIn;
  const query = new URL(request.url).searchParams;
  const before = query.get("before");
  const { sessions, nextBefore } = await listSessions(db(), { personId, now, before });
  const count = await countSessions(db(), personId, now);
  return {
    sessions: sessions.map(({ id, device, by, startedAt, lastSeenAt }) => ({
      ...{ id, device: deviceText(t, device), by, isThis: id === sessionId, begun: instant(startedAt), seen: lastSeenAt && instant(lastSeenAt) },
    })),
    ...{ nextBefore, isFirst: before === null, done: told.find((one) => one === query.get("done")) ?? null },
    count: t("account:sessions.count", { count, number: number(count) }),
    title: titleOf(t("account:row.sessions"), language),
  };
}

function deviceText(t: Translate, { browser, system }: Device): string {
  const [program, machine] = [browser && t(`account:browser.${browser}`), system && t(`account:system.${system}`)];
  if (program && machine) return t("account:sessions.device", { browser: program, system: machine });
  return program ?? machine ?? t("account:sessions.unknown");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const { personId } = (await requireRecent(request, now, sessionsPath())).signedIn;
  const sessionId = (await readForm(request)).get("session") ?? "";
  const isEnded = await inTransaction((transaction) => endOneSession(transaction, { personId, sessionId }));
  return redirect(sessionsPath({ done: isEnded ? "ended" : "over" }));
}

export default function AccountSessions() {
  const { sessions, count, nextBefore, isFirst, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={accountPath()} text={t("account:title")} />
      {done && <NotificationBanner kind={done === "ended" ? "success" : "important"}>{t(`account:sessions.${done}`)}</NotificationBanner>}
      <PageHeading>{t("account:row.sessions")}</PageHeading>
      <p className="govuk-body">{count}</p>
      <p className="govuk-body">{t("account:sessions.text")}</p>
      <Table
        caption={t("account:row.sessions")}
        captionSize="hidden"
        stacks
        columns={(["device", "begun", "seen", "deed"] as const).map((key) => ({ key, heading: t(`account:sessions.column.${key}`) }))}
        rows={sessions.map(({ id, device, by, isThis, begun, seen }) => ({
          key: id,
          cells: [
            device,
            <span key="begun">
              {begun}
              {by && (
                <>
                  <br />
                  {t(`account:by.${by}`)}
                </>
              )}
            </span>,
            seen,
            isThis ? (
              t("account:sessions.this")
            ) : (
              <form key="deed" method="post" noValidate>
                <input type="hidden" name="session" value={id} />
                <button type="submit" className="link-button" aria-label={t("account:sessions.endWhich", { device, begun })}>
                  {t("account:sessions.end")}
                </button>
              </form>
            ),
          ],
        }))}
      />
      <Pagination
        previous={isFirst ? null : { to: sessionsPath(), label: t("account:sessions.newest") }}
        next={nextBefore === null ? null : { to: sessionsPath({ before: nextBefore }), label: t("account:sessions.older") }}
      />
      <p className="govuk-body">
        <PageLink to={signOutPath}>{t("account:signOut")}</PageLink>
      </p>
    </>
  );
}
