import type { Context, Extractor, Fact, Indicator, Sentence } from '../types.js'
import type { State } from './indicator/clause.js'
import { conditionsOf, isCondition } from './indicator/condition.js'
import { scanCoverage } from './indicator/coverage.js'
import { type Group, groupsOf } from './indicator/group.js'
import { dealOut, spread } from './indicator/list.js'
import { type Read, readOne } from './indicator/read.js'
import { type Shield, scanQuantities } from './indicator/shield.js'

/** The rows of the sentence before, which 其中 at the start of this one is said of. */
const rowsBefore = ({ before }: Context): Indicator[] =>
  (before?.facts ?? [])
    .filter((fact) => fact.kind === 'indicator')
    .slice(-3)
    .map((fact) => fact.value as Indicator)

/** 从X提高到Y: a level with its baseline; 较X增加Y: a change from it. */
function withBaseline(read: Read, baseline: string, change: Indicator['change']): Read {
  const { change: _change, ...rest } = read.value
  const per = rest.scope ? undefined : /^每[人生户亩](?:每[天月年])?/.exec(baseline)?.[0]
  return { ...read, value: { ...rest, ...(per && { scope: per }), ...(change && { change }), baseline } }
}

function readGroup(group: Group, next: number, sentence: Sentence, context: Context, state: State): Read[] {
  const { items, base } = group
  const nameEnd = base?.nameEnd
  if (base?.from) state.end = base.from
  const reads =
    items.length > 1
      ? dealOut(items, next, sentence, context, state, nameEnd)
      : eachOf(readOne(items[0]!, next, sentence, context, state, nameEnd), sentence.text, items[0]!.start)
  return base ? reads.map((read, i) => withBaseline(read, base.words[i] ?? base.words[0]!, base.change)) : reads
}

const EACH = /[^,;。、每]各(?:自)?(?:约|近|达到?|为|占|有|增长|下降|提高)*$/

/** One value said of several rates, or of each of several things, is as many indicators: 五化率、四化率均达100%, 拨款和自筹各约3亿元. */
function eachOf(read: Read | undefined, text: string, at: number): Read[] {
  if (!read) return []
  const each = EACH.test(text.slice(Math.max(0, at - 8), at))
  const names = read.value.name.split(each ? /、|及|和|与/ : '、')
  if (names.length < 2 || !names.every((name) => (each ? name.length > 1 : /.率$/.test(name)))) return [read]
  return spread(names).map((name) => ({ ...read, value: { ...read.value, name }, rule: 'each' }))
}

/** Forgets the rows of a bracket behind it, but for as many values: 500户(其中残疾人60户),∣占任务的62%. */
function leaveBracket(text: string, { items }: Group, state: State): void {
  const { bracket } = state
  if (!bracket || !text.slice(bracket.end, items[0]!.start).includes(')')) return
  const dealt = items.length > 1 && state.rows.length - bracket.rows === items.length
  if (bracket.rows > 0 && !dealt) state.rows.splice(bracket.rows)
  if (bracket.rows > 0) state.thing = bracket.thing
  state.bracket = undefined
}

function readAll(sentence: Sentence, context: Context): Read[] {
  const { text } = sentence
  const { shield } = context
  const passed: Shield | undefined = shield && ((span, reason) => shield('indicator', span, reason))
  const all = [...scanQuantities(text, context.found, passed), ...scanCoverage(text)].sort((a, b) => a.start - b.start)
  const groups = groupsOf(text, all)
  const heading = context.above.at(-1)?.sentence.text
  const rows = rowsBefore(context)
  const whole = text.startsWith('其中') ? rows.at(-1)?.scope : undefined
  const conditions = conditionsOf(text)
  const state: State = { end: 0, rows, heading, conditions, ...(whole?.startsWith('全') && { region: whole }) }
  const out: Read[] = []
  for (const [i, group] of groups.entries()) {
    const end = group.items.at(-1)!.end
    if (group.items[0]!.start < state.end || isCondition(conditions, group.items[0]!.start, end)) continue
    const other = groups.slice(i + 1, i + 4).find(({ describes }) => !describes)
    const next = (other?.base?.from ? undefined : other?.base?.nameEnd) ?? other?.items[0]?.start ?? text.length
    const at = group.items[0]!.start
    leaveBracket(text, group, state)
    const { thing } = state
    const reads = readGroup(group, next, sentence, context, state)
    if (reads.length === 0) continue
    if (state.bracket || /\([^()]*$/.test(text.slice(Math.max(0, at - 60), at)))
      state.bracket = { rows: state.rows.length, thing, ...state.bracket, end }
    state.rows.push(...reads.map((read) => read.value))
    const share = reads[0]!.rule === 'share-of-a-group'
    state.end = share ? end : Math.max(state.end, end, ...reads.map((read) => read.span.end))
    out.push(...reads)
  }
  return out
}

/** Quantities set as a target or reported as a result: 「签约服务覆盖率达到30%以上」 → 签约服务覆盖率 >= 30 %. */
export const extractor: Extractor<'indicator', Indicator> = {
  kind: 'indicator',
  key: 'indicators',
  triggers: '0123456789二三四五六七八九十百千万亿两全番倍',
  after: ['reference', 'deadline'],
  extract(sentence, context) {
    return readAll(sentence, context).map(
      ({ span, value, rule }): Fact<'indicator', Indicator> => ({ kind: 'indicator', span, value, rule }),
    )
  },
}
