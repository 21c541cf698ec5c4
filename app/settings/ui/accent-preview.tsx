import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { Swatch } from "./swatch.tsx";

/** A header, a button and a foot in a colour; the page's style gives the colour to what is inside. */
export function AccentPreview({ name, logo }: { name: Text; logo: { src: string; width: number; height: number } | null }) {
  const { t } = useWords();
  return (
    <div className="accent-preview" role="img" aria-label={t("settings:look.preview")}>
      <div className="page-header accent-preview__header">
        <span className="page-header__home">
          {logo && <img className="page-header__logo" alt="" {...logo} />}
          <InLanguage text={name} />
        </span>
      </div>
      <div className="accent-preview__page">
        <span className="govuk-button">{t("settings:look.sample-button")}</span>
      </div>
      <div className="page-footer accent-preview__foot">{t("settings:look.sample-foot")}</div>
    </div>
  );
}

/** Contrast is written as text, for a page that is drawn on the server. */
export type ShownUse = { use: string; colour: string; on: string; has: string; needs: string };

/** Everywhere a colour is used, what it measures there and what it has to. */
export function AccentUses({ uses }: { uses: readonly ShownUse[] }) {
  const { t } = useWords();
  return (
    <Table
      caption={t("settings:look.uses")}
      stacks
      columns={[
        { key: "use", heading: t("settings:look.use") },
        { key: "has", heading: t("settings:look.has"), numeric: true },
        { key: "needs", heading: t("settings:look.needs"), numeric: true },
      ]}
      rows={uses.map(({ use, colour, on, has, needs }) => ({
        key: use,
        cells: [
          <span key="use">
            <Swatch colour={colour} /> <Swatch colour={on} /> {t(`settings:look.use-${use}`)}
          </span>,
          t("settings:look.ratio", { ratio: has }),
          t("settings:look.ratio", { ratio: needs }),
        ],
      }))}
    />
  );
}
