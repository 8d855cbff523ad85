import { adverbs, NOMINAL, predicate } from './words.js'

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
const TRAILING = /(?:的?(?:创建|建设|编制|巡查|培育|评选|申报|编办)(?:工作|任务|活动)?|工作|等)$/

/** The end of the run of characters that may belong to a number at `at`: a stop, a long bracket, or the next number. */
function endOfRun(text: string, at: number, next: number): number {
  let i = at
  const limit = Math.min(text.length, at + LONGEST, next)
  for (; i < limit; i++) {
    const c = text[i]!
    if (STOP.includes(c)) return i
    if (
      c >= '1' &&
      c <= '9' &&
      /^\d*[万亿](?!级|[^,;。]{0,3}以[上下]的?[一-龥])/.test(text.slice(i, i + 14)) &&
      !/[“A-Za-z.]/.test(text[i - 1] ?? '')
    )
      return i
    if (c !== '(') continue
    const close = text.indexOf(')', i)
    if (close < 0 || close - i > 8 || close >= limit || /\d/.test(text.slice(i, close))) return i
    i = close
  }
  if (i !== next) return i
  const run = text.slice(at, next)
  const cut = Math.max(run.lastIndexOf('、'), run.lastIndexOf('和'), run.lastIndexOf('及'), run.lastIndexOf('与'))
  return cut > 0 ? at + cut : next
}

/** The offset behind the adverbs at an offset. */
function behindAdverbs(text: string, at: number): number {
  adverbs.lastIndex = at
  return adverbs.test(text) ? adverbs.lastIndex : at
}

/** True where a verb inside a noun phrase qualifies what follows: 具有辐射引领作用∣的∣基地. */
function isAttributive(text: string, verb: number, run: number): boolean {
  const of = text.indexOf('的', verb)
  return of > 0 && of < run - 1
}

/** The noun phrase that starts at an offset behind a number; undefined where none does. */
export function readNoun(text: string, at: number, next: number): Noun | undefined {
  if (/[、和及与(]/.test(text[at] ?? '')) return undefined
  const start = text[at] === '的' ? at + 1 : at
  const run = endOfRun(text, start, next)
  if (run - start < 2) return undefined
  if (
    !text.startsWith('为民', start) &&
    predicate(text, behindAdverbs(text, start), run) &&
    !isAttributive(text, start, run)
  )
    return undefined
  const one = '县市镇乡村区校省'.includes(text[start]!) && text.startsWith('被', start + 1)
  for (let i = start + (one ? 1 : 2); i < run; i++) {
    if (text[i] === '(') i = text.indexOf(')', i)
    if ('、和与及的'.includes(text[i - 1]!)) continue
    const from = behindAdverbs(text, i)
    const verb = predicate(text, from, run)
    if (!verb || (NOMINAL.test(verb) && from + verb.length >= run - 1 && from === i)) continue
    if (isAttributive(text, from, run)) continue
    const said = text.slice(from, run).replace(/^以上的?/, '')
    return { start, end: i, close: run, predicate: said }
  }
  let end = run
  const trailing = TRAILING.exec(text.slice(start, run))
  if (trailing && run - start - trailing[0].length >= 2) end = run - trailing[0].length
  return { start, end, close: run }
}
