// Buttons: one that sends a form, one that is a link to the next page, and a row of them.
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { PageLink } from "./page-link.tsx";

type Look = "main" | "secondary" | "warning";

const lookClasses: Record<Look, string> = {
  main: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  warning: "govuk-button govuk-button--warning",
};

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & { look?: Look; start?: boolean; children: ReactNode };

/** Sends its form; `start` adds the arrow of a journey's first step. A second press within a second is dropped where scripts run; the server must bear one anyway. */
export function Button({ look = "main", start = false, type = "submit", children, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={start ? `${lookClasses[look]} govuk-button--start` : lookClasses[look]}
      data-module="govuk-button"
      data-prevent-double-click={type === "submit" ? "true" : undefined}
      {...rest}
    >
      {children}
      {start && <StartArrow />}
    </button>
  );
}

/** Looks like a button and goes to a page. */
export function ButtonLink({ to, look = "main", children }: { to: string; look?: Look; children: ReactNode }) {
  return (
    <PageLink to={to} role="button" draggable={false} className={lookClasses[look]} data-module="govuk-button">
      {children}
    </PageLink>
  );
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}

/** The arrow of a journey's first step. */
function StartArrow() {
  return (
    <svg
      className="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
