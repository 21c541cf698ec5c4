import { TextField } from "#app/shared/ui/text-field.tsx";

type CodeFieldProps = {
  label: string;
  hint: string;
  /** What was typed, and what was wrong with it. */
  tried: { code: string; error: string } | undefined;
  /** Written down on paper, with letters in it, rather than six digits that a device may fill in. */
  isRecovery?: boolean;
};

/** The code that proves who somebody is. */
export function CodeField({ label, hint, tried, isRecovery = false }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      autoComplete={isRecovery ? "off" : "one-time-code"}
      {...(!isRecovery && { inputMode: "numeric" })}
      spellCheck={false}
      width={isRecovery ? 20 : 10}
      dir="ltr"
      value={tried?.code}
      label={label}
      hint={hint}
      error={tried?.error}
    />
  );
}
