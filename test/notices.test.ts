import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { SCHEMA_ID } from '../src/data/generated/schema-id.js'
import { parse } from '../src/parse.js'
import type { Plan } from '../src/types.js'
import { writer } from '../src/write/yaml.js'
import { golden, NOTICES, UPDATE } from './notices.js'

/** A plan without what may differ between two pages of one text: spans, source. */
function bare(plan: Plan): unknown {
  return JSON.parse(JSON.stringify(plan, (key, value) => (key === 'span' || key === 'source' ? undefined : value)))
}

describe.each(NOTICES)('$slug', ({ folder, file, bytes, about }) => {
  it('gives its golden plan and problems', async () => {
    const { plan, problems } = await parse(bytes, { file })
    const yaml = writer.write(plan, SCHEMA_ID)
    const lines = problems
      .map(({ line, column, severity, ruleId, reason }) => `${line}:${column} ${severity} ${ruleId} ${reason}\n`)
      .join('')
    if (UPDATE) {
      writeFileSync(`${folder}plan.yaml`, yaml)
      writeFileSync(`${folder}problems.txt`, lines)
    }
    expect(yaml).toBe(golden(`${folder}plan.yaml`, yaml))
    expect(lines).toBe(golden(`${folder}problems.txt`, lines))
    expect(parseYaml(yaml)).toEqual(plan)
  })

  if (about.sameAs)
    it(`is the same plan as ${about.sameAs}`, async () => {
      const other = NOTICES.find(({ slug }) => slug === about.sameAs)!
      const [mine, clean] = await Promise.all([parse(bytes, { file }), parse(other.bytes, { file: other.file })])
      expect(bare(mine.plan)).toEqual(bare(clean.plan))
    })
})
