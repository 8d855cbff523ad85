import { matchesOf } from './match.js'

const HAN = '\\u3400-\\u9fff'
/** 「居全省第一.全市…」「增长30%.全市…」, 「30亿元.」 at the end of a line: a dot that closes a sentence, if any does. */
const DOT = new RegExp(`(?<=[${HAN}%‰)”’])\\.(?=[${HAN}“《(]|\\d{4}年|[ \\n]|$)`, 'g')
/** Numbers of a list 「一.」「(二).」「第三.」, halves of a number 「十一.五」, and dots of a row 「..」 are none. */
const MARKER = /(?:^|[\n。.;:!?]) *(?:第?[零一二三四五六七八九十百]{1,4}|\([^()\n]{1,4}\)|(?:图|表|附件|注)) *$/
const HALVES = /[零一二三四五六七八九十]\.[零一二三四五六七八九十\d]/
/** A sentence has a comma; 「约翰.史密斯」 has none. */
const SAYS = /.{4}[,;].{2,}$/
/** Sentences that must end in a dot, and how many dots must stand against each 。 of a page. */
const SURE = 2
const AGAINST = 4
const LONGEST = 120

/**
 * A folded text whose sentences end in dots, as journals and old pages set them, with 。 in their place: of equal
 * length. Other texts come back as they are.
 */
export function readStops(folded: string): string {
  if (!folded.includes('.')) return folded
  const dots: number[] = []
  let sure = 0
  let last = 0
  for (const { index } of matchesOf(DOT, folded)) {
    if (HALVES.test(folded.slice(index - 1, index + 2))) continue
    const lead = folded.slice(Math.max(last, index - LONGEST), index)
    if (MARKER.test(index - LONGEST > last ? lead.slice(1) : lead)) continue
    if (SAYS.test(lead)) sure++
    dots.push(index)
    last = index
  }
  if (sure < SURE || folded.split('。').length - 1 > dots.length / AGAINST) return folded
  let out = ''
  let from = 0
  for (const at of dots) {
    out += `${folded.slice(from, at)}。`
    from = at + 1
  }
  return out + folded.slice(from)
}
