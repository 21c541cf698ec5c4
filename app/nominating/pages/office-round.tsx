// A round of nominations for those who run it: what it is about, whom it invites, what they answered, and what is to be done now.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officeElectionPath } from "#app/elections/paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireRound } from "../guard.server.ts";
import { listInvitations, sendInvitations, waysOf } from "../invitations.store.server.ts";
import { officeRoundPath, officeRoundsPath, roundDetailsPath, roundPath } from "../paths.ts";
import { isRunning, roundState } from "../round.ts";
import { holdRound } from "../rounds.store.server.ts";
import { InvitedTable } from "../ui/invited-table.tsx";
import { RoundFacts } from "../ui/round-facts.tsx";
import { StateTag } from "../ui/state-tag.tsx";

const deeds = ["begun", "saved", "added", "invited", "posted", "ruled", "consent", "filled", "election", "abandoned", "taken-out", "too-late"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, round, state } = await requireRound(args);
  const words = wordsFor(language);
  const invitations = await listInvitations(db(), round);
  const ways = await waysOf(db(), round, invitations);
  const done = new URL(args.request.url).searchParams.get("done");
  const { id, title, about, criteria, seats, opensOn, closesOn, termStartsOn, termInMonths, line, ending, endingReason, electionId } = round;
  return {
    title: titleOf(words.t("nominating:office.title-of", { title: textIn(title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug, name: partnership.name }, state, isRunning: isRunning(state), done: deeds.find((one) => one === done) ?? null },
    round: { id, title, about, criteria, seats, opensOn, closesOn, termStartsOn, termInMonths, line: { holder: line.holder, body: line.body }, ending, endingReason, electionId },
    remindOn: round.remindOn && words.date(round.remindOn),
    remindedAt: round.remindedAt && words.date(dayOf(round.remindedAt)),
    late: state === "planned" && round.closesOn <= dayOf(args.context.now),
    toPrint: state === "announced" || state === "open" ? invitations.filter(({ id: one, answer }) => answer === "none" && ["to-print", "failed"].includes(ways.get(one)!)).length : 0,
    invited: invitations.map((one) => ({
      ...{ id: one.id, organisation: one.organisation, contact: one.contact, answer: one.answer, way: ways.get(one.id)!, name: one.named?.name ?? null },
      ...{ path: officeRoundPath(partnership, round, `answers/${one.id}`), reminded: one.remindedAt && words.date(dayOf(one.remindedAt)) },
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, round: asked, by } = await requireRound(args);
  if ((await readForm(args.request)).get("deed") !== "invite") throw badRequest();
  const done = await inTransaction(async (transaction) => {
    const round = await holdRound(transaction, partnership.id, asked.id);
    // because it was pressed twice
    if (round.invitedAt !== null) return "invited";
    const isTime = roundState(round, dayOf(by.now)) === "planned" && round.closesOn > dayOf(by.now);
    if (!isTime || (await listInvitations(transaction, round)).length === 0) return "too-late";
    await sendInvitations(transaction, by, { partnership, round });
    return "invited";
  });
  return redirect(officeRoundPath(partnership, asked, "", { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeRoundPage() {
  const { partnership, round, state, isRunning: runs, done, remindOn, remindedAt, late, toPrint, invited } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={officeRoundsPath(partnership)} text={t("nominating:office.title")} />
      {done && <NotificationBanner {...(done !== "too-late" && { kind: "success" as const })}>{t(`nominating:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={round.title} />
      </PageHeading>
      <p className="govuk-body">
        <StateTag state={state} />
      </p>
      {round.ending && (
        <InsetText>
          <p className="govuk-body">{t(`nominating:ending.${round.ending}`)}</p>
          <Paragraphs text={round.endingReason} />
          {round.electionId && <PageLink to={officeElectionPath(partnership, { id: round.electionId })}>{t("nominating:over.see-election")}</PageLink>}
        </InsetText>
      )}
      {late && <InsetText>{t("nominating:office.late")}</InsetText>}
      <RoundFacts partnership={partnership} round={round} invited={invited.length} />
      {runs && <p className="govuk-body">{remindedAt ? t("nominating:office.reminded", { date: remindedAt }) : remindOn ? t("nominating:office.reminds", { date: remindOn }) : t("nominating:office.reminds-not")}</p>}
      {state === "planned" && (
        <ButtonGroup>
          <PageLink to={roundDetailsPath(partnership, round)}>{t("nominating:details.title")}</PageLink>
        </ButtonGroup>
      )}
      {invited.length > 0 ? <InvitedTable rows={invited} /> : <p className="govuk-body">{t("nominating:invited.none")}</p>}
      {runs && (
        <ButtonGroup>
          {(state === "planned" || state === "announced" || state === "open") && (
            <ButtonLink to={officeRoundPath(partnership, round, "invite")} look="secondary">
              {t("nominating:invite.title")}
            </ButtonLink>
          )}
          {toPrint > 0 && <PageLink to={officeRoundPath(partnership, round, "letters")}>{t("nominating:print.link", { number: number(toPrint) })}</PageLink>}
          {state !== "planned" && <PageLink to={roundPath(partnership, round)}>{t("nominating:office.public")}</PageLink>}
        </ButtonGroup>
      )}
      {state === "planned" && invited.length > 0 && !late && (
        <form method="post">
          <p className="govuk-body">{t("nominating:office.invite-text")}</p>
          <Button name="deed" value="invite">
            {t("nominating:office.invite")}
          </Button>
        </form>
      )}
      {runs && (
        <p className="govuk-body">
          {state === "closed" ? <ButtonLink to={officeRoundPath(partnership, round, "fill")}>{t("nominating:fill.title")}</ButtonLink> : <PageLink to={officeRoundPath(partnership, round, "fill")}>{t("nominating:fill.give-up")}</PageLink>}
        </p>
      )}
    </>
  );
}
