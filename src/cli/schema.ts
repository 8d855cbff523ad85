import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, EXIT } from '../cli.js'

/** `policyplan schema`: the JSON Schema that editors and other programs check plans with. */
export const command: Command = {
  name: 'schema',
  operands: '',
  flags: [{ flags: '-o, --output <file>' }],
  examples: ['schema', 'schema -o plan.schema.json'],
  async run(_operands, flags, io) {
    const { SCHEMA_TEXT } = await import('../data/generated/schema-text.js')
    const output = flags['output'] as string | undefined
    if (output === undefined) await io.stdout.write(SCHEMA_TEXT)
    else await writeFile(resolve(io.cwd, output), SCHEMA_TEXT)
    return EXIT.fine
  },
}
