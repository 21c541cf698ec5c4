// The rules of an election's count for everybody, published before the poll: how votes become places, how ties go, and what is published.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection } from "../elections.store.server.ts";
import { electionPath } from "../paths.ts";
import { isTransferable } from "../rule-set.ts";
import { Secrecy } from "../ui/secrecy.tsx";
import { ReserveList } from "../ui/reserve-list.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { id, title, seats, rules, reserves, shortfall, ballotOrder, mostRanks, paperRule, publication, resultsDetail, method, turnoutLeast } = await findPublicElection(db(), partnership.id, params.election);
  return data(
    {
      title: titleOf(wordsFor(language).t("elections:counting.title-of", { title: textIn(title, language).text }), language, partnership),
      ...{ partnership, election: { id, title, seats, rules, reserves, shortfall, ballotOrder, mostRanks, paperRule, publication, resultsDetail, method, turnoutLeast } },
    },
    { headers: keepPage(partnership.id, now) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CountingRulesPage() {
  const { partnership, election } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const { rules, reserves, mostRanks } = election;
  const steps = isTransferable(rules) ? (["paper", "quota", "surplus", "exclusion", "end"] as const) : (["paper", "order"] as const);
  return (
    <>
      <BackLink to={electionPath(partnership, election)} text={t("elections:counting.back")} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("elections:counting.title")}</PageHeading>
      <p className="govuk-body-l">{t("elections:counting.lead")}</p>
      <h2 className="govuk-heading-m">{t(`elections:rules.${rules}.name`)}</h2>
      <p className="govuk-body">{t(`elections:rules.${rules}.text`)}</p>
      <p className="govuk-body">{t(`elections:rules.${rules}.source`)}</p>
      <ol className="govuk-list govuk-list--number">
        {steps.map((step) => (
          <li key={step}>{t(`elections:counting.${rules}.${step}`, { seats: number(election.seats) })}</li>
        ))}
      </ol>
      <h2 className="govuk-heading-m">{t("elections:counting.on-paper")}</h2>
      <p className="govuk-body">{t(`elections:ballot-order.${election.ballotOrder}`)}</p>
      {mostRanks !== null && <p className="govuk-body">{t("elections:counting.most-ranks", { number: number(mostRanks) })}</p>}
      {election.method !== "online" && election.method !== "meeting" && <p className="govuk-body">{t(`elections:notice.paper-rule.${election.paperRule}`)}</p>}
      <h2 className="govuk-heading-m">{t("elections:counting.ties")}</h2>
      <p className="govuk-body">{t(`elections:counting.${rules}.ties`)}</p>
      <p className="govuk-body">{t("elections:counting.lots")}</p>
      <h2 className="govuk-heading-m">{t("elections:notice.reserved")}</h2>
      {reserves.length === 0 ? (
        <p className="govuk-body">{t("elections:counting.no-reserves")}</p>
      ) : (
        <>
          <ReserveList reserves={reserves} seats={election.seats} />
          <p className="govuk-body">{t("elections:counting.guarded")}</p>
          <p className="govuk-body">{t(isTransferable(rules) ? "elections:counting.doomed" : "elections:counting.passed-over")}</p>
          <p className="govuk-body">{t(`elections:shortfall.${election.shortfall}`)}</p>
        </>
      )}
      {election.turnoutLeast !== null && <p className="govuk-body">{t("elections:notice.turnout", { percent: number(election.turnoutLeast) })}</p>}
      <h2 className="govuk-heading-m">{t("elections:counting.published")}</h2>
      <p className="govuk-body">{t("elections:counting.before")}</p>
      <p className="govuk-body">{t(isTransferable(rules) ? `elections:publication.${election.publication}` : "elections:counting.totals")}</p>
      {election.resultsDetail === "order" && <p className="govuk-body">{t("elections:results-detail.order")}</p>}
      <p className="govuk-body">{t("elections:counting.twice")}</p>
      <h2 className="govuk-heading-m">{t("elections:notice.secret")}</h2>
      <Secrecy isOnline={election.method === "online" || election.method === "both"} />
    </>
  );
}
