// What a page draws may be drawn in a browser: the values of stores are for its loader and its action alone. The build for browsers refuses
// anything else, but only after a minute.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { listUrls } from "./support/urls.ts";

/** What Remix leaves out of the build for browsers. */
const ofServer = new Set(["loader", "action", "headers"]);

type Page = { stores: Set<string>; declared: Map<string, ts.Node>; drawn: ts.Node[] };

function namesIn(binding: ts.BindingName): string[] {
  return ts.isIdentifier(binding) ? [binding.text] : binding.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

/** The values a page has from stores, its own declarations, and what of it goes to browsers. */
function read(source: ts.SourceFile): Page {
  const page: Page = { stores: new Set(), declared: new Map(), drawn: [] };
  const declare = (name: string, node: ts.Node, isExported: boolean) => {
    page.declared.set(name, node);
    if (isExported && !ofServer.has(name)) page.drawn.push(node);
  };
  for (const statement of source.statements) {
    const isExported = ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (ts.isImportDeclaration(statement) && /\.server\.tsx?"?$/.test((statement.moduleSpecifier as ts.StringLiteral).text)) {
      const named = statement.importClause?.namedBindings;
      const elements = statement.importClause?.isTypeOnly || !named || !ts.isNamedImports(named) ? [] : named.elements;
      for (const element of elements) if (!element.isTypeOnly) page.stores.add(element.name.text);
    } else if (ts.isFunctionDeclaration(statement)) declare(statement.name?.text ?? "", statement, isExported);
    else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) for (const name of namesIn(declaration.name)) declare(name, declaration, isExported);
    }
  }
  return page;
}

/** Values of stores that what is drawn comes to, by way of the page's own functions too; what is only a type is none. */
function drawnFromStores({ stores, declared, drawn }: Page): string[] {
  const [seen, found, queue] = [new Set<ts.Node>(), new Set<string>(), [...drawn]];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)) {
      if (stores.has(node.text)) found.add(node.text);
      const own = declared.get(node.text);
      if (own && !ofServer.has(node.text)) queue.push(own);
    }
    ts.forEachChild(node, visit);
  };
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    visit(node);
  }
  return [...found];
}

const wrongIn = (name: string, text: string) => drawnFromStores(read(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)));

test("no page draws with a value of a store: the loader hands over what is drawn", () => {
  const pages = listUrls().map(({ file }) => ({ file, wrong: wrongIn(file, readFileSync(join("app", file), "utf8")) }));
  expect(pages.length).toBeGreaterThan(150);
  expect(pages.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
});

test("a value of a store is found by way of the page's own functions, and not in its loader or as a type", () => {
  const page = (drawn: string) => `
    import { findBody, mostOnPage, type Body } from "../bodies.store.server.ts";
    export async function loader() { return helper(await findBody()); }
    function helper(body: Body) { return { most: mostOnPage, body }; }
    function Shown({ body }: { body: Awaited<ReturnType<typeof findBody>> }) { return ${drawn}; }
    export default function Page() { return <Shown body={useLoaderData<typeof loader>().body} />; }`;
  expect(wrongIn("good.tsx", page("<p>{body.name}</p>"))).toEqual([]);
  expect(wrongIn("bad.tsx", page("<p>{mostOnPage}</p>"))).toEqual(["mostOnPage"]);
});
