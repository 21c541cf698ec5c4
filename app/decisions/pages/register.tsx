// The register of delegations for everybody: what the full partnership has left to which smaller group, and whether it still holds. [SG02]
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bodyPath, delegationRegisterPath, howWeWorkPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { standingOf } from "../delegation.ts";
import { listRegister } from "../delegations.store.server.ts";
import { delegationRegisterCsvPath, registeredDelegationPath } from "../paths.ts";
import { DelegationTag } from "../ui/delegation-tag.tsx";

export async function loader({ params, request, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const after = new URL(request.url).searchParams.get("after");
  const today = dayOf(now);
  const { delegations, nextAfter } = await listRegister(db(), { partnershipId: partnership.id, after });
  return data(
    {
      title: titleOf(wordsFor(language).t("decisions:register.title"), language, partnership),
      ...{ slug: partnership.slug, name: partnership.name, nextAfter, isFirst: after === null },
      delegations: delegations.map((one) => ({ ...{ id: one.id, scope: one.scope, body: one.body, reviewOn: one.reviewOn, endedOn: one.endedOn }, standing: standingOf(one, today) })),
    },
    { headers: after ? {} : keepPage(partnership.id, now, [endOfDay(today)]) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RegisterPage() {
  const { slug, name, delegations, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  const partnership = { slug };
  return (
    <>
      <BackLink to={howWeWorkPath(partnership)} text={t("structure:how.title")} />
      <PageHeading caption={<InLanguage text={name} />}>{t("decisions:register.title")}</PageHeading>
      <p className="govuk-body-l">{t("decisions:register.lead")}</p>
      {delegations.length === 0 ? (
        <p className="govuk-body">{t("decisions:delegations.none")}</p>
      ) : (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={delegationRegisterCsvPath(partnership)}>
              {t("decisions:register.csv")}
            </a>
          </p>
          <ul className="cards">
            {delegations.map((one) => (
              <li key={one.id} className="card">
                <h2 className="card__title">
                  <PageLink to={registeredDelegationPath(partnership, one)}>
                    <InLanguage text={one.scope} />
                  </PageLink>
                </h2>
                <p className="govuk-body">
                  <DelegationTag standing={one.standing} />
                </p>
                <p className="govuk-body-s">
                  {t("decisions:register.to")}{" "}
                  <PageLink to={bodyPath(partnership, one.body)}>
                    <InLanguage text={one.body.name} />
                  </PageLink>
                  <br />
                  {t(one.endedOn ? "decisions:delegation.ended-on" : "decisions:register.until-review", { date: date(one.endedOn ?? one.reviewOn) })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Pagination first={isFirst ? null : delegationRegisterPath(partnership)} next={nextAfter ? { to: delegationRegisterPath(partnership, nextAfter) } : null} />
    </>
  );
}
