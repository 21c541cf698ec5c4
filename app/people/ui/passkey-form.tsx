import type { ReactNode } from "react";
import { Button } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type PasskeyFormProps = {
  /** Whether one is made or shown. */
  deed: "make" | "show";
  /** What the device is asked, as JSON. */
  options: string;
  button: string;
  /** What is sent along, and other fields. */
  children?: ReactNode;
};

/** A form whose answer the device gives. It shows where scripts run and the device knows passkeys; a page with it names the script "passkey". */
export function PasskeyForm({ deed, options, button, children }: PasskeyFormProps) {
  const { t } = useWords();
  return (
    <>
      <p className="govuk-body" data-passkey-without="">
        {t("people:passkey.without")}
      </p>
      <form method="post" noValidate hidden data-passkey={deed} data-options={options}>
        <input type="hidden" name="answer" value="" />
        {children}
        <p className="govuk-error-message" role="alert" data-passkey-problem="" hidden>
          {t("people:passkey.dismissed")}
        </p>
        <Button>{button}</Button>
      </form>
    </>
  );
}
