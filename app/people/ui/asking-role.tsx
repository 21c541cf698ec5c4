import type { Role } from "#app/people/role.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type RoleQuestion = {
  deed: "give" | "take";
  role: Role;
  includesBelow: boolean;
  question: string;
  consequences: string[];
  /** Why it cannot be done, where it cannot. */
  refusal: string | null;
};

/** Asks once, in words that name the person and the role, before it is given or taken. */
export function AskingRole({ asking, backTo }: { asking: RoleQuestion; backTo: string }) {
  const { t } = useWords();
  const { deed, role, includesBelow, question, consequences, refusal } = asking;
  return (
    <>
      <BackLink to={backTo} />
      <PageHeading>{question}</PageHeading>
      {refusal !== null ? (
        <InsetText>{refusal}</InsetText>
      ) : (
        <>
          {consequences.map((text, index) =>
            deed === "take" && index === 0 ? (
              <WarningText key={text}>{text}</WarningText>
            ) : (
              <p key={text} className="govuk-body">
                {text}
              </p>
            ),
          )}
          <form method="post" noValidate>
            <input type="hidden" name="role" value={role} />
            {includesBelow && <input type="hidden" name="below" value="yes" />}
            <ButtonGroup>
              <Button look={deed === "take" ? "warning" : "main"} name="deed" value={deed}>
                {t(`roles:ask.${deed}.yes`)}
              </Button>
              <PageLink to={backTo}>{t("roles:ask.no")}</PageLink>
            </ButtonGroup>
          </form>
        </>
      )}
    </>
  );
}
