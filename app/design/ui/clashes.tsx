import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ShownClash } from "../shown-writing.ts";

/** Who else wrote it meanwhile; nobody's name once the account is gone. */
export type ShownOther = { name: string | null; at: string } | null;

/** News that somebody else changed the same while it was written here, and that nothing is lost. */
export function OthersNews({ by, text }: { by: ShownOther; text: "editing:clash.news" | "editing:clash.removed" | "editing:clash.section-removed" }) {
  const { t } = useWords();
  return <NotificationBanner>{t(text, { name: by?.name ?? t("editing:somebody"), at: by?.at ?? "" })}</NotificationBanner>;
}

/** What both changed, side by side, to choose from. */
export function Clashes({ clashes, by }: { clashes: readonly ShownClash[]; by: ShownOther }) {
  const { t } = useWords();
  const name = by?.name ?? t("editing:somebody");
  return (
    <>
      {clashes.map((clash) => (
        <div key={clash.field} className="clash">
          <Radios
            name={`keep.${clash.field}`}
            label={clash.name}
            labelSize="s"
            value="mine"
            choices={[
              { value: "mine", label: t("editing:clash.mine"), hint: <bdi>{clash.mine}</bdi> },
              { value: "theirs", label: t("editing:clash.theirs", { name }), hint: <bdi>{clash.theirs}</bdi> },
            ]}
          />
        </div>
      ))}
    </>
  );
}
