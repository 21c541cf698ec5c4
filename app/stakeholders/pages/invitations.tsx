// The invitations of a consultation: whom it invites, what they are sent, how far that is; setting it going, pausing and stopping it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { invitationsPath, officeConsultationPath } from "#app/consultations/office-paths.ts";
import { stakeholdersPath } from "#app/partnerships/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listLists } from "../lists.store.server.ts";
import { goingOf, mayBegin, remindersBeginAt } from "../mailing.ts";
import { beginMailing, chooseLists, countMailed, countWhom, findMailing, listChosen, steerMailing } from "../mailings.store.server.ts";
import { MailingState } from "../ui/mailing-state.tsx";
import { WhomList } from "../ui/whom-list.tsx";

const dones = ["chosen", "written", "begun", "paused", "resumed", "stopped", "posted"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation } = await findForOffice(args, mayInvite);
  const [invitation, reminder] = await Promise.all([findMailing(db(), consultation, "invitation"), findMailing(db(), consultation, "reminder")]);
  const query = new URL(args.request.url).searchParams;
  const whom = await countWhom(db(), consultation);
  const begins = remindersBeginAt(consultation, reminder.daysBefore);
  const sent = await countMailed(db(), consultation.id, "invitation");
  const toGo = whom.fresh + sent.waiting;
  const ask = query.get("ask");
  const asking = ask === "begin" && mayBegin(consultation, now) && invitation.isWritten && toGo > 0 ? ("begin" as const) : ask === "stop" && invitation.startedAt ? ("stop" as const) : null;
  const question = asking && words.t(`mailings:ask.${asking}`, { count: toGo, number: words.number(toGo) });
  return {
    title: titleOf(question ?? words.t("mailings:title"), language, partnership),
    ...{ partnership, consultation, question, asking, whom, toGo },
    lists: await listLists(db(), partnership.id),
    chosen: await listChosen(db(), consultation.id),
    mayBegin: mayBegin(consultation, now),
    invitation: { ...invitation, going: goingOf(invitation, consultation, now), counts: sent },
    reminder: { ...reminder, going: goingOf(reminder, consultation, now), counts: await countMailed(db(), consultation.id, "reminder"), begins: begins && words.instant(begins) },
    minutes: Math.ceil(toGo / invitation.perMinute),
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayInvite);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const back = (done: string) => redirect(`${invitationsPath(partnership, consultation)}?${done}`);
  const deed = form.get("deed");
  if (deed === "choose") {
    await inTransaction((transaction) => chooseLists(transaction, consultation, form.getAll("list"), by));
    return back("chosen");
  }
  if (deed === "begin") {
    const { isWritten } = await findMailing(db(), consultation, "invitation");
    const { fresh } = await countWhom(db(), consultation);
    const { waiting } = await countMailed(db(), consultation.id, "invitation");
    if (!mayBegin(consultation, now)) return data({ problem: "not-now" }, { status: 422 });
    if (!isWritten) return data({ problem: "not-written" }, { status: 422 });
    if (fresh + waiting === 0) return data({ problem: "nobody" }, { status: 422 });
    await inTransaction(async (transaction) => {
      await beginMailing(transaction, consultation, by);
      await addJob(transaction, "send-mailings", {}, { key: "send-mailings" });
    });
    return back("begun");
  }
  if (deed !== "pause" && deed !== "resume" && deed !== "stop") throw badRequest();
  const kind = form.get("kind") === "reminder" ? "reminder" : "invitation";
  await inTransaction(async (transaction) => {
    await steerMailing(transaction, consultation, kind, deed, by);
    await addJob(transaction, "send-mailings", {}, { key: "send-mailings" });
  });
  return back({ pause: "paused", resume: "resumed", stop: "stopped" }[deed]);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function InvitationsPage() {
  const { partnership, consultation, question, asking, whom, toGo, lists, chosen, invitation, reminder, minutes, done, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const here = invitationsPath(partnership, consultation);
  if (asking) {
    return (
      <Confirming
        question={question ?? ""}
        consequence={asking === "begin" ? t("mailings:ask.begin-text", { perMinute: number(invitation.perMinute), count: minutes, number: number(minutes) }) : t("mailings:ask.stop-text")}
        yes={{ name: "deed", value: asking, text: t(`mailings:ask.${asking}-yes`), look: asking === "begin" ? "main" : "warning" }}
        no={t("mailings:ask.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("mailings:to-consultation")} />
      <ErrorSummary errors={refused ? [{ href: "#sending", text: t(`mailings:refused.${refused.problem}`) }] : []} />
      {done && <NotificationBanner kind="success">{t(`mailings:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("mailings:title")}</PageHeading>
      <p className="govuk-body">{t("mailings:text")}</p>
      {!shown.mayBegin && <InsetText>{t(consultation.publishedAt === null ? "mailings:not-public" : "mailings:over")}</InsetText>}
      <h2 className="govuk-heading-m">{t("mailings:whom.title")}</h2>
      {lists.length === 0 ? (
        <p className="govuk-body">
          <PageLink to={stakeholdersPath(partnership)}>{t("mailings:whom.no-lists")}</PageLink>
        </p>
      ) : (
        <form method="post" noValidate>
          <Checkboxes
            name="list"
            small
            label={t("mailings:whom.lists")}
            labelSize="s"
            hint={t("mailings:whom.hint")}
            values={chosen}
            choices={lists.map(({ id, name, all }) => ({ value: id, label: t("mailings:whom.list", { name, number: number(all) }) }))}
          />
          <Button look="secondary" name="deed" value="choose">{t("mailings:whom.choose")}</Button>
        </form>
      )}
      {chosen.length > 0 && <WhomList {...{ partnership, consultation, whom }} />}
      <MailingState {...{ partnership, consultation, ...invitation, toGo }} mayBegin={shown.mayBegin} />
      <MailingState {...{ partnership, consultation, ...reminder, toGo: 0 }} mayBegin={false} />
      <p className="govuk-body govuk-hint">{t("mailings:who-answered")}</p>
    </>
  );
}
