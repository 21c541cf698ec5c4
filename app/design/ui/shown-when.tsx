import { ConditionReading } from "#app/forms/ui/condition-reading.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import type { RoutingNote } from "../routing-notes.ts";

/** When a part of the form is shown, where not to everybody, and what is amiss with that. */
export function ShownWhen({ note }: { note: RoutingNote | undefined }) {
  if (!note?.reading) return null;
  return (
    <div className="shown-when">
      <ConditionReading reading={note.reading} />
      {note.warnings.map((text) => (
        <WarningText key={text}>{text}</WarningText>
      ))}
    </div>
  );
}
