// Balance and gaps of a partnership's structure, for those who keep its bodies.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { officeBodyPath } from "../body-paths.ts";
import { diversityTables } from "../diversity.ts";
import { listDiversity } from "../diversity.store.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { howWeWorkPath, secondStagePath } from "../public-paths.ts";
import { healthOf } from "../structure-health.ts";
import { organisationsById } from "../structure.ts";
import { readStructure } from "../structure.store.server.ts";
import { BalanceReport } from "../ui/balance-report.tsx";
import { BodiesReport } from "../ui/bodies-report.tsx";
import { DiversityReport } from "../ui/diversity-report.tsx";
import { GapsReport } from "../ui/gaps-report.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const { now, language } = args.context;
  const today = dayOf(now);
  const structure = await readStructure(db(), partnership.id, today);
  const organisations = organisationsById(structure);
  const health = healthOf(structure, today);
  const named = structure.bodies.map((body) => ({ id: body.id, name: body.name, path: officeBodyPath(partnership, body) }));
  const { asked, answers } = await listDiversity(db(), partnership.id, today);
  return {
    diversity: { asked, tables: diversityTables(answers) },
    title: titleOf(wordsFor(language).t("structure:health.title"), language, partnership),
    ...{ partnership: { slug: partnership.slug, name: partnership.name }, today, named, health },
    organisations: health.bodies.flatMap(({ mismatches }) => mismatches).map(({ organisationId }) => ({ id: organisationId, name: organisations.get(organisationId)?.name ?? {} })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function StructurePage() {
  const { partnership, today, named, organisations, health, diversity } = useLoaderData<typeof loader>();
  const { t, date, number } = useWords();
  const all = health.bodies.flatMap(({ counts }) => counts ?? []);
  const [held, vacant] = [all.reduce((sum, one) => sum + one.held, 0), all.reduce((sum, one) => sum + one.vacant, 0)];
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("structure:health.title")}</PageHeading>
      <p className="govuk-body-l">
        {held + vacant === 0
          ? t("structure:health.empty")
          : t("structure:health.lead", { count: held + vacant, held: number(held), of: number(held + vacant), vacant: number(vacant), date: date(today) })}
      </p>
      <p className="govuk-body">
        <PageLink to={howWeWorkPath(partnership)}>{t("structure:health.public")}</PageLink>
      </p>
      {named.length > 0 && (
        <>
          <BodiesReport bodies={health.bodies} named={named} />
          <BalanceReport health={health} named={named} />
          <DiversityReport {...diversity} />
          <p className="govuk-body">
            {t("structure:diversity.second-stage")} <PageLink to={secondStagePath(partnership)}>{t("elections:second-stage.title")}</PageLink>
          </p>
          <GapsReport health={health} named={named} organisations={organisations} />
        </>
      )}
    </>
  );
}
