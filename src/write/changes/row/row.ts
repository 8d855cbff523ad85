import { type Lang, say } from '../../../messages.js'
import { topSections } from '../../../text/sections.js'
import type { Change, Comparison, Plan, PlanSection, Words } from '../../../types.js'
import { formatValue } from './value.js'

/** One change as every format shows it. */
export interface Row {
  readonly item: Change['item']
  /** The message id of what happened: `indicator.raised`. */
  readonly kind: string
  readonly symbol: '+' | '−' | '~' | '↑' | '↓' | '→' | '=' | ' '
  /** What happened, in words: 上调. */
  readonly label: string
  /** The section that it is read in. */
  readonly section: string
  readonly oldId: string
  readonly newId: string
  /** What it happened to: the name of an indicator, the title of a document. */
  readonly name: string
  readonly old: string
  readonly new: string
  /** Why, how far, for better or worse. */
  readonly remark: string
  readonly words?: readonly Words[]
}

const SYMBOLS: Record<string, Row['symbol']> = {
  added: '+',
  new: '+',
  cited: '+',
  reported: '+',
  unjudged: '~',
  removed: '−',
  dropped: '−',
  unreported: '−',
  uncited: '−',
  raised: '↑',
  rose: '↑',
  lowered: '↓',
  fell: '↓',
  moved: '→',
  later: '→',
  earlier: '→',
  kept: '=',
  reached: '=',
}

/** The rows of a comparison, in reading order. */
export function rowsOf({ changes, matches, old, new: fresh }: Comparison, lang: Lang): Row[] {
  const [oldTitles, newTitles] = [titlesOf(old, lang), titlesOf(fresh, lang)]
  const counterparts = new Map([['0', '0']])
  for (const match of matches) if (match.item === 'section') counterparts.set(match.old, match.new)
  return changes.map((change) => {
    const kind = kindOf(change)
    const sides = change as { old?: { id: string }; new?: { id: string } }
    const home = sides.new ? sectionOf(sides.new.id) : counterparts.get(sectionOf(sides.old!.id))
    const gone = say(lang, 'diff.gone', { title: oldTitles.get(sectionOf(sides.old?.id ?? '')) ?? '' })
    const title = home === undefined ? gone : newTitles.get(home)
    return {
      item: change.item,
      kind,
      symbol: SYMBOLS[kind.split('.')[1]!] ?? '~',
      label: say(lang, kind),
      section: title ?? '',
      oldId: sides.old?.id ?? '',
      newId: sides.new?.id ?? '',
      ...textOf(change, lang),
    }
  })
}

/** How many changes there are of each kind, in the order of the table of kinds. */
export function countKinds(rows: readonly Row[]): Map<Row['item'], Map<string, number>> {
  const counts = new Map<Row['item'], Map<string, number>>()
  for (const { item, kind } of rows) {
    const kinds = counts.get(item) ?? new Map<string, number>()
    counts.set(item, kinds.set(kind, (kinds.get(kind) ?? 0) + 1))
  }
  return counts
}

/** A result does not get raised, it rises; it is not dropped, but reported no more; beside 约7% it is not judged. */
function kindOf(change: Change): string {
  if (change.item === 'indicator' && change.change === 'reported' && change.old) return 'indicator.unjudged'
  if (change.item === 'indicator' && change.change === 'dropped' && change.old.value.status === 'actual')
    return 'indicator.unreported'
  if (change.item === 'indicator' && 'new' in change && change.new.value.status === 'actual') {
    if (change.change === 'raised') return 'indicator.rose'
    if (change.change === 'lowered') return 'indicator.fell'
  }
  return `${change.item}.${change.change}`
}

/** The section of an id: `1.2.t3/indicators/0` → `1.2`. */
export function sectionOf(id: string): string {
  return id.replace(/\/.*/, '').replace(/\.t\d+$/, '')
}

/** The headings from the top down to each section, by id. */
function titlesOf(plan: Plan, lang: Lang): Map<string, string> {
  const titles = new Map([['0', say(lang, 'diff.preamble')]])
  const waiting: [PlanSection, string][] = topSections(plan).map((section) => [section, ''])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [section, above] = next
    const own = section.title ? `${section.marker ?? ''}${section.title}` : ''
    const title = [above, own].filter(Boolean).join(' › ')
    titles.set(section.id, title || section.marker || section.id)
    for (const below of section.sections ?? []) waiting.push([below, title])
  }
  return titles
}

type Text = Pick<Row, 'name' | 'old' | 'new' | 'remark'> & { words?: readonly Words[] }

function textOf(change: Change, lang: Lang): Text {
  switch (change.item) {
    case 'section':
      return sectionText(change)
    case 'task':
      return {
        name: '',
        old: 'old' in change ? change.old.value : '',
        new: 'new' in change ? change.new.value : '',
        remark: change.change === 'moved' ? `${change.old.id} → ${change.new.id}` : '',
        ...('words' in change && { words: change.words }),
      }
    case 'indicator':
      return indicatorText(change, lang)
    case 'deadline': {
      const by = 'by' in change ? sayTime(change.by, lang) : ''
      const rolled = 'by' in change && change.rolled
      return { ...quotesOf(change), name: '', remark: rolled ? say(lang, 'diff.rolled', { by }) : by }
    }
    case 'responsible': {
      const [a, b] = ['old' in change ? change.old.value : [], 'new' in change ? change.new.value : []]
      return { name: say(lang, `role.${change.role}`), old: a.join('、'), new: b.join('、'), remark: '' }
    }
    case 'reference':
      return { ...quotesOf(change), name: '', remark: '' }
  }
}

/** 「P1Y3M」 → 1年3个月, 1 year 3 months */
const sayTime = (duration: string, lang: Lang) =>
  [...duration.matchAll(/(?<=(T?))([\d.]+)([YMWDHS])/g)]
    .map(([, time, n, unit]) => say(lang, `diff.time.${unit === 'M' ? time : ''}${unit}`, { n: n! }))
    .join(lang === 'zh' ? '' : ' ')

function sectionText(change: Extract<Change, { item: 'section' }>): Text {
  const heading = (side: { value: { marker?: string; title?: string } }) =>
    `${side.value.marker ?? ''}${side.value.title ?? ''}`
  const parts = 'parts' in change ? change.parts.map(heading).join(' + ') : ''
  const old = 'old' in change && change.old ? heading(change.old) : ''
  const fresh = 'new' in change && change.new ? heading(change.new) : ''
  return {
    name: '',
    old: old || (change.change === 'merged' ? parts : ''),
    new: fresh || (change.change === 'split' ? parts : ''),
    remark: '',
  }
}

function indicatorText(change: Extract<Change, { item: 'indicator' }>, lang: Lang): Text {
  const [a, b] = ['old' in change ? change.old?.value : undefined, 'new' in change ? change.new.value : undefined]
  const value = (b ?? a)!
  const better = 'better' in change ? say(lang, change.better ? 'diff.better' : 'diff.worse') : ''
  const scopes = change.change === 'scopeChanged' ? `${a?.scope ?? '—'} → ${b?.scope ?? '—'}` : ''
  return {
    name: `${value.scope && !value.name.startsWith(value.scope) ? value.scope : ''}${value.name}`,
    old: a ? formatValue(a) : '',
    new: b ? formatValue(b) : '',
    remark: better || scopes,
  }
}

const quotesOf = (change: Extract<Change, { item: 'deadline' | 'reference' }>) => ({
  old: 'old' in change ? change.old.value.quote : '',
  new: 'new' in change ? change.new.value.quote : '',
})
