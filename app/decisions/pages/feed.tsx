// What was decided, the newest first: of a body, about a topic, or all of it.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { delegationRegisterPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isTopic, stateOf, topics } from "../decision.ts";
import { listDecided } from "../decisions.store.server.ts";
import { decisionPath, decisionsAtomPath, decisionsPath, followDecisionsPath, ownDecisionsPath } from "../paths.ts";
import { DecisionCards } from "../ui/decision-cards.tsx";

export async function loader({ params, request, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const search = new URL(request.url).searchParams;
  const asked = search.get("topic");
  const bodies = (await listBodies(db(), partnership.id)).map(({ id, slug, name }) => ({ id, slug, name: textIn(name, language).text }));
  const body = bodies.find(({ slug }) => slug === search.get("body")) ?? null;
  const [topic, after] = [isTopic(asked) ? asked : null, search.get("after")];
  const { decisions, nextAfter } = await listDecided(db(), { partnershipId: partnership.id, bodyId: body?.id ?? null, topic, after });
  const { t } = wordsFor(language);
  const feed = { type: "application/atom+xml", title: t("decisions:feed.atom"), href: pathInLanguage(decisionsAtomPath(partnership), language) };
  return data(
    {
      title: titleOf(t("decisions:feed.title"), language, partnership),
      ...{ partnership, bodies, body: body?.slug ?? "", topic: topic ?? "", nextAfter, isFirst: after === null, feed },
      decisions: decisions.map((one) => ({ id: one.id, title: one.title, body: one.body.name, topic: one.topic, decidedOn: one.decidedOn, state: stateOf(one), outcome: one.outcome })),
    },
    { headers: body || topic || after ? {} : keepPage(partnership.id, now) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }, ...(shown ? [{ tagName: "link", rel: "alternate", ...shown.feed }] : [])];

export default function FeedPage() {
  const { partnership, bodies, body, topic, decisions, nextAfter, isFirst, feed } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const chosen = { ...(body && { body }), ...(topic && { topic }) };
  return (
    <>
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("decisions:feed.title")}</PageHeading>
      <p className="govuk-body">{t("decisions:feed.lead")}</p>
      <p className="govuk-body">
        <PageLink to={followDecisionsPath(partnership)}>{t("decisions:feed.follow")}</PageLink>
        <br />
        <a className="govuk-link" href={feed.href}>
          {t("decisions:feed.atom-link")}
        </a>
        <br />
        <PageLink to={delegationRegisterPath(partnership)}>{t("decisions:register.title")}</PageLink>
        <br />
        <PageLink to={ownDecisionsPath(partnership)}>{t("decisions:feed.mine")}</PageLink>
      </p>
      <form method="get" noValidate>
        <Select name="body" label={t("decisions:feed.body")} value={body} options={[{ value: "", label: t("decisions:feed.every-body") }, ...bodies.map(({ slug, name }) => ({ value: slug, label: name }))]} />
        <Select name="topic" label={t("decisions:feed.topic")} value={topic} options={[{ value: "", label: t("decisions:feed.every-topic") }, ...topics.map((value) => ({ value, label: t(`decisions:topic.${value}`) }))]} />
        <Button look="secondary">{t("decisions:feed.show")}</Button>
      </form>
      {decisions.length === 0 ? (
        <p className="govuk-body">{t(body || topic ? "decisions:feed.none-such" : "decisions:feed.none")}</p>
      ) : (
        <DecisionCards decisions={decisions} pathOf={(one) => decisionPath(partnership, one)} />
      )}
      <Pagination first={isFirst ? null : decisionsPath(partnership, chosen)} next={nextAfter ? { to: decisionsPath(partnership, { ...chosen, after: nextAfter }) } : null} />
    </>
  );
}
