import type { Context, Extractor, Fact, Indicator, Sentence } from '../types.js'
import { scanCoverage } from './indicator/coverage.js'
import { dealOut } from './indicator/list.js'
import type { Quantity } from './indicator/quantity.js'
import { type Read, readOne, type State } from './indicator/read.js'
import { scanQuantities } from './indicator/shield.js'

/** 从X提高到Y: the first number is the baseline of the second. */
function takeBaseline(text: string, first: Quantity, second: Quantity | undefined): string | undefined {
  if (
    !second ||
    first.unit !== second.unit ||
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

const BARE_LIST = /^(?:、|和|与|及|以及)$/

/** Quantities that stand in one list without words between: 80%、60%、30%; a bare one takes the unit of the last. */
function listFrom(text: string, quantities: readonly Quantity[], i: number): Quantity[] {
  const list = [quantities[i]!]
  for (let k = i + 1; k < quantities.length; k++) {
    const [a, b] = [quantities[k - 1]!, quantities[k]!]
    if (!BARE_LIST.test(text.slice(a.end, b.start)) || (a.unit !== b.unit && a.kind !== 'none')) break
    list.push(b)
  }
  const unit = list.findLast((q) => q.kind !== 'none')
  if (unit) for (const q of list) if (q.kind === 'none') Object.assign(q, { unit: unit.unit, kind: unit.kind })
  const last = list.at(-1)!
  if (list.length > 1 && last.comparator && last.comparator !== '~' && last.comparator !== 'range')
    for (const q of list) q.comparator ??= last.comparator
  return list
}

function readAll(sentence: Sentence, context: Context): Read[] {
  const { text } = sentence
  const all = [...scanQuantities(text, context.found), ...scanCoverage(text)].sort((a, b) => a.start - b.start)
  const quantities = all.filter((q) => q.kind !== 'none' || q.start > 0)
  const state: State = { end: 0 }
  const out: Read[] = []
  for (let i = 0; i < quantities.length; i++) {
    const list = listFrom(text, quantities, i)
    const next = quantities[i + list.length]?.start ?? text.length
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
        ? dealOut(list, next, sentence, context, state)
        : [readOne(list[0]!, next, sentence, context, state)]
    for (const read of reads)
      if (read) Object.assign(state, { last: read.value, end: Math.max(state.end, read.span.end) }) && out.push(read)
    state.end = Math.max(state.end, list.at(-1)!.end)
    i += list.length - 1
  }
  return out
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
  triggers: '0123456789二三四五六七八九十百千两全',
  after: ['reference', 'deadline'],
  extract(sentence, context) {
    return readAll(sentence, context).map(
      ({ span, value, rule }): Fact<'indicator', Indicator> => ({ kind: 'indicator', span, value, rule }),
    )
  },
}
