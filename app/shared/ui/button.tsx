// Buttons: one that sends a form, one that is a link to the next page, and a row of them.
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { PageLink } from "./page-link.tsx";

type Look = "main" | "secondary" | "warning";

const lookClasses: Record<Look, string> = {
  main: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  warning: "govuk-button govuk-button--warning",
};

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & { look?: Look; children: ReactNode };

/** Sends its form. A second press within a second is dropped where scripts run; the server must bear one anyway. */
export function Button({ look = "main", type = "submit", children, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={lookClasses[look]}
      data-module="govuk-button"
      data-prevent-double-click={type === "submit" ? "true" : undefined}
      {...rest}
    >
      {children}
    </button>
  );
}

/** Looks like a button and goes to a page; `start` adds the arrow of a journey's first step. */
export function ButtonLink({
  to,
  look = "main",
  start = false,
  children,
}: {
  to: string;
  look?: Look;
  start?: boolean;
  children: ReactNode;
}) {
  return (
    <PageLink
      to={to}
      role="button"
      draggable={false}
      className={start ? `${lookClasses[look]} govuk-button--start` : lookClasses[look]}
      data-module="govuk-button"
    >
      {children}
      {start && (
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
      )}
    </PageLink>
  );
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
