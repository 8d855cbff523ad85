import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { schemaErrors } from '../src/check/schema/errors.js'
import { check } from '../src/check.js'
import { compareWithNotice } from '../src/cli/validate/source.js'
import { SCHEMA_ID } from '../src/data/generated/schema-id.js'
import { decode } from '../src/decode.js'
import { examine, open, prepare } from '../src/parse.js'
import { writer } from '../src/write/yaml.js'
import { expectNothingLost, tasksOf } from './nothing-lost.js'
import { lostOf } from './shown.js'

/** Real documents that may lie beside the project; they are no part of it. */
const FOLDER = fileURLToPath(new URL('../../shared/', import.meta.url))

/**
 * What rules find in plans of these documents, each looked at: it stands so in the document, or was read wrongly and is
 * still to be mended. Nothing else may be found.
 */
const KNOWN: readonly (readonly [file: RegExp, rule: string, reason: string])[] = [
  [/千村示范.*\.docx$/, 'ordinal-repeat', 'the file holds passages twice'],
  [/千村示范.*\.docx$/, 'ordinal-gap', 'the file lacks passages'],
  [/数字经济发展情况的报告\.docx$/, 'ordinal-gap', 'the file lacks passages'],
  [/未来产业创新发展的实施意见\.docx$/, 'ordinal-gap', 'the file lacks passages'],
  [/促进民办教育健康发展/, 'ordinal-repeat', 'two chapters are numbered 五、'],
  [/甘肃省_政府工作报告/, 'abbreviation-undefined', 'names 《实施办法》 of the province without more'],
  [/2020_PolicyAddress/, 'indicator-conflict', 'two sums dealt out with 分别 are read with a wrong name'],
]

/** Holds the laws on every real document whose name matches; left out where there are none beside the project. */
export function holdLaws(names: RegExp, milliseconds: number): void {
  const files = existsSync(FOLDER)
    ? ['corpus', 'seeds'].flatMap((folder) =>
        (readdirSync(FOLDER + folder, { recursive: true }) as string[])
          .filter((name) => names.test(name))
          .map((name) => `${folder}/${name}`),
      )
    : []
  describe.skipIf(files.length === 0)('real documents (left out where there are none beside the project)', () => {
    it.each(files.length > 0 ? files : ['none'])(
      '%s gives a valid plan that loses nothing, its quotes in the text, and in which no rule finds anything new',
      async (name) => {
        const bytes = readFileSync(FOLDER + name)
        const file = basename(name)
        const page = await open(bytes, { file })
        await prepare(page)
        const examined = examine(page, { file })
        expect(schemaErrors(examined.plan)).toEqual([])
        expect(await compareWithNotice(examined.plan, bytes, { file }, 'en')).toEqual([])
        expectNothingLost(examined)
        if (name.endsWith('.html')) expect(lostOf(decode(bytes).text, page)).toEqual([])
        const findings = await check(writer.write(examined.plan, SCHEMA_ID), { file: name, lang: 'en' })
        const isKnown = (id: string) => KNOWN.some(([known, rule]) => rule === id && known.test(name))
        expect(findings.filter(({ ruleId }) => !isKnown(ruleId))).toEqual([])
        expect(tasksOf(examined.plan).length).toBeGreaterThan(0)
      },
      milliseconds,
    )
  })
}
