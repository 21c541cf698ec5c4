// Reads a migration's SQL and says what in it could stop the release before from working, or hold everybody up for long.

/** The statements of a script, without comments; a semicolon in a text or a function's body ends none. */
export function statementsOf(script: string): string[] {
  const pattern = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;|[^;'"$\-/]+|[\s\S]/g;
  const statements = [""];
  for (const [piece] of script.matchAll(pattern)) {
    if (piece === ";") statements.push("");
    else if (!piece.startsWith("--") && !piece.startsWith("/*")) statements[statements.length - 1] += piece;
  }
  return statements.map((statement) => statement.replace(/\s+/g, " ").trim()).filter((statement) => statement !== "");
}

/** Parts between commas that stand in no brackets and no text. */
function partsOf(list: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [piece] of list.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim());
}

const named = String.raw`(?:ONLY )?(?:public\.)?"?(\w+)"?`;
const identifiers = (list: string) => [...list.matchAll(/"?(\w+)"?/g)].map(([, name = ""]) => name);
const harmless = [
  /^CREATE SCHEMA IF NOT EXISTS /i,
  /^CREATE EXTENSION IF NOT EXISTS /i,
  /^CREATE (SEQUENCE|TYPE|VIEW|FUNCTION) /i,
  /^COMMENT ON /i,
  /^INSERT INTO /i,
  /^UPDATE /i,
  /^SELECT /i,
];

/** What is not additive in a script, a sentence each; what is made anew in it may be made as it likes. */
export function problemsOf(script: string): string[] {
  const newTables = new Set<string>();
  const newColumns = new Set<string>();
  const isNew = (table: string, columns: string[]) =>
    newTables.has(table) || (columns.length > 0 && columns.every((column) => newColumns.has(`${table}.${column}`)));

  return statementsOf(script).flatMap((statement): string[] => {
    const say = (why: string) => [`${why}: ${statement.slice(0, 120)}`];
    const match = (pattern: string) => new RegExp(`^${pattern}`, "i").exec(statement);
    if (/\bCONCURRENTLY\b/i.test(statement)) return say("cannot be done in a transaction");
    const table = match(`CREATE TABLE (?:IF NOT EXISTS )?${named}`);
    if (table) {
      newTables.add(table[1]!);
      return [];
    }
    const index = match(`CREATE (UNIQUE )?INDEX .*?ON ${named}(?: USING \\w+)? ?\\(([^)]*)\\)`);
    if (index) return index[1] && !isNew(index[2]!, identifiers(index[3]!)) ? say("refuses rows that the release before may write") : [];
    const trigger = match(`CREATE (?:CONSTRAINT )?TRIGGER .*? ON ${named}`);
    if (trigger) return newTables.has(trigger[1]!) ? [] : say("acts on what the release before writes");
    const alter = match(`ALTER TABLE (?:IF EXISTS )?${named} (.*)$`);
    if (alter) {
      const [, on = "", actions = ""] = alter;
      return partsOf(actions).flatMap((action) => {
        const why = problemOfAction(action, on, { newTables, newColumns, isNew });
        return why === null ? [] : say(why);
      });
    }
    return harmless.some((pattern) => pattern.test(statement)) ? [] : say("is not known to add and nothing else");
  });
}

type Known = { newTables: Set<string>; newColumns: Set<string>; isNew: (table: string, columns: string[]) => boolean };

function problemOfAction(action: string, table: string, { newTables, newColumns, isNew }: Known): string | null {
  const column = /^ADD COLUMN (?:IF NOT EXISTS )?"?(\w+)"? (.*)$/i.exec(action);
  if (column) {
    newColumns.add(`${table}.${column[1]}`);
    const type = column[2] ?? "";
    if (newTables.has(table)) return null;
    if (/\b(GENERATED|gen_random_uuid|random|clock_timestamp|nextval|SERIAL|BIGSERIAL)\b/i.test(type)) return "rewrites the whole table";
    if (/\bNOT NULL\b/i.test(type) && !/\bDEFAULT\b/i.test(type)) return "needs a value that the release before does not give";
    return null;
  }
  const constraint = /^ADD CONSTRAINT "?\w+"? (?:FOREIGN KEY|UNIQUE|PRIMARY KEY|CHECK) ?(.*)$/i.exec(action);
  if (constraint) {
    const [, rest = ""] = constraint;
    const own = /^\(([^)]*)\)/.exec(rest)?.[1] ?? "";
    const columns = /\bCHECK\b/i.test(action) ? [...own.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name) : identifiers(own);
    return isNew(table, columns) ? null : "refuses rows that the release before may write";
  }
  if (newTables.has(table)) return null;
  const change = /^ALTER COLUMN "?(\w+)"? (.*)$/i.exec(action);
  if (change) {
    const [, name = "", how = ""] = change;
    if (/^SET (DEFAULT|STATISTICS|STORAGE|\()/i.test(how)) return null;
    return isNew(table, [name]) ? null : "changes a column that the release before knows";
  }
  if (/^(VALIDATE CONSTRAINT|SET \()/i.test(action)) return null;
  return "changes what the release before knows";
}
