// What a partnership is called, looks like, writes as and is reached at, and where each of these is changed.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { listDomains } from "#app/partnerships/domains.store.server.ts";
import { noticesSettingsPath, officePath, partnershipPath, settingsParts, settingsPath, type SettingsPart } from "#app/partnerships/paths.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireAdministrator } from "../guard.server.ts";
import { findPendingSender } from "../senders.store.server.ts";
import { Swatch } from "../ui/swatch.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireAdministrator(args);
  return {
    title: titleOf(wordsFor(language).t("settings:title"), language, partnership),
    partnership,
    address: siteOfPartnership(partnership) + partnershipPath(partnership),
    pendingSender: (await findPendingSender(db(), partnership.id, now))?.address ?? null,
    waitingDomains: (await listDomains(db(), partnership.id)).filter(({ since }) => since === null).length,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SettingsPage() {
  const { partnership, address, pendingSender, waitingDomains } = useLoaderData<typeof loader>();
  const { t, language, number } = useWords();
  const { name, accentColour, logo, senderName, senderAddress } = partnership;
  const values: Record<SettingsPart, ReactNode> = {
    name: <InLanguage text={name} />,
    look: accentColour ? (
      <>
        <Swatch colour={accentColour} /> <bdi>{accentColour}</bdi>
      </>
    ) : (
      t("settings:look.own")
    ),
    logo: logo ? textIn(logo.alt, language).text || t("settings:logo.without-words") : t("settings:logo.none"),
    sender: (
      <>
        {senderName}
        <br />
        <bdi>{senderAddress}</bdi>
        {pendingSender && (
          <>
            <br />
            {t("settings:sender.waits-short", { address: pendingSender })}
          </>
        )}
      </>
    ),
    domain: (
      <>
        <bdi>{address}</bdi>
        {waitingDomains > 0 && (
          <>
            <br />
            {t("settings:domain.waits-short", { count: waitingDomains, number: number(waitingDomains) })}
          </>
        )}
      </>
    ),
  };
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("settings:to-office")} />
      <PageHeading caption={<InLanguage text={name} />}>{t("settings:title")}</PageHeading>
      <p className="govuk-body">{t("settings:lead")}</p>
      <SummaryList
        rows={settingsParts.map((part) => ({
          ...{ key: part, label: t(`settings:part.${part}`), value: values[part] },
          change: { to: settingsPath(partnership, part), what: t(`settings:what.${part}`) },
        }))}
      />
      <p className="govuk-body">
        <PageLink to={noticesSettingsPath(partnership)}>{t("settings:notices")}</PageLink>
      </p>
    </>
  );
}
