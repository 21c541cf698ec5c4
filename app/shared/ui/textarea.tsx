import { describedBy, FormGroup, type Labelled } from "./form-group.tsx";
import { WordCount, wordCountId } from "./word-count.tsx";

type TextareaProps = Labelled & {
  name: string;
  id?: string;
  value?: string | undefined;
  rows?: number;
  /** The most words wanted. */
  maxWords?: number;
  /** The language that is wanted, and the direction it is written in. */
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
  autoFocus?: boolean;
};

/** Several lines of text, whose direction follows what is typed. */
export function Textarea({ name, id = name, value, rows = 8, maxWords, lang, dir = "auto", autoFocus, ...labelled }: TextareaProps) {
  const counted = maxWords !== undefined;
  const described = [describedBy(id, labelled), counted && wordCountId(id)].filter(Boolean).join(" ");
  const classes = ["govuk-textarea", counted && "govuk-js-character-count", labelled.error && "govuk-textarea--error"];
  const group = (
    <FormGroup id={id} {...labelled}>
      <textarea
        className={classes.filter(Boolean).join(" ")}
        id={id}
        name={name}
        rows={rows}
        lang={lang}
        dir={dir}
        autoFocus={autoFocus}
        defaultValue={value}
        aria-describedby={described === "" ? undefined : described}
      />
    </FormGroup>
  );
  if (!counted) return group;
  return (
    <WordCount id={id} most={maxWords}>
      {group}
    </WordCount>
  );
}
