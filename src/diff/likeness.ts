/** A pair of items of two lists with a score from 0 to 1. */
export interface Pair {
  readonly i: number
  readonly j: number
  readonly score: number
}

/** Pairs that one bigram may propose: words that stand everywhere tell nothing. */
const MOST_PAIRS = 64
/** Candidates kept for each item of either list. */
const MOST_CANDIDATES = 8

/** Two lists of texts as sets of bigrams, each bigram weighing the more the rarer it is in both lists. */
export interface Likeness {
  /** The likeness of two texts: the weight of what they share over the weight of what they hold. */
  of(i: number, j: number): number
  /** Pairs that share rare bigrams or are equal, best candidates of each item only: no text is compared with all. */
  candidates(): Pair[]
}

/** Six decimals: sums of the same weights in another order are the same score. */
export const round = (score: number) => Math.round(score * 1e6) / 1e6

/** What is compared of a text: its letters, numbers as one sign: 「达到60%，」 → 「达到#%」 */
export function comparable(text: string): string {
  return text.replace(/\d[\d.,]*/g, '#').replace(/[\s，。、；：？！（）()《》〈〉“”‘’—…·,;:?!.-]/g, '')
}

/** Compares two lists of texts by bigrams. */
export function likenessOf(oldTexts: readonly string[], newTexts: readonly string[]): Likeness {
  const ids = new Map<number, number>()
  const olds = oldTexts.map((text) => bigrams(comparable(text), ids))
  const news = newTexts.map((text) => bigrams(comparable(text), ids))
  const byOld = indexOf(olds, ids.size)
  const byNew = indexOf(news, ids.size)
  const total = olds.length + news.length
  const weights = Float64Array.from(byOld, (list, id) => Math.log(1 + total / (list.length + byNew[id]!.length)))
  const sum = (set: Int32Array) => set.reduce((all, id) => all + weights[id]!, 0)
  const oldSums = olds.map(sum)
  const newSums = news.map(sum)

  const of = (i: number, j: number): number => {
    if (oldTexts[i] === newTexts[j]) return 1
    const both = oldSums[i]! + newSums[j]!
    return both === 0 ? 0 : Math.min(0.99, round((2 * shared(olds[i]!, news[j]!, weights)) / both))
  }
  const candidates = (): Pair[] => {
    const votes = new Map<number, number>()
    const vote = (i: number, j: number, weight: number) => {
      const key = i * news.length + j
      votes.set(key, (votes.get(key) ?? 0) + weight)
    }
    byOld.forEach((list, id) => {
      if (list.length * byNew[id]!.length > MOST_PAIRS) return
      for (const i of list) for (const j of byNew[id]!) vote(i, j, weights[id]!)
    })
    for (const [i, j] of equals(oldTexts, newTexts)) vote(i, j, Number.MAX_VALUE / 4)
    const pairs = Array.from(votes, ([key, score]) => {
      const i = Math.floor(key / news.length)
      return { i, j: key % news.length, score: round(score) }
    })
    return best(pairs).map(({ i, j }) => ({ i, j, score: of(i, j) }))
  }
  return { of, candidates }
}

/** The distinct bigrams of a text as sorted numbers; a text of one character is its own. */
function bigrams(text: string, ids: Map<number, number>): Int32Array {
  const set = new Set<number>()
  for (let i = 0; i < Math.max(1, text.length - 1) && text !== ''; i++) {
    const key = text.charCodeAt(i) * 65536 + (text.length > 1 ? text.charCodeAt(i + 1) : 0)
    if (!ids.has(key)) ids.set(key, ids.size)
    set.add(ids.get(key)!)
  }
  return Int32Array.from(set).sort()
}

function indexOf(sets: readonly Int32Array[], size: number): number[][] {
  const index: number[][] = Array.from({ length: size }, () => [])
  sets.forEach((set, item) => {
    for (const id of set) index[id]!.push(item)
  })
  return index
}

/** The weight of what two sorted sets share. */
function shared(a: Int32Array, b: Int32Array, weights: Float64Array): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!
    if (difference === 0) sum += weights[a[i]!]!
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return sum
}

/** Equal texts: the n-th of one list with the n-th of the other and its neighbours. */
function equals(olds: readonly string[], news: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>()
  news.forEach((text, j) => {
    const list = places.get(text)
    if (list) list.push(j)
    else places.set(text, [j])
  })
  const seen = new Map<string, number>()
  return olds.flatMap((text, i) => {
    const nth = seen.get(text) ?? 0
    seen.set(text, nth + 1)
    return (places.get(text) ?? []).slice(Math.max(0, nth - 2), nth + 3).map((j): [number, number] => [i, j])
  })
}

/** The pairs that are among the best of either of their items. */
function best(pairs: readonly Pair[]): Pair[] {
  const sorted = [...pairs].sort((a, b) => b.score - a.score || a.i + a.j - b.i - b.j || a.i - b.i)
  const ofOld = new Map<number, number>()
  const ofNew = new Map<number, number>()
  return sorted.filter(({ i, j }) => {
    const m = (ofOld.get(i) ?? 0) + 1
    const n = (ofNew.get(j) ?? 0) + 1
    ofOld.set(i, m)
    ofNew.set(j, n)
    return m <= MOST_CANDIDATES || n <= MOST_CANDIDATES
  })
}
