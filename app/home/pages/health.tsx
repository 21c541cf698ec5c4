// How all is, in words: a partnership's administrators see its e-mails, those of the topmost the whole installation.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { healthPath, officePath } from "#app/partnerships/paths.ts";
import { findPartnershipById, listAbove } from "#app/partnerships/store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { maySeeHealth, maySeeInstallation } from "#app/people/keeping-policy.ts";
import { officeLettersPath } from "#app/people/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findInstallationFacts, findLetterFacts } from "../health.server.ts";
import { installationLines, letterLines, worstOf } from "../health.ts";
import { HealthList, HealthNews } from "../ui/health-list.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, roles } = await requireWhoMay(args, maySeeHealth);
  const words = wordsFor(language);
  const isOfAll = maySeeInstallation(roles, partnership);
  const letters = letterLines(await findLetterFacts(db(), now, isOfAll ? null : partnership.id), now, words);
  const lines = isOfAll ? [...letters, ...installationLines(await findInstallationFacts(db(), now), now, words)] : letters;
  return {
    title: titleOf(words.t("health:title"), language, partnership),
    partnership,
    lines,
    worst: worstOf(lines),
    seenAt: words.instant(now),
    top: isOfAll ? null : await findTopOf(partnership.id, language),
  };
}

async function findTopOf(partnershipId: string, language: Parameters<typeof textIn>[1]): Promise<string> {
  const topId = (await listAbove(db(), partnershipId)).at(-1) ?? partnershipId;
  return textIn((await findPartnershipById(db(), topId)).name, language).text;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HealthPage() {
  const { partnership, lines, worst, seenAt, top } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("health:back")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("health:title")}</PageHeading>
      <p className="govuk-body-l">{t(`health:whole.${worst}`)}</p>
      {worst !== "fine" && <HealthNews lines={lines} />}
      <p className="govuk-body">{t("health:seen", { at: seenAt })}</p>
      <HealthList lines={lines} />
      <p className="govuk-body">
        <PageLink to={officeLettersPath(partnership)}>{t("health:to-letters")}</PageLink>
      </p>
      {top !== null && <p className="govuk-body">{t("health:whole-installation", { partnership: top })}</p>}
      <p className="govuk-body">
        <PageLink to={healthPath(partnership)}>{t("health:again")}</PageLink>
      </p>
    </>
  );
}
