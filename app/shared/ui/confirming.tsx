import type { ReactNode } from "react";
import { BackLink } from "./back-link.tsx";
import { Button, ButtonGroup } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PageLink } from "./page-link.tsx";
import { WarningText } from "./warning-text.tsx";

type ConfirmingProps = {
  question: string;
  consequence: string;
  /** The button that does it, by its name and value. */
  yes: { name: string; value: string; text: string; look?: "main" | "warning" };
  /** The words of the link that leads back. */
  no: string;
  backTo: string;
  /** What is posted with it. */
  fields?: Record<string, string>;
  /** What is asked besides. */
  children?: ReactNode;
};

/** A page that asks once, in words that name what it is about, before something is done. */
export function Confirming({ question, consequence, yes: { text, look = "warning", ...deed }, no, backTo, fields = {}, children }: ConfirmingProps) {
  return (
    <>
      <BackLink to={backTo} />
      <PageHeading>{question}</PageHeading>
      <WarningText>{consequence}</WarningText>
      <form method="post" noValidate>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <ButtonGroup>
          <Button look={look} {...deed}>
            {text}
          </Button>
          <PageLink to={backTo}>{no}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
