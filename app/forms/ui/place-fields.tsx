// Questions about where something is or where somebody lives, and files.
import { describedBy, FieldsetGroup, FormGroup } from "#app/shared/ui/form-group.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { addressParts, entryOf, fieldId } from "../entries.ts";
import { typesOfKinds } from "../file-kinds.ts";
import { plainNumber } from "../wording.ts";
import { Lines } from "./lines.tsx";
import { useErrorOf, useLabelled, type QuestionProps } from "./question-label.tsx";

const drawing = {
  "line-1": { autoComplete: "address-line1" },
  "line-2": { autoComplete: "address-line2" },
  town: { autoComplete: "address-level2", width: 20 },
  county: { width: 20 },
  postcode: { autoComplete: "postal-code", width: 10 },
} as const;

export function AddressField(props: QuestionProps<"address">) {
  const { question, entries, errors } = props;
  const { t } = useWords();
  const errorOf = useErrorOf(question, errors);
  return (
    <FieldsetGroup {...useLabelled(props)} id={question.id}>
      {addressParts.map((part) => {
        const name = `${question.id}.${part}`;
        return (
          <TextField
            key={part}
            label={t(`forms:address.${part}`)}
            name={name}
            id={fieldId(name)}
            value={entryOf(entries, name)}
            error={errorOf(part)}
            spellCheck={false}
            {...drawing[part]}
          />
        );
      })}
    </FieldsetGroup>
  );
}

const describeKeys = {
  "map-point": "forms:place.describe-point",
  "map-line": "forms:place.describe-line",
  "map-area": "forms:place.describe-area",
};

/** In words first: whoever cannot use a map answers as fully as whoever can. */
export function PlaceField(props: QuestionProps<"map-point" | "map-line" | "map-area">) {
  const { question, entries, errors } = props;
  const { t } = useWords();
  const { error, ...labelled } = useLabelled(props);
  const errorOf = useErrorOf(question, errors);
  const [postcode, point] = [`${question.id}.postcode`, `${question.id}.point`];
  return (
    <FieldsetGroup {...labelled} id={`${question.id}-place`}>
      <Textarea
        label={t(describeKeys[question.type])}
        name={question.id}
        value={entryOf(entries, question.id)}
        error={error}
        rows={4}
      />
      <TextField
        label={t("forms:place.postcode-if-known")}
        name={postcode}
        id={fieldId(postcode)}
        value={entryOf(entries, postcode)}
        error={errorOf("postcode")}
        spellCheck={false}
        width={10}
      />
      <TextField
        label={t("forms:place.point-if-known")}
        hint={t("forms:place.point-example")}
        name={point}
        id={fieldId(point)}
        value={entryOf(entries, point)}
        error={errorOf("point")}
        spellCheck={false}
        width={20}
      />
    </FieldsetGroup>
  );
}

const acceptKeys = { image: "forms:file.image", pdf: "forms:file.pdf", document: "forms:file.document" };

/** The page's form must be `multipart/form-data`. A file already sent stays until it is replaced or taken away. */
export function FileField(props: QuestionProps<"file">) {
  const { question, entries } = props;
  const words = useWords();
  const { hint, ...labelled } = useLabelled(props);
  const kept = entryOf(entries, `${question.id}.name`);
  const limits = [
    ...question.kinds.map((kind) => words.t(acceptKeys[kind])),
    words.t("forms:file.limit", { megabytes: plainNumber(question.maxBytes / 1_000_000, words) }),
  ];
  const hints = <Lines lines={hint ? [hint, ...limits] : limits} />;
  const remove = `${question.id}.remove`;
  return (
    <FormGroup {...labelled} id={question.id} hint={hints}>
      <input
        className={labelled.error ? "govuk-file-upload govuk-file-upload--error" : "govuk-file-upload"}
        id={question.id}
        name={question.id}
        type="file"
        accept={typesOfKinds(question.kinds).join(",")}
        aria-describedby={describedBy(question.id, { hint: hints, error: labelled.error })}
      />
      {kept !== "" && (
        <>
          <p className="govuk-body govuk-!-margin-top-3">
            {words.t("forms:file.kept")} <bdi>{kept}</bdi>
          </p>
          <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
            <div className="govuk-checkboxes__item">
              <input className="govuk-checkboxes__input" id={fieldId(remove)} name={remove} type="checkbox" value="yes" />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={fieldId(remove)}>
                {words.t("forms:file.remove")}
              </label>
            </div>
          </div>
        </>
      )}
    </FormGroup>
  );
}
