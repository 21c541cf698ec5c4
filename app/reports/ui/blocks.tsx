// A report drawn as a page: the same for everybody, for officers who look at it before, and for each version.
import { directionOf } from "#app/shared/languages.ts";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Block, DrawnSection, Said, Table as TableBlock } from "../blocks.ts";

/** Words, marked with their language where it is not the page's. */
export function SaidWords({ said }: { said: Said }) {
  const { language } = useWords();
  if (said.language === language) return <>{said.text}</>;
  return (
    <span lang={said.language} dir={directionOf(said.language)}>
      {said.text}
    </span>
  );
}

/** The sections of a report, each with a heading that the contents lead to. */
export function ReportSections({ sections }: { sections: readonly DrawnSection[] }) {
  return (
    <>
      {sections.map(({ key, title, blocks }) => (
        <section key={key} aria-labelledby={idOfSection(key)}>
          <h2 className="govuk-heading-l" id={idOfSection(key)}>
            <SaidWords said={title} />
          </h2>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </>
  );
}

function idOfSection(key: string): string {
  return `section-${key.replace(/[^\w-]/g, "-")}`;
}

/** Where a report has what. */
export function Contents({ sections }: { sections: readonly DrawnSection[] }) {
  const { t } = useWords();
  return (
    <nav aria-labelledby="contents">
      <h2 className="govuk-heading-m" id="contents">
        {t("reports:contents")}
      </h2>
      <ol className="govuk-list govuk-list--spaced">
        {sections.map(({ key, title }) => (
          <li key={key}>
            <a className="govuk-link" href={`#${idOfSection(key)}`}>
              <SaidWords said={title} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </>
  );
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 3 ? "h3" : "h4";
      return (
        <Heading className={block.level === 3 ? "govuk-heading-m" : "govuk-heading-s"}>
          <SaidWords said={block.said} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p className={block.isHint ? "govuk-body govuk-hint" : "govuk-body"}>
          <SaidWords said={block.said} />
        </p>
      );
    case "list": {
      const List = block.isNumbered ? "ol" : "ul";
      return (
        <List className={`govuk-list govuk-list--${block.isNumbered ? "number" : "bullet"}`}>
          {block.items.map((item, index) => (
            <li key={index}>
              <SaidWords said={item} />
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <figure className="report-quote">
          <RedactedWords segments={block.segments} language={block.language} />
          <figcaption className="govuk-body-s">
            <bdi>{block.by}</bdi>
          </figcaption>
        </figure>
      );
    case "link":
      return (
        <p className="govuk-body">
          <PageLink to={block.path}>
            <SaidWords said={block.said} />
          </PageLink>
        </p>
      );
    case "table":
      return <TableOf table={block} />;
  }
}

function TableOf({ table: { caption, columns, rows, chart } }: { table: TableBlock }) {
  const headings = columns.map(({ heading, isNumber }, place) => ({ key: `c-${place}`, heading: <SaidWords said={heading} />, numeric: isNumber }));
  const lines = rows.map((cells, row) => ({ key: `r-${row}`, cells: cells.map((cell, place) => <SaidWords key={place} said={cell} />) }));
  if (!chart) return <Table caption={<SaidWords said={caption} />} captionSize="s" columns={headings} rows={lines} />;
  return (
    <BarChart
      title={<SaidWords said={caption} />}
      description={chart.description}
      full={chart.full}
      order={chart.order}
      bars={rows.map(([name], row) => ({ key: `b-${row}`, label: name ? <SaidWords said={name} /> : "", ...(chart.bars[row] ?? { value: 0, figure: "" }) }))}
      table={{ columns: headings, rows: lines }}
    />
  );
}
