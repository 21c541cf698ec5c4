// One decision for everybody to read: what was decided and why, what it rests on, who voted how, which safeguards applied and how
// each was met, and what happened to it.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { consultationPath } from "#app/consultations/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { findDecided } from "../decided.store.server.ts";
import { isCarried, isPublic, needsEvidence, stateOf } from "../decision.ts";
import { findDecision } from "../decisions.store.server.ts";
import { listDisputesOf } from "../disputes.store.server.ts";
import { noticeStanding } from "../notice.ts";
import { decisionsPath, registeredDelegationPath, takePartPath } from "../paths.ts";
import { sayTally } from "../said.ts";
import { findSituation } from "../situation.store.server.ts";
import { SafeguardList } from "../ui/safeguard-list.tsx";
import { SaidList } from "../ui/said-list.tsx";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const decision = await findDecision(db(), partnership.id, params.decision);
  if (!isPublic(decision)) throw notFound();
  const { judged } = await findSituation(db(), decision, now);
  const disputes = await listDisputesOf(db(), decision.id);
  const { id, title, text, reasons, topic, amountInPence, noEvidence, equality, decidedOn, implementedOn, tallies, outcome, noticeDueOn, notifiedAt } = decision;
  return data(
    {
      title: titleOf(textIn(title, language).text, language, partnership),
      ...{ partnership, judged, state: stateOf(decision), body: decision.body.name, isVoting: decision.openedAt !== null },
      decision: { id, title, text, reasons, topic, amountInPence, noEvidence, equality, decidedOn, implementedOn, tallies, outcome, noticeDueOn },
      notice: noticeDueOn && noticeStanding({ dueOn: noticeDueOn, sentOn: notifiedAt && dayOf(notifiedAt) }, dayOf(now)),
      restsOnNothing: needsEvidence(decision),
      disputes: disputes.map(({ id, route, about, outcome, mediator, openedOn, closedOn }) => ({ id, route, about, outcome, mediator, openedOn, closedOn })),
      ...(await findDecided(db(), decision)),
    },
    { headers: keepPage(partnership.id, now, [endOfDay(dayOf(now))]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DecisionPage() {
  const shown = useLoaderData<typeof loader>();
  const { partnership, decision, judged, state, body, votes, interests, vetoes, steps, delegation, consultation, finding, asked, gave, disputes } = shown;
  const words = useWords();
  const { t, date, money, instant, several } = words;
  const { tallies } = decision;
  return (
    <>
      <BackLink to={decisionsPath(partnership)} text={t("decisions:feed.title")} />
      <PageHeading caption={<InLanguage text={body} />}>
        <InLanguage text={decision.title} />
      </PageHeading>
      <SummaryList
        rows={[
          { key: "state", label: t("decisions:office.state"), value: <StateTag state={state} outcome={decision.outcome} /> },
          ...(decision.decidedOn ? [{ key: "decided", label: t("decisions:office.decided"), value: date(decision.decidedOn) }] : []),
          ...(decision.implementedOn ? [{ key: "implemented", label: t("decisions:state.implemented"), value: date(decision.implementedOn) }] : []),
          { key: "topic", label: t("decisions:field.topic"), value: t(`decisions:topic.${decision.topic}`) },
          ...(decision.amountInPence !== null ? [{ key: "amount", label: t("decisions:field.amount"), value: money(decision.amountInPence) }] : []),
          ...(shown.notice ? [{ key: "told", label: t("decisions:one.told"), value: t(`decisions:notice.${shown.notice}`, { date: date(decision.noticeDueOn ?? "") }) }] : []),
        ]}
      />
      {shown.isVoting && <p className="govuk-body">{t("decisions:public.voting")}</p>}
      <h2 className="govuk-heading-m">{t(isCarried(decision.outcome) ? "decisions:public.text" : "decisions:public.text-before")}</h2>
      <Paragraphs text={decision.text} />
      <Part heading={t("decisions:field.reasons")} text={decision.reasons} />
      <h2 className="govuk-heading-m">{t("decisions:texts.rests")}</h2>
      {consultation && (
        <p className="govuk-body">
          {t("decisions:public.consultation")}{" "}
          <PageLink to={consultationPath(partnership, consultation)}>
            <InLanguage text={consultation.title} />
          </PageLink>
        </p>
      )}
      {finding && (
        <p className="govuk-body">
          {t("decisions:public.finding")} <InLanguage text={finding} />
        </p>
      )}
      {!consultation && !finding && <p className="govuk-body">{t(shown.restsOnNothing ? "decisions:public.no-evidence" : "decisions:public.no-need")}</p>}
      {!consultation && !finding && <Paragraphs text={decision.noEvidence} />}
      {delegation && (
        <>
          <Part heading={t("decisions:public.delegation")} text={delegation.scope} more={delegation.limits} />
          <p className="govuk-body">
            <PageLink to={registeredDelegationPath(partnership, delegation)}>{t("decisions:register.of-decision")}</PageLink>
          </p>
        </>
      )}
      {gave.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("decisions:register.gave")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {gave.map((one) => (
              <li key={one.id}>
                <PageLink to={registeredDelegationPath(partnership, one)}>
                  <InLanguage text={one.scope} />
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Part heading={t("decisions:field.equality")} text={decision.equality} />
      {asked.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("decisions:field.asked")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {asked.map((name, index) => (
              <li key={index}>
                <InLanguage text={name} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{t("decisions:public.votes")}</h2>
      {tallies.own && <p className="govuk-body">{t("decisions:one.counted-own")} {sayTally(tallies.own, words)}</p>}
      {tallies.full && <p className="govuk-body">{t("decisions:one.counted-full")} {sayTally(tallies.full, words)}</p>}
      {votes.length > 0 ? (
        <Details summary={t("decisions:public.who")}>
          <Table
            caption={t("decisions:public.who")}
            captionSize="hidden"
            stacks
            columns={["member", "for-body", "voice"].map((key) => ({ key, heading: t(`decisions:one.${key}`) }))}
            rows={votes.map((vote) => ({
              key: vote.appointmentId,
              cells: [<bdi>{vote.name || t("decisions:public.nameless")}</bdi>, <InLanguage text={vote.body} />, t(`decisions:voice.${vote.voice}`)],
            }))}
          />
        </Details>
      ) : (
        <p className="govuk-body">{t("decisions:public.no-votes")}</p>
      )}
      <SaidList heading={t("decisions:one.interests")} said={interests} />
      <SaidList heading={t("decisions:one.vetoes")} said={vetoes} />
      {disputes.map((dispute) => (
        <section key={dispute.id}>
          <h2 className="govuk-heading-m">{t("decisions:public.dispute")}</h2>
          <p className="govuk-body">
            {several([t(`decisions:route.${dispute.route}`), date(dispute.openedOn), ...(dispute.mediator ? [`\u2068${dispute.mediator}\u2069`] : [])])}
          </p>
          <Paragraphs text={dispute.about} />
          <Part heading={dispute.closedOn ? t("decisions:public.ended", { date: date(dispute.closedOn) }) : ""} text={dispute.closedOn ? dispute.outcome : {}} />
        </section>
      ))}
      <h2 className="govuk-heading-m">{t("decisions:met.title")}</h2>
      <SafeguardList judged={judged} />
      <h2 className="govuk-heading-m">{t("decisions:public.steps")}</h2>
      <ol className="govuk-list">
        {steps.map(({ id, kind, at, reason }) => (
          <li key={id}>
            {several([t(`decisions:step.${kind}`), instant(at)])}
            {Object.keys(reason).length > 0 && <Paragraphs text={reason} />}
          </li>
        ))}
      </ol>
      <p className="govuk-body">
        <PageLink to={takePartPath(partnership, decision)}>{t("decisions:way.take-part")}</PageLink>
      </p>
    </>
  );
}

function Part({ heading, text, more }: { heading: string; text: Parameters<typeof Paragraphs>[0]["text"]; more?: Parameters<typeof Paragraphs>[0]["text"] }) {
  if (Object.keys(text ?? {}).length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <Paragraphs text={text} />
      <Paragraphs text={more} />
    </>
  );
}
