// One thing that is held of somebody, in words.
import type { ReactNode } from "react";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type ShownThing = { ref: string; kind: string; name: string; rows: { label: string; value: string }[] };

export function ThingSection({ thing, children }: { thing: ShownThing; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <section>
      <h3 className="govuk-heading-s">
        {t("privacy:thing", { kind: t(`privacy:held-one.${thing.kind}`) })} <bdi>{thing.name}</bdi>
      </h3>
      <SummaryList
        rows={thing.rows.map(({ label, value }, index) => ({
          key: `${index}`,
          label,
          value: value.split("\n").map((part, at) => (
            <span key={at} dir="auto">
              {at > 0 && <br />}
              {part}
            </span>
          )),
        }))}
      />
      {children}
    </section>
  );
}
