// One delegation for everybody: to whom, by which decision, up to where, since when, until it is looked at again or was taken back,
// and what was decided on it. [SG02]
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bodyPath, delegationRegisterPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { stateOf } from "../decision.ts";
import { listDecided } from "../decisions.store.server.ts";
import { standingOf } from "../delegation.ts";
import { findInRegister } from "../delegations.store.server.ts";
import { decisionPath, registeredDelegationPath } from "../paths.ts";
import { DelegationTag } from "../ui/delegation-tag.tsx";
import { DecisionCards } from "../ui/decision-cards.tsx";

export async function loader({ params, request, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const delegation = await findInRegister(db(), partnership.id, params.delegation);
  const after = new URL(request.url).searchParams.get("after");
  const { decisions, nextAfter } = await listDecided(db(), { partnershipId: partnership.id, delegationId: delegation.id, after });
  const today = dayOf(now);
  const { t, date } = wordsFor(language);
  const to = textIn(delegation.body.name, language).text;
  return data(
    {
      title: titleOf(t("decisions:register.title-of", { body: to, date: date(delegation.startsOn) }), language, partnership),
      ...{ slug: partnership.slug, delegation, standing: standingOf(delegation, today), nextAfter, isFirst: after === null },
      decisions: decisions.map((one) => ({ id: one.id, title: one.title, body: one.body.name, topic: one.topic, decidedOn: one.decidedOn, state: stateOf(one), outcome: one.outcome })),
    },
    { headers: after ? {} : keepPage(partnership.id, now, [endOfDay(today)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RegisteredPage() {
  const { slug, delegation, standing, decisions, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t, date, money } = useWords();
  const partnership = { slug };
  const { body, decision, agreedNote, limits } = delegation;
  return (
    <>
      <BackLink to={delegationRegisterPath(partnership)} text={t("decisions:register.title")} />
      <PageHeading caption={<InLanguage text={body.name} />}>{t("decisions:public.delegation")}</PageHeading>
      <Paragraphs text={delegation.scope} />
      <SummaryList
        rows={[
          { key: "standing", label: t("decisions:delegations.standing"), value: <DelegationTag standing={standing} /> },
          {
            key: "body",
            label: t("decisions:delegations.body"),
            value: (
              <PageLink to={bodyPath(partnership, body)}>
                <InLanguage text={body.name} />
              </PageLink>
            ),
          },
          ...(decision || agreedNote
            ? [
                {
                  key: "agreed",
                  label: t("decisions:field.agreed"),
                  value: decision ? (
                    <PageLink to={decisionPath(partnership, decision)}>
                      <InLanguage text={decision.title} />
                    </PageLink>
                  ) : (
                    <bdi>{agreedNote}</bdi>
                  ),
                },
              ]
            : []),
          ...(Object.keys(limits).length > 0 ? [{ key: "limits", label: t("decisions:field.limits"), value: <InLanguage text={limits} /> }] : []),
          { key: "limit", label: t("decisions:field.limit"), value: delegation.limitInPence === null ? t("decisions:delegations.no-limit") : money(delegation.limitInPence) },
          { key: "starts", label: t("decisions:field.starts"), value: date(delegation.startsOn) },
          { key: "review", label: t("decisions:field.review"), value: date(delegation.reviewOn) },
          { key: "recalled", label: t("decisions:register.column.recalled"), value: delegation.endedOn ? date(delegation.endedOn) : t("decisions:register.not-recalled") },
        ]}
      />
      <h2 className="govuk-heading-m">{t("decisions:register.rests")}</h2>
      {decisions.length === 0 ? <p className="govuk-body">{t("decisions:register.none-rests")}</p> : <DecisionCards decisions={decisions} pathOf={(one) => decisionPath(partnership, one)} level={3} />}
      <Pagination first={isFirst ? null : registeredDelegationPath(partnership, delegation)} next={nextAfter ? { to: registeredDelegationPath(partnership, delegation, { after: nextAfter }) } : null} />
    </>
  );
}
