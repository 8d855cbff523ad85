import type { TableWriter } from '../../types.js'

/** One JSON object a row, without what the plan does not say. */
export const writer: TableWriter = {
  extension: 'ndjson',
  holds: 'a table',
  text: true,
  async write([table], file) {
    const names = table!.columns.map(({ name }) => name)
    for await (const rows of table!.batches()) {
      const lines = rows.map((row) => {
        const said = row.flatMap((value, i) => (value === null ? [] : [[names[i]!, value] as const]))
        return `${JSON.stringify(Object.fromEntries(said))}\n`
      })
      await file.write(lines.join(''))
    }
    return 0
  },
}
