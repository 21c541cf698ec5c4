// How often one coder gave a code, and how far two agree, a stretch of the work at a time.
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Stretch } from "../drift.ts";

type CoderOverTimeProps = { name: string; texts: number; stretches: readonly Stretch[]; halves: readonly [Stretch, Stretch]; isMoving: boolean };

export function CoderOverTime({ name, texts, stretches, halves: [first, second], isMoving }: CoderOverTimeProps) {
  const { t, number, share } = useWords();
  const figure = ({ given, texts: of }: Stretch) => t("agreement:given", { number: number(given), of: number(of), share: share(given, of) });
  return (
    <BarChart
      title={t("drift:of", { name, texts: number(texts) })}
      description={t(isMoving ? "drift:moves" : "drift:stays", { first: figure(first), second: figure(second) })}
      full={1}
      order="as-given"
      bars={stretches.map((stretch, at) => ({ key: String(at), label: t("drift:stretch", { number: number(at + 1), of: number(stretches.length) }), value: stretch.texts === 0 ? 0 : stretch.given / stretch.texts, figure: figure(stretch) }))}
      table={{
        columns: [
          { key: "stretch", heading: t("drift:column.stretch") },
          { key: "texts", heading: t("drift:column.texts"), numeric: true },
          { key: "given", heading: t("drift:column.given"), numeric: true },
          { key: "share", heading: t("drift:column.share"), numeric: true },
        ],
        rows: stretches.map((stretch, at) => ({
          key: String(at),
          cells: [t("drift:stretch", { number: number(at + 1), of: number(stretches.length) }), number(stretch.texts), number(stretch.given), share(stretch.given, stretch.texts)],
        })),
      }}
    />
  );
}

type AgreementOverTimeProps = { stretches: readonly { texts: number; alpha: number | null; from: Date; to: Date }[] };

export function AgreementOverTime({ stretches }: AgreementOverTimeProps) {
  const { t, number, instant } = useWords();
  const said = (alpha: number | null) => (alpha === null ? t("agreement:none.same") : number(alpha, 3));
  const known = stretches.flatMap(({ alpha }) => alpha ?? []);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <BarChart
      title={t("drift:agreement-of", { texts: number(stretches.reduce((sum, { texts }) => sum + texts, 0)) })}
      description={first === undefined || last === undefined ? t("agreement:none.same") : t("drift:from-to", { first: number(first, 3), last: number(last, 3), low: number(Math.min(...known), 3), high: number(Math.max(...known), 3) })}
      full={1}
      order="as-given"
      bars={stretches.map(({ alpha }, at) => ({ key: String(at), label: t("drift:stretch", { number: number(at + 1), of: number(stretches.length) }), value: alpha ?? 0, figure: said(alpha) }))}
      table={{
        columns: [
          { key: "stretch", heading: t("drift:column.stretch") },
          { key: "when", heading: t("drift:column.when") },
          { key: "texts", heading: t("agreement:column.texts"), numeric: true },
          { key: "alpha", heading: t("agreement:column.alpha"), numeric: true },
        ],
        rows: stretches.map(({ alpha, texts, from, to }, at) => ({
          key: String(at),
          cells: [t("drift:stretch", { number: number(at + 1), of: number(stretches.length) }), t("drift:between", { from: instant(from), to: instant(to) }), number(texts), said(alpha)],
        })),
      }}
    />
  );
}
