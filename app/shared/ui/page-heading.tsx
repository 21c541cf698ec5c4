import type { ReactNode } from "react";

type PageHeadingProps = { caption?: ReactNode; size?: "xl" | "l" | "m"; children: ReactNode };

/** The one h1 of a page; the caption says what it belongs to. */
export function PageHeading({ caption, size = "l", children }: PageHeadingProps) {
  return (
    <h1 className={`govuk-heading-${size}`}>
      {caption && <span className={`govuk-caption-${size}`}>{caption} </span>}
      {children}
    </h1>
  );
}
