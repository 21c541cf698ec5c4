import type { ConsultationChoice, Role } from "#app/people/role.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { ScopeFields } from "./scope-fields.tsx";

/** What was wrong with the answer, and what had been chosen. */
export type ScopeRefusal = { field: "scope" | "consultation"; error: string; scope: string };

export type RoleQuestion = {
  deed: "give" | "take";
  role: Role;
  includesBelow: boolean;
  /** The one consultation it is taken in, where it is held in one alone. */
  consultationId: string | null;
  /** What an analyst may be given; none for other roles. */
  choices: ConsultationChoice[];
  question: string;
  consequences: string[];
  /** Why it cannot be done, where it cannot. */
  refusal: string | null;
};

/** Asks once, in words that name the person and the role, before it is given or taken. */
export function AskingRole({ asking, backTo, refused }: { asking: RoleQuestion; backTo: string; refused: ScopeRefusal | null }) {
  const { t } = useWords();
  const { deed, role, includesBelow, consultationId, choices, question, consequences, refusal } = asking;
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.field}`, text: refused.error }] : []} />
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
            {consultationId !== null && <input type="hidden" name="in" value={consultationId} />}
            {choices.length > 0 && (
              <ScopeFields choices={choices} scope={refused?.scope ?? ""} consultations={[]} errors={refused ? { [refused.field]: refused.error } : {}} />
            )}
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
