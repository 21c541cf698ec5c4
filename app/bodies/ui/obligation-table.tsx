// What a partner has promised or must do, with whether it was met.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Kept } from "../kept-attendance.ts";
import type { ObligationHead } from "../obligation.ts";

type Shown = Pick<ObligationHead, "kind" | "text" | "amountInPence" | "share" | "seniority" | "isMet"> & { id: string; bodyName: Text | null; kept: Kept | null; isOwed: boolean; from: string; until: string | null };

export function ObligationTable({ obligations, pathOf }: { obligations: readonly Shown[]; pathOf: ((id: string) => string) | null }) {
  const { t, money, number, several } = useWords();
  if (obligations.length === 0) return <p className="govuk-body">{t("organisations:obligations.none")}</p>;
  const measureOf = ({ amountInPence, share, seniority }: Shown) => [
    ...(amountInPence === null ? [] : [money(amountInPence)]),
    ...(share === null ? [] : [t("organisations:obligations.share", { share: number(share) })]),
    ...(seniority === null || seniority === "any" ? [] : [t("organisations:obligations.at-least", { seniority: t(`bodies:seniority.${seniority}`) })]),
  ];
  return (
    <Table
      caption={t("organisations:obligations.title")}
      captionSize="hidden"
      stacks
      columns={(["what", "to", "measure", "when", "met"] as const).map((key) => ({ key, heading: t(`organisations:obligations.${key}`) }))}
      rows={obligations.map((one) => ({
        key: one.id,
        cells: [
          <span key="what">
            {pathOf ? (
              <PageLink to={pathOf(one.id)}>
                <InLanguage text={one.text} />
              </PageLink>
            ) : (
              <InLanguage text={one.text} />
            )}
            <br />
            {t(`organisations:obligation-kind.${one.kind}`)}
          </span>,
          one.bodyName ? <InLanguage key="to" text={one.bodyName} /> : t("organisations:obligations.whole"),
          several(measureOf(one)),
          one.until ? t("organisations:obligations.between", { from: one.from, until: one.until }) : t("organisations:obligations.since", { from: one.from }),
          <IsMet key="met" {...one} />,
        ],
      }))}
    />
  );
}

/** As an officer said, or as it is counted from who came. */
function IsMet({ kind, isMet, isOwed, kept }: Shown) {
  const { t, number } = useWords();
  if (isMet === null) return t(kind === "attendance" ? "organisations:obligations.not-counted" : isOwed ? "organisations:obligations.not-said" : "organisations:obligations.over");
  return (
    <>
      <Tag colour={isMet ? "green" : "red"}>{t(isMet ? "organisations:obligations.is-met" : "organisations:obligations.is-not-met")}</Tag>
      {kept && (
        <>
          <br />
          {t("organisations:obligations.counted", { senior: number(kept.seniorEnough), of: number(kept.of) })}
        </>
      )}
    </>
  );
}
