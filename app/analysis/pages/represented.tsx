// Those who answered beside everybody, for each question of which everybody is known.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sidesOf } from "#app/consultations/cross-tabulation.ts";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { sideText } from "#app/consultations/side-text.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { placesIn, readCampaignView } from "../campaign.ts";
import { findCampaignPlaces } from "../campaigns.store.server.ts";
import { listMargins } from "../margins.store.server.ts";
import { marginsPath, setPath } from "../paths.ts";
import { representationOf } from "../representation.ts";
import { findSetColumns } from "../set-columns.store.server.ts";
import { findSet } from "../sets.store.server.ts";
import { campaignsSaid, CampaignSelect } from "../ui/campaign-view.tsx";
import { Represented } from "../ui/represented.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayAnalyse);
  const set = await findSet(db(), consultation, args.params.set);
  const words = wordsFor(args.context.language);
  const sides = sidesOf(await listVersions(db(), consultation.formId));
  const held = await findSetColumns(db(), set.id);
  const campaignAt = await findCampaignPlaces(db(), set.id);
  const view = campaignAt.size === 0 ? "all" : readCampaignView(new URL(args.request.url).searchParams);
  const compared = (await listMargins(db(), consultation)).flatMap((margin) => {
    const side = sides.find(({ key }) => key === margin.side);
    const { codes } = held.under(margin.side);
    const places = placesIn(view, held.placesOf({}), campaignAt, (place) => (codes[place] ?? 0) > 0);
    return side ? [{ margin, title: sideText(side, words), of: representationOf(held.countAt(places, side.key), places.length, side, margin) }] : [];
  });
  return { title: titleOf(words.t("tables:represented.title", { set: words.number(set.number) }), words.language, partnership), partnership, consultation, set, compared, campaigns: { view, confirmed: new Set(campaignAt.values()).size, responses: campaignAt.size } };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RepresentedPage() {
  const { partnership, consultation, set, compared, campaigns } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number } = words;
  const note = campaignsSaid(campaigns, words);
  return (
    <>
      <BackLink to={setPath(partnership, consultation, set)} text={t("tables:back", { set: number(set.number) })} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("tables:represented.title", { set: number(set.number) })}</PageHeading>
      <p className="govuk-body">{t("tables:represented.lead")}</p>
      <p className="govuk-body">{t("tables:represented.no-equality")}</p>
      {compared.length === 0 && <p className="govuk-body">{t("tables:represented.none")}</p>}
      {note !== null && compared.length > 0 && (
        <form method="get" noValidate>
          <CampaignSelect campaigns={campaigns} />
          <Button>{t("tables:campaigns.show")}</Button>
        </form>
      )}
      {compared.map((one) => (
        <Represented key={one.margin.side} {...one} {...{ set, note }} />
      ))}
      <p className="govuk-body">
        <PageLink to={marginsPath(partnership, consultation)}>{t("tables:margins.heading")}</PageLink>
      </p>
    </>
  );
}
