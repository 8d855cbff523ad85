import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { schemaErrors } from '../src/check/schema/errors.js'
import { compareWithNotice } from '../src/cli/validate/source.js'
import { parse } from '../src/parse.js'

/** Real documents that may lie beside the project; they are no part of it. */
const FOLDER = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
const files = existsSync(FOLDER)
  ? (readdirSync(FOLDER, { recursive: true }) as string[]).filter((name) => /\.(?:txt|md|html|docx)$/.test(name))
  : []

describe.skipIf(files.length === 0)('real documents (left out where there are none beside the project)', () => {
  it.each(files.length > 0 ? files : ['none'])('%s gives a valid plan whose quotes are in it', async (name) => {
    const bytes = readFileSync(FOLDER + name)
    const { plan } = await parse(bytes, { file: basename(name) })
    expect(schemaErrors(plan)).toEqual([])
    expect(await compareWithNotice(plan, bytes, { file: basename(name) }, 'en')).toEqual([])
    expect(plan.sections?.length ?? plan.preamble?.tasks.length ?? 0).toBeGreaterThan(0)
  })
})
