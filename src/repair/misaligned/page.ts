import { isHan } from '../../text/han.js'
import { hasWideMark } from '../../text/marks.js'
import type { Note } from '../../types.js'
import { type Glosses, stripGlosses } from '../gloss/page.js'
import type { Choice } from './choose.js'
import { WAYS, type Way } from './forward.js'
import type { Lexicon } from './lexicon.js'
import { countPairs } from './score.js'
import { type Round, walk } from './walk.js'

/** A reading is taken when it is this much likelier than all others, as a logarithm. */
const SURE = 2.5
/** In the first round, which does not know the words of the others. */
const SURE_AT_ONCE = 6
/** A page with more question marks than one in this many characters lost its text in another way. */
const SPARSE = 60
const SPARED = 60

/** Restores every broken place of a page that is decided; the second round knows the words and the ways of the first. */
export function mendPage(text: string, glosses: Glosses, lexicon: Lexicon): Pick<Round, 'edits' | 'notes'> {
  const count = text.split('?').length - 1
  if (count > SPARED + text.length / SPARSE) return { edits: [], notes: [lostNote(text, count)] }
  const page = { text, glosses, bare: bareCharacters(text), isNarrow: !hasWideMark(text) }
  const first = walk(page, {
    model: { lexicon, pairs: countPairs(stripGlosses(text, 0, text.length)) },
    ways: WAYS,
    settled: new Map(),
    sure: SURE_AT_ONCE,
  })
  return walk(page, {
    model: { lexicon, pairs: countPairs(first.text) },
    ways: commonWays(first.choices),
    settled: new Map(first.edits.map((edit) => [edit.span.start, edit])),
    sure: SURE,
  })
}

function lostNote(text: string, count: number): Note {
  const at = text.indexOf('?')
  return { code: 'repair.lost', severity: 'warning', span: { start: at, end: at + 1 }, args: { count } }
}

/** The ways that explain what was restored best. */
function commonWays(choices: readonly Choice[]): readonly Way[] {
  const counts = WAYS.map((way) => choices.filter(({ ways }) => ways.includes(way)).length)
  const most = Math.max(...counts)
  return WAYS.filter((_, i) => counts[i] === most)
}

/** The Han characters that a page has without a gloss. */
function bareCharacters(text: string): ReadonlySet<string> {
  const bare = new Set<string>()
  for (let i = 0; i < text.length; i++)
    if (isHan(text.charCodeAt(i)) && text.charCodeAt(i + 1) !== 0x28 && text.charCodeAt(i + 1) !== 0x3f)
      bare.add(text[i]!)
  return bare
}
