// With all answers of campaigns, with each campaign once, or without: what was chosen, in words, and the choice.
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { campaignViews, type CampaignView } from "../campaign.ts";

/** What figures are of: how many confirmed campaigns there are, of how many responses, and how those count. */
export type Campaigns = { view: CampaignView; confirmed: number; responses: number };

/** None where there are no confirmed campaigns. */
export function campaignsSaid({ view, confirmed, responses }: Campaigns, { t, number }: Pick<Words, "t" | "number">): string | null {
  return confirmed === 0 ? null : t(`tables:campaigns.says.${view}`, { confirmed: number(confirmed), responses: number(responses) });
}

export function CampaignSelect({ campaigns: { view, confirmed } }: { campaigns: Campaigns }) {
  const { t } = useWords();
  if (confirmed === 0) return null;
  return <Select name="campaigns" label={t("tables:campaigns.label")} value={view} options={campaignViews.map((one) => ({ value: one, label: t(`tables:campaigns.${one}`) }))} />;
}
