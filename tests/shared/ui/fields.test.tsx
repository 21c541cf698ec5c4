import { expect, test } from "vitest";
import { languages } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { draw } from "#tests/support/draw.tsx";

test("a field speaks its hint and its error, and keeps what was typed", () => {
  const html = draw(<TextField name="email" type="email" label="E-mail" hint="For a copy" error="Enter it" value="a@" />);
  expect(html).toContain('<label class="govuk-label" for="email">');
  expect(html).toContain('aria-describedby="email-hint email-error"');
  expect(html).toContain('value="a@"');
  expect(html).toMatch(/Error: ?<\/span>Enter it/);
});

test("an error leads to its field", () => {
  const html = draw(
    <>
      <ErrorSummary errors={[{ href: "#visit", text: "Choose one" }]} />
      <Radios name="visit" label="Visit" error="Choose one" choices={[{ value: "a", label: "A" }, { value: "b", label: "B" }]} />
    </>,
  );
  expect(html).toContain('<a href="#visit">');
  expect(html.match(/id="visit"/g)).toHaveLength(1);
  expect(html).toContain('id="visit-2"');
});

test("no errors, no summary", () => {
  expect(draw(<ErrorSummary errors={[]} />)).toBe("");
});

test("a choice made before is still made", () => {
  const html = draw(
    <Checkboxes
      name="ways"
      label="Ways"
      values={["bus"]}
      choices={[
        { value: "walk", label: "On foot" },
        { value: "bus", label: "By bus" },
        { value: "none", label: "None of these", exclusive: true, afterOr: true },
      ]}
    />,
  );
  const [walk, bus] = html.match(/<input[^>]*>/g) ?? [];
  expect(walk).not.toContain("checked=");
  expect(bus).toContain("checked=");
  expect(html).toContain('data-behaviour="exclusive"');
});

test("only the parts of a date that are wrong are marked wrong", () => {
  const html = draw(<DateField name="born" label="Born" error="Month must be 1 to 12" wrong={["month"]} value={{ month: "13" }} />);
  expect(html.match(/govuk-input--error/g)).toHaveLength(1);
  expect(html).toContain('name="born-month"');
});

test("the words left are told in every plural form that the language has", () => {
  for (const language of languages) {
    const html = draw(<Textarea name="why" label="Why" maxWords={200} />, language);
    for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories) {
      expect(html).toContain(`data-i18n.words-under-limit.${form}="`);
      expect(html).toContain(`data-i18n.words-over-limit.${form}="`);
    }
    expect(html).toContain("%{count}");
    expect(html).toContain('aria-describedby="why-info"');
  }
});

test("a change link says what it changes when it is read on its own", () => {
  const html = draw(
    <SummaryList
      rows={[
        { key: "name", label: "Name", value: "Ada", change: { to: "/name", what: "your name" } },
        { key: "sent", label: "Sent", value: "Today" },
      ]}
    />,
  );
  expect(html).toContain('<span class="govuk-visually-hidden">Change your name</span>');
  expect(html).toContain("govuk-summary-list__row--no-actions");
});

test("a table names its columns and rows, and can be scrolled by keyboard", () => {
  const html = draw(
    <Table
      caption="Answers"
      columns={[
        { key: "a", heading: "Answer" },
        { key: "n", heading: "Count", numeric: true },
      ]}
      rows={[{ key: "yes", cells: ["Yes", "12"] }]}
    />,
  );
  expect(html).toContain('tabindex="0"');
  expect(html).toContain('scope="col"');
  expect(html).toContain('<th scope="row" class="govuk-table__header">Yes</th>');
  expect(html).toContain('<td class="govuk-table__cell numeric">12</td>');
});
