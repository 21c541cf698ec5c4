// A link to a page of Folkmoot in the page's own language. It loads a whole document: a resident's page has no router, and
// a worker's page that leads to one must leave its router behind.
import { useHref } from "@remix-run/react";
import type { AnchorHTMLAttributes, ReactNode } from "react";

type PageLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string; children: ReactNode };

export function PageLink({ to, className = "govuk-link", children, ...rest }: PageLinkProps) {
  const href = useHref(to);
  return (
    <a href={href} className={className} {...rest}>
      {children}
    </a>
  );
}
