import type { ReactNode } from "react";

/** A passage set apart: a quotation, an example, an erratum. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}
