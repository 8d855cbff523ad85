import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { schemaErrors } from '../src/check/schema/errors.js'
import { compareWithNotice } from '../src/cli/validate/source.js'
import { examine, open, prepare } from '../src/parse.js'
import { expectNothingLost, tasksOf } from './nothing-lost.js'

/** Real documents that may lie beside the project; they are no part of it. */
const FOLDER = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))

/** Holds the laws on every real document whose name matches; left out where there are none beside the project. */
export function holdLaws(names: RegExp, milliseconds: number): void {
  const files = existsSync(FOLDER)
    ? (readdirSync(FOLDER, { recursive: true }) as string[]).filter((name) => names.test(name))
    : []
  describe.skipIf(files.length === 0)('real documents (left out where there are none beside the project)', () => {
    it.each(files.length > 0 ? files : ['none'])(
      '%s gives a valid plan that loses nothing, its quotes in the text',
      async (name) => {
        const bytes = readFileSync(FOLDER + name)
        const file = basename(name)
        const page = await open(bytes, { file })
        await prepare(page)
        const examined = examine(page, { file })
        expect(schemaErrors(examined.plan)).toEqual([])
        expect(await compareWithNotice(examined.plan, bytes, { file }, 'en')).toEqual([])
        expectNothingLost(examined)
        expect(tasksOf(examined.plan).length).toBeGreaterThan(0)
      },
      milliseconds,
    )
  })
}
