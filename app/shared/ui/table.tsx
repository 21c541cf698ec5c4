import { useId, type ReactNode } from "react";

export type Column = { key: string; heading: ReactNode; numeric?: boolean };
export type Row = { key: string; cells: readonly ReactNode[] };

type TableProps = {
  caption: ReactNode;
  captionSize?: "s" | "m" | "l" | "hidden";
  columns: readonly Column[];
  rows: readonly Row[];
  /** Whether a row's first cell names the row. */
  rowsAreNamed?: boolean;
  /** Whether each row becomes a block of its own on a narrow screen, for a list of things rather than figures to compare. */
  stacks?: boolean;
};

/** A table whose wrapper scrolls by keyboard where the screen is narrower than it; figures stand right, digits in line. */
export function Table({ caption, captionSize = "m", columns, rows, rowsAreNamed = true, stacks = false }: TableProps) {
  const captionId = useId();
  // because a table that is laid out as blocks is no longer told as one by every browser
  const role = (name: string) => (stacks ? { role: name } : {});
  return (
    <div className="table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={stacks ? "govuk-table table-stacked" : "govuk-table"} {...role("table")}>
        <caption
          id={captionId}
          className={
            captionSize === "hidden"
              ? "govuk-visually-hidden"
              : `govuk-table__caption govuk-table__caption--${captionSize}`
          }
        >
          {caption}
        </caption>
        <thead className="govuk-table__head" {...role("rowgroup")}>
          <tr className="govuk-table__row" {...role("row")}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...role("columnheader")}
                className={column.numeric ? "govuk-table__header numeric" : "govuk-table__header"}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body" {...role("rowgroup")}>
          {rows.map((row) => (
            <tr key={row.key} className="govuk-table__row" {...role("row")}>
              {row.cells.map((cell, index) => {
                const column = columns[index];
                const key = column?.key ?? index;
                if (index === 0 && rowsAreNamed)
                  return (
                    <th key={key} scope="row" className="govuk-table__header" {...role("rowheader")}>
                      {cell}
                    </th>
                  );
                return (
                  <td key={key} className={column?.numeric ? "govuk-table__cell numeric" : "govuk-table__cell"} {...role("cell")}>
                    {stacks && cell !== null && (
                      <span className="table-stacked__heading" aria-hidden="true">
                        {column?.heading}
                      </span>
                    )}
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
