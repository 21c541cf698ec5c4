import type { ReactNode } from "react";

/** Several sentences of one hint, each on its own line. */
export function Lines({ lines }: { lines: readonly ReactNode[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <span key={index} className="govuk-!-display-block">
          {line}
        </span>
      ))}
    </>
  );
}
