// The votes as they were given in the room, written down by the secretariat: one press for all seats.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDecision, holdDecision } from "../decisions.store.server.ts";
import { officeDecisionPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { findSituation } from "../situation.store.server.ts";
import { isVoice, voices } from "../tally.ts";
import { castVote } from "../votes.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const decision = await findDecision(db(), partnership.id, args.params.decision);
  if (decision.openedAt === null) throw redirect(officeDecisionPath(partnership, decision));
  const { members, votes, interests, body } = await findSituation(db(), decision, now);
  const aside = interests.map(({ appointmentId }) => appointmentId);
  return {
    title: titleOf(wordsFor(language).t("decisions:votes.title"), language, partnership),
    ...{ partnership, decision: { id: decision.id, title: decision.title }, body: body.name },
    voters: members
      .filter(({ hasVote, appointmentId }) => hasVote && !aside.includes(appointmentId))
      .map(({ appointmentId, name }) => ({ appointmentId, name, voice: votes.get(appointmentId) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const refused = await inTransaction(async (transaction) => {
    const decision = await holdDecision(transaction, partnership.id, args.params.decision);
    const situation = await findSituation(transaction, decision, now);
    for (const seat of situation.members) {
      const voice = form.get(`voice-${seat.appointmentId}`);
      if (!isVoice(voice) || voice === situation.votes.get(seat.appointmentId)) continue;
      const problem = await castVote(transaction, by, situation, seat, voice);
      if (problem) return problem;
    }
    return null;
  });
  return refused ? data({ refused }, { status: 422 }) : redirect(officeDecisionPath(partnership, { id: args.params.decision ?? "" }, { done: "saved" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function VotesPage() {
  const { partnership, decision, body, voters } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={officeDecisionPath(partnership, decision)} text={t("decisions:texts.back")} />
      <ErrorSummary errors={tried ? [{ href: "#main", text: t(`decisions:refused.${tried.refused}`) }] : []} />
      <PageHeading caption={<InLanguage text={decision.title} />}>{t("decisions:votes.title")}</PageHeading>
      <p className="govuk-body">
        {t("decisions:votes.lead")} <InLanguage text={body} />
      </p>
      <form method="post" noValidate>
        {voters.map(({ appointmentId, name, voice }) => (
          <Radios
            key={appointmentId}
            small
            inline
            name={`voice-${appointmentId}`}
            label={<bdi>{name}</bdi>}
            labelSize="s"
            value={voice}
            choices={voices.map((value) => ({ value, label: t(`decisions:voice.${value}`) }))}
          />
        ))}
        <Button>{t("decisions:votes.save")}</Button>
      </form>
    </>
  );
}
