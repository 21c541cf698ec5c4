// Whom the chosen lists hold, and how each is reached or why not.
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { byPostPath } from "../paths.ts";

type WhomListProps = {
  partnership: { slug: string };
  consultation: { id: string };
  whom: Record<"all" | "withEmail" | "unsubscribed" | "bounced" | "fresh" | "byPost" | "posted", number>;
};

export function WhomList({ partnership, consultation, whom }: WhomListProps) {
  const { t, number } = useWords();
  const { byPost, posted } = whom;
  return (
    <SummaryList
      rows={[
        ...(["all", "withEmail", "unsubscribed", "bounced", "fresh"] as const).map((key) => ({ key, label: t(`mailings:whom.count.${key}`), value: number(whom[key]) })),
        {
          key: "byPost",
          label: t("mailings:whom.count.byPost"),
          value: (
            <>
              {t("mailings:whom.posted-of", { number: number(byPost), posted: number(posted) })}{" "}
              {byPost > 0 && <PageLink to={byPostPath(partnership, consultation)}>{t("mailings:post.title")}</PageLink>}
            </>
          ),
        },
      ]}
    />
  );
}
