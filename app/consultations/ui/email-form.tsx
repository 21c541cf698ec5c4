import { Button } from "#app/shared/ui/button.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";

type EmailFormProps = {
  label: string;
  hint: string;
  button: string;
  value?: string | undefined;
  error?: string | undefined;
};

/** Asks where to send something. */
export function EmailForm({ label, hint, button, value, error }: EmailFormProps) {
  return (
    <form method="post" noValidate>
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...{ label, hint, value, error }}
      />
      <Button look="secondary" name="_intent" value="email">
        {button}
      </Button>
    </form>
  );
}
