// Where somebody who sits in the partnership takes part in a decision: a vote, an interest, a veto. Whoever only watches is told so.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isPublic, stateOf } from "../decision.ts";
import { findDecision, holdDecision } from "../decisions.store.server.ts";
import { requireMember } from "../guard.server.ts";
import { mayKeepDecisions } from "../policy.ts";
import { ownDecisionsPath, takePartPath } from "../paths.ts";
import { findSituation } from "../situation.store.server.ts";
import type { Refusal } from "../taking-part.ts";
import { isVoice, voices } from "../tally.ts";
import { StateTag } from "../ui/state-tag.tsx";
import { castVote, declareInterest, refusalsOf, seatOf, useVeto } from "../votes.store.server.ts";

const longestWords = 2000;
const deeds = ["vote", "veto", "interest"] as const;
type Deed = (typeof deeds)[number];

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, roles, seats } = await requireMember(args);
  const decision = await findDecision(db(), partnership.id, args.params.decision);
  // because a draft is seen by those who sit somewhere and by the secretariat, and by nobody else
  if (seats.length === 0 && !isPublic(decision) && !mayKeepDecisions(roles)) throw notFound();
  const situation = await findSituation(db(), decision, now);
  const seat = seatOf(situation, signedIn.personId);
  const search = new URL(args.request.url).searchParams;
  const asked = search.get("ask");
  const done = search.get("done");
  return {
    title: titleOf(wordsFor(language).t("decisions:part.title-of", { title: textIn(decision.title, language).text }), language, partnership),
    ...{ partnership, decision: { id: decision.id, title: decision.title, text: decision.text, reasons: decision.reasons, outcome: decision.outcome } },
    ...{ state: stateOf(decision), body: situation.body.name, until: situation.vetoUntil, refusals: refusalsOf(situation, seat, now) },
    seat: seat && { name: seat.name, voice: situation.votes.get(seat.appointmentId) ?? null },
    asks: asked === "veto" || asked === "interest" ? asked : null,
    done: deeds.find((deed) => deed === done) ?? null,
  };
}

type NotDone = { deed: Deed; refusal: Refusal | null; problem: string | null; typed: string };

export async function action(args: ActionFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, roles, seats } = await requireMember(args);
  const form = await readForm(args.request, { longest: longestWords * 4 });
  const deed = deeds.find((one) => one === form.get("deed"));
  if (!deed) throw badRequest();
  const [typed, voice] = [form.get("words") ?? "", form.get("voice")];
  const words = passage(typed);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const not = (refusal: Refusal | null, problem: string | null): NotDone => ({ deed, refusal, problem, typed });
  const refused = await inTransaction(async (transaction): Promise<NotDone | null> => {
    const decision = await holdDecision(transaction, partnership.id, args.params.decision);
    if (seats.length === 0 && !isPublic(decision) && !mayKeepDecisions(roles)) throw notFound();
    const situation = await findSituation(transaction, decision, now);
    const seat = seatOf(situation, signedIn.personId);
    const refusal = refusalsOf(situation, seat, now)[deed];
    if (refusal) return not(refusal, null);
    if (deed === "vote") {
      if (!isVoice(voice)) return not(null, "voice-missing");
      await castVote(transaction, by, situation, seat, voice);
      return null;
    }
    if (words === "") return not(null, `${deed}-missing`);
    if (words.length > longestWords) return not(null, "words-long");
    if (deed === "interest") await declareInterest(transaction, by, situation, seat, { words, language });
    else await useVeto(transaction, by, { partnership, situation, seat }, { words, language });
    return null;
  });
  if (refused) return data(refused, { status: refused.refusal === "observer" || refused.refusal === "no-vote" ? 403 : 422 });
  return redirect(takePartPath(partnership, { id: args.params.decision ?? "" }, { done: deed }));
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function TakePartPage() {
  const { partnership, decision, state, body, seat, refusals, asks, done, until } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t, number, date } = useWords();
  const here = takePartPath(partnership, decision);
  const error = tried?.problem ? t(`decisions:problem.${tried.problem}`, { most: number(longestWords) }) : undefined;
  const refused = tried?.refusal ? t(`decisions:refused.${tried.refusal}`) : undefined;
  const shown = tried && tried.refusal === null && tried.deed !== "vote" ? tried.deed : (asks as "veto" | "interest" | null);
  const summary = refused ? [{ href: "#main", text: refused }] : error ? [{ href: tried?.deed === "vote" ? "#voice" : "#words", text: error }] : [];
  if (shown && !refusals[shown]) {
    return (
      <>
        <BackLink to={here} />
        <ErrorSummary errors={summary} />
        <PageHeading caption={<InLanguage text={decision.title} />}>{t(`decisions:part.${shown}.title`)}</PageHeading>
        {shown === "veto" ? <WarningText>{t("decisions:part.veto.text")}</WarningText> : <p className="govuk-body">{t("decisions:part.interest.text")}</p>}
        <form method="post" noValidate>
          <Textarea name="words" rows={5} label={t(`decisions:part.${shown}.words`)} labelSize="m" hint={t(`decisions:part.${shown}.words-hint`)} value={tried?.typed} error={error} />
          <ButtonGroup>
            <Button look={shown === "veto" ? "warning" : "main"} name="deed" value={shown}>
              {t(`decisions:part.${shown}.button`)}
            </Button>
            <PageLink to={here}>{t("decisions:no")}</PageLink>
          </ButtonGroup>
        </form>
      </>
    );
  }
  return (
    <>
      <BackLink to={ownDecisionsPath(partnership)} text={t("decisions:mine.title")} />
      <ErrorSummary errors={summary} />
      {done && !tried && <NotificationBanner kind="success">{t(`decisions:part.${done}.done`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={body} />}>
        <InLanguage text={decision.title} />
      </PageHeading>
      <p className="govuk-body">
        <StateTag state={state} outcome={decision.outcome} />
      </p>
      <Paragraphs text={decision.text} />
      <Paragraphs text={decision.reasons} />
      <InsetText>{seat ? t("decisions:part.seat", { name: seat.name }) : t("decisions:part.observer")}</InsetText>
      {refusals.vote === null ? (
        <form method="post" noValidate>
          <Radios
            name="voice"
            label={t("decisions:part.vote.title")}
            hint={t("decisions:part.vote.hint")}
            value={seat?.voice ?? undefined}
            error={tried?.deed === "vote" ? error : undefined}
            choices={voices.map((value) => ({ value, label: t(`decisions:voice.${value}`) }))}
          />
          <Button name="deed" value="vote">
            {t(seat?.voice ? "decisions:part.vote.again" : "decisions:part.vote.button")}
          </Button>
        </form>
      ) : (
        seat && <p className="govuk-body">{t(`decisions:refused.${refusals.vote}`)}</p>
      )}
      <ul className="govuk-list govuk-list--spaced">
        {refusals.interest === null && (
          <li>
            <PageLink to={takePartPath(partnership, decision, { ask: "interest" })}>{t("decisions:part.interest.title")}</PageLink>
          </li>
        )}
        {refusals.veto === null && (
          <li>
            <PageLink to={takePartPath(partnership, decision, { ask: "veto" })}>{t("decisions:part.veto.title")}</PageLink>
            {until && <span className="govuk-!-display-block">{t("decisions:part.veto.until", { date: date(until) })}</span>}
          </li>
        )}
      </ul>
    </>
  );
}
