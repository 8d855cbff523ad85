import type { Context, Extractor, Fact, Indicator, Sentence } from '../types.js'
import { scanCoverage } from './indicator/coverage.js'
import type { State } from './indicator/fill.js'
import { dealOut } from './indicator/list.js'
import type { Quantity } from './indicator/quantity.js'
import { type Read, readOne } from './indicator/read.js'
import { scanQuantities } from './indicator/shield.js'

const sameUnit = (unit: string) => unit.replace('平米', '平方米')

/** 从X提高到Y: the first number is the baseline of the second. */
function takeBaseline(text: string, first: Quantity, second: Quantity | undefined): string | undefined {
  if (
    !second ||
    sameUnit(first.unit) !== sameUnit(second.unit) ||
    !/[从由][^,;。]{0,12}$/.test(text.slice(Math.max(0, first.start - 14), first.start))
  )
    return undefined
  if (
    !/^(?:提高|提升|增加|增长|上升|扩大|扩展|降|下降|降低|减少|缩短|压缩|调整|缩小|增|减|升|提|跃升|发展|上调|下调|放宽|延长|回落|恢复)[到至为]|^到|^,?(?:提高|提升|增加|增长|下降|降低)[到至]/.test(
      text.slice(first.end, second.start),
    )
  )
    return undefined
  return text.slice(first.start, first.end)
}

/** A bare number counts where the next one of its list gives the unit, or where the name says that it has none. */
function isListed(text: string, q: Quantity, next: Quantity | undefined): boolean {
  if (!/\d/.test(text[q.start]!)) return false
  return (
    (next !== undefined && next.kind !== 'none' && BARE_LIST.test(text.slice(q.end, next.start))) ||
    /(?:指数|系数|得分)[^,;。]{0,8}$/.test(text.slice(Math.max(0, q.start - 14), q.start))
  )
}

/** A bound that only describes the counted noun: 23个投资额∣百亿元以上∣重大项目. */
function qualifiesNoun(text: string, q: Quantity): boolean {
  return (
    (q.kind === 'money' || q.kind === 'measure') &&
    /[上下]$/.test(text.slice(q.start, q.end)) &&
    /^的?[\u4e00-\u9fff]/.test(text.slice(q.end, q.end + 2))
  )
}

/** True where numerals are part of a word: 九年义务教育, 每千人口, 千家万户. */
function isWord(text: string, q: Quantity): boolean {
  if (q.rule === 'percent-words' || q.comparator === '>') return false
  return (q.spelt && q.kind === 'duration') || /[百千万亿]/.test(text[q.start]!)
}

const BARE_LIST = /^(?:、|和|与|及|以及)$/

/** Quantities that stand in one list without words between: 80%、60%、30%; a bare one takes the unit of the last. */
function listFrom(text: string, quantities: readonly Quantity[], i: number): Quantity[] {
  const list = [quantities[i]!]
  for (let k = i + 1; k < quantities.length; k++) {
    const [a, b] = [quantities[k - 1]!, quantities[k]!]
    if (
      !BARE_LIST.test(text.slice(a.end, b.start)) ||
      (a.unit !== b.unit && a.kind !== 'none' && !b.unit.startsWith(a.unit))
    )
      break
    list.push(b)
  }
  const unit = list.findLast((q) => q.kind !== 'none')
  if (unit) for (const q of list) if (q.unit !== unit.unit) Object.assign(q, { unit: unit.unit, kind: unit.kind })
  const last = list.at(-1)!
  if (list.length > 1 && last.comparator && last.comparator !== 'range')
    for (const q of list) q.comparator ??= last.comparator
  return list
}

function readAll(sentence: Sentence, context: Context): Read[] {
  const { text } = sentence
  const all = [...scanQuantities(text, context.found), ...scanCoverage(text)].sort((a, b) => a.start - b.start)
  const quantities = all.filter((q, i) => (q.kind === 'none' ? isListed(text, q, all[i + 1]) : !isWord(text, q)))
  const state: State = { end: 0 }
  const out: Read[] = []
  for (let i = 0; i < quantities.length; i++) {
    const list = listFrom(text, quantities, i)
    let after = i + list.length
    while (after < i + list.length + 3 && after < quantities.length && qualifiesNoun(text, quantities[after]!)) after++
    const next = quantities[after]?.start ?? text.length
    const baseline = takeBaseline(text, quantities[i]!, quantities[i + 1])
    if (baseline) {
      const q = quantities[i]!
      const from = Math.max(text.lastIndexOf('从', q.start), text.lastIndexOf('由', q.start))
      const second = quantities[i + 1]!
      const level = { ...q, ...pick(second), start: from, end: second.end, spelt: false }
      const read = readOne(level, quantities[i + 2]?.start ?? text.length, sentence, context, state)
      if (read) {
        read.value.baseline = baseline
        delete read.value.change
        out.push(read)
        Object.assign(state, { end: read.span.end, last: read.value })
      }
      i++
      continue
    }
    const reads =
      list.length > 1
        ? dealOut(list, sentence, context, state)
        : eachOf(readOne(list[0]!, next, sentence, context, state))
    for (const read of reads)
      if (read) Object.assign(state, { last: read.value, end: Math.max(state.end, read.span.end) }) && out.push(read)
    if (reads.some((read) => read?.rule === 'share-of-a-group')) state.end = list.at(-1)!.end
    if (reads.some((read) => read !== undefined)) state.end = Math.max(state.end, list.at(-1)!.end)
    i += list.length - 1
  }
  return out
}

/** One value said of several rates is as many indicators: 五化率、四化率均达100%. */
function eachOf(read: Read | undefined): Read[] {
  if (!read) return []
  const names = read.value.name.split('、')
  if (names.length < 2 || !names.every((name) => /.率$/.test(name))) return [read]
  return names.map((name) => ({ ...read, value: { ...read.value, name }, rule: 'each' }))
}

const pick = ({ value, min, max, comparator }: Quantity) => ({
  ...(value !== undefined && { value }),
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...(comparator && { comparator }),
})

/** Quantities set as a target or reported as a result: 「签约服务覆盖率达到30%以上」 → 签约服务覆盖率 >= 30 %. */
export const extractor: Extractor<'indicator', Indicator> = {
  kind: 'indicator',
  key: 'indicators',
  triggers: '0123456789二三四五六七八九十百千两全番',
  after: ['reference', 'deadline'],
  extract(sentence, context) {
    return readAll(sentence, context).map(
      ({ span, value, rule }): Fact<'indicator', Indicator> => ({ kind: 'indicator', span, value, rule }),
    )
  },
}
