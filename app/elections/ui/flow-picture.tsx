// The picture of votes flowing between candidates. Its text alternative is the list and the table of the stages above it.
import { useId } from "react";
import type { Sheet } from "#app/counting/sheet.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { flowOf } from "../flow.ts";
import { nameOf } from "../said.ts";

export function FlowPicture({ sheet }: { sheet: Sheet }) {
  const { t, number } = useWords();
  const id = useId().replaceAll(":", "");
  const { width, height, lanes, columns, bars, ribbons } = flowOf(sheet);
  const endsAt = height - 12;
  return (
    <figure className="vote-flow" aria-labelledby={`title-${id}`} aria-describedby={`description-${id}`}>
      <figcaption>
        <span id={`title-${id}`} className="bar-chart__title">
          {t("results:flow.title")}
        </span>
        <span id={`description-${id}`} className="bar-chart__description">
          {t("results:flow.description")}
        </span>
      </figcaption>
      <div className="vote-flow__scroll" role="region" aria-labelledby={`title-${id}`} tabIndex={0} dir="ltr">
        <svg width={Math.max(width, 280)} height={height} viewBox={`0 0 ${Math.max(width, 280)} ${height}`} aria-hidden="true" focusable="false">
          {columns.map(({ x, stage }, column) => (
            <text key={column} className="vote-flow__stage" x={x} y="14">
              {number(stage)}
            </text>
          ))}
          {ribbons.map(({ from, to, path }, index) => (
            <path key={index} className={from !== null && from === to ? "vote-flow__kept" : "vote-flow__moved"} d={path} />
          ))}
          {bars.map(({ candidate, column, x, y, height: tall, isElected }) => (
            <rect key={`${candidate}-${column}`} className={isElected ? "vote-flow__bar vote-flow__bar--elected" : "vote-flow__bar"} x={x} y={y} width="12" height={tall} />
          ))}
          {lanes.map(({ candidate, y }) => (
            <text key={candidate} className="vote-flow__name" x="12" y={y + 4}>
              {nameOf(sheet, candidate)}
            </text>
          ))}
          <text className="vote-flow__name" x="12" y={endsAt + 8}>
            {t("results:flow.nobody")}
          </text>
        </svg>
      </div>
    </figure>
  );
}
