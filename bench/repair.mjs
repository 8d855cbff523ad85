// Damages own-written notices in every way that pages are known to be damaged, and counts what comes back; and the price, as ratios.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { diffChars } from 'diff'
import { buildSync } from 'esbuild'
import { pinyin } from 'pinyin-pro'
import forms from '../node_modules/opencc-js/dist/esm-lib/dict/STCharacters.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const parts = mkdtempSync(`${tmpdir()}/policyplan-bench-`)
// Node's own loader reads no TypeScript: the parts that a user never calls alone are bundled for this run.
buildSync({
  absWorkingDir: root,
  entryPoints: { damage: 'test/damage.ts', repair: 'src/repair.ts', parse: 'src/parse.ts' },
  outdir: parts,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
})
const require = createRequire(import.meta.url)
const { damage } = require(`${parts}/damage.js`)
const { isDamaged, loadRepair, repair } = require(`${parts}/repair.js`)
const { parse } = require(`${parts}/parse.js`)
rmSync(parts, { recursive: true })

/** A converter that knows one form a character, and none for these. */
const LEFT_ALONE = '于范并后采床群咨征岳'
const TRADITIONAL = new Map(
  forms
    .split('|')
    .map((entry) => entry.split(' '))
    .filter(([plain]) => !LEFT_ALONE.includes(plain)),
)
TRADITIONAL.set('症', '癥').set('准', '準')
const SIMPLIFIED = new Map()
for (const [plain, form] of TRADITIONAL)
  if (plain !== form && !SIMPLIFIED.has(form) && /[一-龥]/.test(plain)) SIMPLIFIED.set(form, plain)
const NARROW = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')', '！': '!' }
const narrow = (text) => text.replace(/[，：；（）！]/g, (c) => NARROW[c])

const VARIANTS = {
  'S, half-width before': [{ gloss: 'eats', mark: 'eats' }, narrow, (text) => text],
  'S, half-width after': [{ gloss: 'eats', mark: 'eats' }, (text) => text, narrow],
  'S then N': [{ gloss: 'eats', mark: 'keeps' }, narrow, (text) => text],
  N: [{ gloss: 'keeps', mark: 'keeps' }, narrow, (text) => text],
}

/** Own-written notices in traditional script, without question marks and what GBK does not hold. */
function notices() {
  const gbk = new TextDecoder('gbk')
  const cells = Uint8Array.from({ length: 126 * 190 * 2 }, (_, i) => {
    const cell = i >> 1
    return i % 2 === 0 ? 0x81 + Math.floor(cell / 190) : 0x40 + (cell % 190) + (cell % 190 > 62 ? 1 : 0)
  })
  const known = new Set(gbk.decode(cells))
  return ['notices', 'gold'].flatMap((folder) =>
    readdirSync(`${root}/fixtures/${folder}`, { recursive: true })
      .filter(
        (name) =>
          /(?:source|gold\/.*|\d)\.txt$/.test(name) &&
          !/gb18030|big5|hongkong|taiwan|damaged|-(?:flat|spaced|wrapped|doubled)/.test(name),
      )
      .map((name) => {
        const text = readFileSync(`${root}/fixtures/${folder}/${name}`, 'utf8').replace(/[?？]/g, '。')
        const kept = Array.from(text, (c) => TRADITIONAL.get(c) ?? c).filter((c) => c < '\x80' || known.has(c))
        return { name, text: kept.join('') }
      }),
  )
}

/** A list of so many glossed characters: drawn from the commonest, another one for every seed. */
function glossList(texts, size, seed) {
  const counts = new Map()
  for (const text of texts) for (const c of text) if (SIMPLIFIED.has(c)) counts.set(c, (counts.get(c) ?? 0) + 1)
  const common = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, Math.round(size * 1.6))
  let state = seed
  const random = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state
  }
  const drawn = common.map(([c]) => [random(), c]).sort((a, b) => a[0] - b[0])
  return Object.fromEntries(drawn.slice(0, size).map(([, c]) => [c, pinyin(SIMPLIFIED.get(c), { toneType: 'symbol' })]))
}

/** Stretches of a text that another text does not have: a line is compared with its own line. */
function changes(text, other) {
  if (text === other) return []
  const [lines, others] = [text.split('\n'), other.split('\n')]
  if (lines.length !== others.length) throw new Error('a line was lost')
  const spans = []
  let at = 0
  for (const [i, line] of lines.entries()) {
    let here = at
    for (const { value, added, removed } of line === others[i] ? [] : diffChars(line, others[i])) {
      if (added) spans.push([here - 1, here])
      if (removed) spans.push([here, here + value.length])
      if (!added) here += value.length
    }
    at += line.length + 1
  }
  return spans
}

const GLOSS = /(?<=\p{Script=Han})\((?:[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*|men|me|ma)\)/gu
const touches = (spans, [start, end]) => spans.some(([from, to]) => from < end && to > start)

/** Damages a text, restores it and adds what became of each sentence to a tally. */
async function judge({ name, text }, list, [manner, before, after], tally) {
  const truth = narrow(text)
  const damaged = after(damage(before(text), list, manner))
  await loadRepair(damaged)
  const mended = repair(damaged)
  const hurt = changes(truth, damaged.replace(GLOSS, ''))
  const wrong = changes(truth, mended.text)
  const silent = wrong.filter((span) => !mended.notes.some((note) => isNear(mended, note, truth, span)))
  const isOpen = (span) =>
    mended.notes.some((note) => String(note.args?.candidates).includes('□') && isNear(mended, note, truth, span))
  for (const match of truth.matchAll(/[^。；;\n]+[。；;\n]?/g)) {
    const sentence = [match.index, match.index + match[0].length]
    const bad = wrong.filter((span) => touches([span], sentence))
    tally.sentences++
    if (!touches(hurt, sentence)) {
      if (bad.length > 0) tally.changed.push(`${name}: ${match[0].trim()}`)
      continue
    }
    tally.damaged++
    if (bad.length === 0) tally.exact++
    else if (bad.some((span) => silent.includes(span))) tally.silent.push(`${name}: ${match[0].trim()}`)
    else if (bad.every(isOpen)) tally.digits++
    else tally.missed.push(`${name}: ${match[0].trim()}`)
  }
}

/** True where a note stands at a wrong stretch: its line is the same, and so is what lies before the place. */
function isNear(mended, { span }, truth, [from]) {
  const { start } = mended.after(span)
  const line = (text, at) => text.slice(0, at).split('\n').length
  return line(mended.text, start) === line(truth, from)
}

/** What work costs the processor, however many others wait for it. */
async function time(work) {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const texts = notices()
const failures = []
const total = { sentences: 0, damaged: 0, exact: 0, digits: 0, silent: [], missed: [], changed: [] }
console.log(`${texts.length} notices`)
console.log('glosses, way                   sentences  damaged   exact  digit lost  warned  silent')
for (const size of [100, 400])
  for (const [name, variant] of Object.entries(VARIANTS)) {
    const tally = { sentences: 0, damaged: 0, exact: 0, digits: 0, silent: [], missed: [], changed: [] }
    for (const seed of [1, 2, 3]) {
      const list = glossList(
        texts.map(({ text }) => text),
        size,
        seed * 7919 + size,
      )
      for (const text of texts) await judge(text, list, variant, tally)
    }
    const { sentences, damaged, exact, digits, missed, silent } = tally
    const share = ((100 * exact) / (damaged - digits)).toFixed(1)
    console.log(
      `${`${size}, ${name}`.padEnd(30)} ${sentences.toString().padStart(9)} ${damaged.toString().padStart(8)} ${share.padStart(6)}% ${digits.toString().padStart(10)} ${missed.length.toString().padStart(7)} ${silent.length.toString().padStart(7)}`,
    )
    for (const key of Object.keys(total))
      if (Array.isArray(total[key])) total[key].push(...tally[key])
      else total[key] += tally[key]
  }
const known = total.damaged - total.digits
console.log(
  `all: ${total.exact} of ${known} damaged sentences exact (${((100 * total.exact) / known).toFixed(2)} %), ${total.digits} more lost a digit that nothing tells, ` +
    `${total.missed.length} left with a warning, ${total.silent.length} silently wrong; ${total.changed.length} sound sentences changed`,
)
for (const kind of ['silent', 'missed', 'changed'])
  for (const sentence of new Set(total[kind])) console.log(`  ${kind}: ${sentence}`)
if (total.sentences < 2000) failures.push('fewer than 2,000 sentences')
if (total.exact / known < 0.98) failures.push('fewer than 98 % exact')
if (total.changed.length > 0) failures.push('a sound sentence was changed')
if (total.silent.length > 0) failures.push('a sentence is wrong without a warning')

const list = glossList(
  texts.map(({ text }) => text),
  100,
  1,
)
const clean = texts.map(({ text }) => narrow(text))
const damaged = clean.map((text) => damage(text, list, { gloss: 'eats', mark: 'keeps' }))
if (clean.some(isDamaged) || !damaged.every(isDamaged)) failures.push('the gate errs')
/** Every fourth damaged notice in an order of its own: a body that stands twice is read once. */
const few = damaged.filter((_, i) => i % 4 === 0)
const inOrder = (k) => {
  const turned = [...few.slice(k), ...few.slice(0, k)]
  return (k % 2 === 0 ? turned : turned.reverse()).join('\n')
}
const TIMES = 8
const once = inOrder(0)
const often = Array.from({ length: TIMES }, (_, k) => inOrder(k)).join('\n')
/** The least of all rounds: what else runs only ever adds. */
const least = { gate: Infinity, plain: Infinity, torn: Infinity, once: Infinity, often: Infinity }
const measure = async (key, work) => {
  least[key] = Math.min(least[key], await time(work))
}
for (const text of damaged) await parse(text)
for (let round = 0; round < 9; round++) {
  await measure('gate', async () => {
    for (const text of clean) isDamaged(`${text}${round}`)
  })
  await measure('plain', async () => {
    for (const text of clean) await parse(`${text}${round}`)
  })
  await measure('torn', async () => {
    for (const text of damaged) await parse(`${text}${round}`)
  })
  await measure('once', () => parse(`${once}${round}`))
  await measure('often', () => parse(`${often}${round}`))
}
for (const [ratio, limit, of] of [
  [least.gate / least.plain, 0.05, 'the gate / the parse of clean text'],
  [least.torn / least.plain, 4, 'the parse of damaged text / that of the same text undamaged'],
  // A part that grows with the square shows seven times over; what is left is for caches and the collector of garbage.
  [
    least.often / least.once / TIMES,
    1.25,
    'the parse of a damaged text eight times as long, per length / that of the text',
  ],
]) {
  console.log(`${of}: ${ratio.toFixed(4)} (at most ${limit})`)
  if (ratio > limit) failures.push(`${of} is ${ratio.toFixed(4)}`)
}
for (const failure of failures) console.error(`missed: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
