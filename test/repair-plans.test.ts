import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { parse } from '../src/parse.js'
import { loadScript, traditionalise } from '../src/text/script.js'
import type { Plan } from '../src/types.js'
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
  const plain = Array.from(source)
  const forms = Array.from(traditionalise(source).replace(/[?？]/g, '。'))
  const counts = new Map<string, number>()
  for (const [i, form] of forms.entries()) if (form !== plain[i]) counts.set(form, (counts.get(form) ?? 0) + 1)
  const clean = forms.filter((c) => iconv.decode(iconv.encode(c, 'gbk'), 'gbk') === c).join('')
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

const MANNERS = [
  { gloss: 'eats', mark: 'keeps' },
  { gloss: 'eats', mark: 'eats' },
  { gloss: 'keeps', mark: 'keeps' },
] as const

/** What is the same of a page and its damaged twin: all but places and what was repaired. */
const bare = ({ document }: Plan): unknown =>
  JSON.parse(JSON.stringify(document, (key, value) => (key === 'span' || key === 'source' ? undefined : value)))

describe.each(names)('the plan of %s, damaged,', (name) => {
  it.each(MANNERS)('is its plan: $gloss, $mark', async (manner) => {
    const { clean, list } = await traditional(name)
    const damaged = damage(clean, list, manner)
    const [wanted, found] = await Promise.all([parse(clean), parse(damaged)])
    expect(found.plan.document.source?.repairs?.['gloss']).toBeGreaterThan(10)
    expect(bare(found.plan)).toEqual(bare(wanted.plan))
    const facts = factsOf(wanted.plan)
    const wrong = factsOf(found.plan)
    const lost = facts.filter((fact) => {
      const at = wrong.indexOf(fact)
      if (at >= 0) wrong.splice(at, 1)
      return at < 0
    })
    expect(wrong).toEqual([])
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(facts.length * 0.02)
  })
})

/** A damaged page whose last sentence lost a digit that nothing tells. */
const EATEN = (sentence: string) => `一、強(qiáng)化衛(wèi)生監(jiān)督。
各縣衛(wèi)生局要強(qiáng)化監(jiān)督檢查。年底前完成整改。${sentence}`

it.each([
  ['全年培訓鄉村教?chù)?80名。', '培训乡村教?chù)?80名'],
  ['全年培訓鄉村教?chù)?80名,其中女教師60名。', '培训乡村教?chù)?80名'],
])('a number that may have lost a digit is no fact: %s', async (sentence, words) => {
  const { plan, problems } = await parse(EATEN(sentence), { lang: 'zh' })
  expect(factsOf(plan).join('\n')).not.toMatch(/\b80\b/)
  expect(factsOf(plan).join('\n')).toContain('年底前')
  const codes = problems.map(({ ruleId }) => ruleId)
  expect(codes).toContain('repair.undecided')
  expect(problems.find(({ ruleId }) => ruleId === 'fact-lost')!.reason).toContain(words)
})

it('a page that lost its text in another way gives no numbers that stand at a question mark', async () => {
  const { plan, problems } = await parse(`${EATEN('')}新建學校?2所,培訓?80名。綠化率達到95%。${'?'.repeat(200)}`)
  expect(problems.map(({ ruleId }) => ruleId)).toContain('repair.lost')
  const facts = factsOf(plan).join('\n')
  expect(facts).not.toMatch(/"value":(?:2|80)\b/)
  expect(facts).toContain('"value":95')
})
