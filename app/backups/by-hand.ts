// What lies in a backup for somebody who has nothing but PostgreSQL: how to read it, and a script for psql.
import { jobsTable, type Closing, type Head } from "./backup.ts";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A script for psql, to be run in the folder the backup was unpacked in. */
export function byHandScript({ tables }: Pick<Head, "tables">, sequences: Closing["sequences"]): string {
  const copies = tables
    .filter(({ name }) => name !== jobsTable)
    .map(({ name, columns }) => {
      const list = columns.map((column) => quoted(column.name)).join(", ");
      return `\\copy ${quoted(name)} (${list}) FROM PROGRAM 'cat tables/${name}/*.txt'`;
    });
  const settings = sequences.map(({ name, lastValue }) => `SELECT setval('${quoted(name).replaceAll("'", "''")}', ${lastValue});`);
  return ["\\set ON_ERROR_STOP on", "BEGIN;", ...copies, ...settings, "COMMIT;", ""].join("\n");
}

/** What is where, and how to go on from here without Folkmoot. */
export function readMe({ name, madeAt, version, commit, postgres, migrations }: Head): string {
  return `${name}
A backup of Folkmoot ${version}${commit === null ? "" : ` (commit ${commit})`}, made at ${madeAt} from PostgreSQL ${postgres}.

It holds personal data: keep it as safe as the database itself.

To restore it, use Folkmoot of that version or a later one:   npm run restore -- ${name}

By hand, with PostgreSQL 15 or newer and its psql:
  1. Unpack the file with tar into a folder of its own and go there.
  2. Create an empty database and let Folkmoot of that version make its tables: start it once with DATABASE_URL and stop it.
     Only to look at the rows, the migrations will do, from prisma/migrations of Folkmoot's source, in this order:
${migrations.map((migration) => `       ${migration}/migration.sql`).join("\n")}
  3. psql DATABASE --file by-hand.sql
  4. Copy the folder files, if there is one, into the data folder.

tables/NAME/NNNNNN.txt   the rows of a table as COPY writes them: one a line, columns divided by tabs and in the order that
                         backup.json gives, \\N for none, and \\t \\n \\\\ for a tab, a line's end and a backslash
tables/${jobsTable}      work that waited, which by hand is left out: letters go by their own rows, the rest comes again by itself
files/                   uploaded files under their keys, which the column "storageKey" of the table "File" names
files-NNNNNN.sha256      their hashes: sha256sum --check files-000001.sha256
secrets.json             only where it was asked for: what links and keys are made with, the newest first
manifest.json            how many rows and files there are, and their hashes
`;
}
