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
};

/** A table whose wrapper scrolls by keyboard where the screen is narrower than it; figures stand right, digits in line. */
export function Table({ caption, captionSize = "m", columns, rows, rowsAreNamed = true }: TableProps) {
  const captionId = useId();
  return (
    <div className="table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className="govuk-table">
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
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.numeric ? "govuk-table__header numeric" : "govuk-table__header"}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr key={row.key} className="govuk-table__row">
              {row.cells.map((cell, index) => {
                const column = columns[index];
                const key = column?.key ?? index;
                if (index === 0 && rowsAreNamed)
                  return (
                    <th key={key} scope="row" className="govuk-table__header">
                      {cell}
                    </th>
                  );
                return (
                  <td key={key} className={column?.numeric ? "govuk-table__cell numeric" : "govuk-table__cell"}>
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
