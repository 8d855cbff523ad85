import { createReadStream } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TableOf } from '../../export/plan/table.js'
import type { Named } from '../../export/plan/walk.js'
import { rowsOf } from '../../export.js'
import type { Cell, Table } from '../../types.js'

/** Rows that are read at once. */
const BATCH = 1000
/** Characters that are kept before they are written. */
const KEPT = 1 << 18

/**
 * Rows on disk, a file of JSON lines a table: plans are read once and held one at a time, however many tables and rows
 * they give.
 */
export async function createSpool(folder: string, tables: readonly TableOf<unknown>[]) {
  const spools = await Promise.all(tables.map((table) => createFile(join(folder, `${table.name}.rows`), table)))
  return {
    async add(named: Named): Promise<void> {
      for (const spool of spools) await spool.add(named)
    },
    close: (): Promise<Table[]> => Promise.all(spools.map((spool) => spool.close())),
  }
}

async function createFile(path: string, table: TableOf<unknown>) {
  await writeFile(path, '')
  let kept = ''
  let count = 0
  const flush = async () => {
    await appendFile(path, kept)
    kept = ''
  }
  return {
    async add(named: Named): Promise<void> {
      for (const row of rowsOf(table, named)) {
        kept += `${JSON.stringify(row)}\n`
        count++
      }
      if (kept.length > KEPT) await flush()
    },
    async close(): Promise<Table> {
      await flush()
      return { name: table.name, columns: table.columns, key: table.key, count, batches: () => batchesOf(path) }
    },
  }
}

async function* batchesOf(path: string): AsyncGenerator<Cell[][]> {
  let batch: Cell[][] = []
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(JSON.parse(line) as Cell[])
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
