import { PREDICATE } from './words.js'

/** The noun phrase behind a number, and the predicate that follows it. */
export interface Noun {
  start: number
  end: number
  /** Where the words that belong to the number end: behind the predicate. */
  close: number
  predicate?: string
}

const STOP = ',;。:!?)…'
const LONGEST = 48
const TRAILING = /(?:的?(?:创建|建设|编制|巡查|培育|评选|申报)(?:工作|任务|活动)?|工作|等)$/
const ADVERBS = /^(?:已经?|均|全部|都|被|将|还|也|先后|成功|正式|首次|顺利|要|可|共|率先|分别)+/

/** The end of the run of characters that may belong to a number at `at`: a stop, a long bracket, or the next number. */
function endOfRun(text: string, at: number, next: number): number {
  let i = at
  const limit = Math.min(text.length, at + LONGEST, next)
  for (; i < limit; i++) {
    if (STOP.includes(text[i]!)) return i
    if (text[i] !== '(') continue
    const close = text.indexOf(')', i)
    if (close < 0 || close - i > 8 || close >= limit || /\d/.test(text.slice(i, close))) return i
    i = close
  }
  if (i !== next) return i
  const run = text.slice(at, next)
  const cut = Math.max(run.lastIndexOf('、'), run.lastIndexOf('和'), run.lastIndexOf('及'), run.lastIndexOf('与'))
  return cut > 0 ? at + cut : next
}

/** The noun phrase that starts at an offset behind a number; undefined where none does. */
export function readNoun(text: string, at: number, next: number): Noun | undefined {
  if (/[、和及与]/.test(text[at] ?? '')) return undefined
  const start = text[at] === '的' ? at + 1 : at
  const run = endOfRun(text, start, next)
  if (run - start < 2) return undefined
  PREDICATE.lastIndex = start
  if (PREDICATE.test(text) && PREDICATE.lastIndex <= run) return undefined
  for (let i = start + 2; i < run; i++) {
    if (text[i] === '(') i = text.indexOf(')', i)
    PREDICATE.lastIndex = i
    if (text[i - 1] === '、' || !PREDICATE.test(text) || PREDICATE.lastIndex > run) continue
    const predicate = text
      .slice(i, run)
      .replace(ADVERBS, '')
      .replace(/^以上的?/, '')
    return { start, end: i, close: run, predicate }
  }
  let end = run
  const trailing = TRAILING.exec(text.slice(start, run))
  if (trailing && run - start - trailing[0].length >= 2) end = run - trailing[0].length
  return { start, end, close: run }
}
