import { gatheringRows } from "#app/shared/ui/gathering-rows.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Meeting } from "../meeting.ts";

/** When and where a meeting is, what there is for those who need it, and whether everybody may come; the link for those who may take part. */
export function MeetingFacts({ meeting, isComing, showsLink }: { meeting: Meeting; isComing: boolean; showsLink: boolean }) {
  const words = useWords();
  const { t } = words;
  const rows = [
    ...gatheringRows(meeting, words, { isComing, ...(!showsLink && { inPlaceOfLink: t("meetings:online-for-members") }) }),
    { key: "who", value: t(meeting.isOpen ? "meetings:open" : "meetings:closed") },
  ];
  return <SummaryList rows={rows.map(({ key, value }) => ({ key, value, label: t(`meetings:fact.${key}`) }))} />;
}
