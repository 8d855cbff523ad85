import type { Cell, Column, Table, TableWriter } from '../../types.js'

const AFFINITY: Readonly<Record<Column['type'], string>> = {
  text: 'TEXT',
  code: 'TEXT',
  date: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
}

/** Columns that people look rows up by. */
const INDEXED = ['name', 'unit', 'title', 'number', 'end', 'year']

/** A SQLite database: a table each, keys, indexes, and `indicators_with_documents`. */
export const writer: TableWriter = {
  extension: 'sqlite',
  holds: 'all tables',
  text: false,
  async write(tables, file) {
    const { default: sqlite } = await import('node-sqlite3-wasm')
    const database = new sqlite.Database(file.path)
    try {
      database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN')
      for (const table of tables) {
        database.exec(definitionOf(table, tables))
        const places = table.columns.map(() => '?').join(', ')
        const insert = database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${places})`)
        for await (const rows of table.batches()) for (const row of rows) insert.run(row as Cell[])
        insert.finalize()
        for (const sql of indexesOf(table)) database.exec(sql)
      }
      const names = tables.map(({ name }) => name)
      if (names.includes('documents') && names.includes('indicators')) database.exec(VIEW)
      database.exec('COMMIT')
    } finally {
      database.close()
    }
    return 0
  },
}

const quoted = (name: string) => `"${name}"`

function definitionOf({ name, columns, key }: Table, tables: readonly Table[]): string {
  const lines = columns.map(({ name, type }) => `${quoted(name)} ${AFFINITY[type]}`)
  const keys = columns.slice(0, key).map(({ name }) => quoted(name))
  lines.push(`PRIMARY KEY (${keys.join(', ')})`)
  if (name !== 'documents' && tables.some((other) => other.name === 'documents'))
    lines.push('FOREIGN KEY ("document") REFERENCES "documents" ("document")')
  return `CREATE TABLE ${quoted(name)} (${lines.join(', ')})`
}

function indexesOf({ name, columns }: Table): string[] {
  return columns
    .filter((column) => INDEXED.includes(column.name))
    .map((column) => `CREATE INDEX ${quoted(`${name}_${column.name}`)} ON ${quoted(name)} (${quoted(column.name)})`)
}

const VIEW = `CREATE VIEW "indicators_with_documents" AS
SELECT d."kind" AS "document_kind", d."number" AS "document_number", d."issuers" AS "document_issuers",
  d."issued_on", d."published_on", i.*
FROM "indicators" i JOIN "documents" d ON d."document" = i."document"`
