import { readdirSync, readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { expect, it } from 'vitest'
import { parse } from '../src/parse.js'
import { loadScript, traditionalise } from '../src/text/script.js'
import { damage } from './damage.js'

const NOTICES = new URL('../fixtures/notices/', import.meta.url)
/** Written in the script of the mainland, with GBK characters only. */
const names = readdirSync(NOTICES).filter((name) => {
  const files = readdirSync(new URL(`${name}/`, NOTICES))
  return files.includes('source.txt') && !/big5|gb18030|hongkong|taiwan/.test(name)
})

/** A notice in traditional script, and the list of the hundred commonest characters that tell its script. */
async function traditional(name: string) {
  const source = readFileSync(new URL(`${name}/source.txt`, NOTICES), 'utf8')
  await loadScript(source, 'traditional')
  const clean = traditionalise(source).replace(/[?？]/g, '。')
  const counts = new Map<string, number>()
  for (const [i, c] of Array.from(source).entries()) {
    const form = Array.from(clean)[i]!
    if (form !== c) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 100)
  const list = Object.fromEntries(
    common.map(([c]) => [c, pinyin(c)]).filter(([, syllable]) => /[^a-z]/.test(syllable!)),
  )
  return { clean, list }
}

/** Every fact of a plan without its place. */
function factsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(factsOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    ['indicators', 'references', 'deadlines', 'responsible'].includes(key)
      ? (inner as object[]).map(
          (fact) => `${key} ${JSON.stringify(fact, (name, part) => (name === 'span' ? undefined : part))}`,
        )
      : factsOf(inner),
  )
}

it('the plan of a damaged notice is the plan of the notice', async () => {
  let all = 0
  let same = 0
  const lost: string[] = []
  for (const name of names) {
    const { clean, list } = await traditional(name)
    const wanted = factsOf((await parse(clean)).plan)
    for (const manner of [
      { gloss: 'eats', mark: 'keeps' },
      { gloss: 'eats', mark: 'eats' },
    ] as const) {
      const { plan } = await parse(damage(clean, list, manner))
      const found = factsOf(plan)
      expect(plan.document.source?.repairs?.['gloss'], name).toBeGreaterThan(10)
      all += wanted.length
      for (const fact of wanted) {
        const at = found.indexOf(fact)
        if (at < 0) lost.push(`${name}: ${fact}`)
        else same += found.splice(at, 1).length
      }
    }
  }
  expect(all).toBeGreaterThan(200)
  expect(same / all, lost.join('\n')).toBeGreaterThanOrEqual(0.98)
}, 60_000)
