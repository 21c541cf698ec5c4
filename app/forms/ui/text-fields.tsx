// Questions answered in the person's own words, and their name and ways to reach them.
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { entryOf } from "../entries.ts";
import { Lines } from "./lines.tsx";
import { useLabelled, type QuestionProps } from "./question-label.tsx";

export function LongTextField(props: QuestionProps<"long-text">) {
  const { question, entries } = props;
  return (
    <Textarea
      {...useLabelled(props)}
      hint={useHintWithLimit(props, { words: undefined, characters: question.maxLength })}
      name={question.id}
      value={entryOf(entries, question.id)}
      {...(question.maxWords !== undefined && { maxWords: question.maxWords })}
    />
  );
}

export function ShortTextField(props: QuestionProps<"short-text">) {
  const { question, entries } = props;
  const hint = useHintWithLimit(props, { words: question.maxWords, characters: question.maxLength });
  return <TextField {...useLabelled(props)} hint={hint} name={question.id} value={entryOf(entries, question.id)} />;
}

// Limits that no counter shows are said in the hint.
function useHintWithLimit(
  props: Omit<QuestionProps, "entries">,
  most: { words: number | undefined; characters: number | undefined },
) {
  const { t, number } = useWords();
  const { hint } = useLabelled(props);
  const limits = [
    most.words !== undefined && t("forms:limit.words", { count: most.words, limit: number(most.words) }),
    most.characters !== undefined && t("forms:limit.characters", { count: most.characters, limit: number(most.characters) }),
  ].filter((text) => text !== false);
  if (limits.length === 0) return hint;
  return <Lines lines={hint ? [hint, ...limits] : limits} />;
}

export function NameField(props: QuestionProps<"name">) {
  const value = entryOf(props.entries, props.question.id);
  return <TextField {...useLabelled(props)} name={props.question.id} value={value} autoComplete="name" spellCheck={false} />;
}

export function EmailField(props: QuestionProps<"email">) {
  const value = entryOf(props.entries, props.question.id);
  return (
    <TextField
      {...useLabelled(props)}
      name={props.question.id}
      value={value}
      type="email"
      autoComplete="email"
      spellCheck={false}
    />
  );
}

export function TelephoneField(props: QuestionProps<"telephone">) {
  const value = entryOf(props.entries, props.question.id);
  return <TextField {...useLabelled(props)} name={props.question.id} value={value} type="tel" autoComplete="tel" width={20} />;
}

export function PostcodeField(props: QuestionProps<"postcode">) {
  const value = entryOf(props.entries, props.question.id);
  return (
    <TextField
      {...useLabelled(props)}
      name={props.question.id}
      value={value}
      autoComplete="postal-code"
      spellCheck={false}
      width={10}
    />
  );
}
