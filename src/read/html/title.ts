import { KINDS } from '../../data/kinds.js'
import { readLabels } from './header.js'
import { textOf } from './shown.js'
import { HEADING } from './tags.js'
import { attributeOf, type Node } from './tree.js'

/** How the classes and ids of an element are called that holds a title: 「xl_title」「rich_media_title」「bt」. */
const NAMED = /title|headline|biaoti|(?:^|[-_ ])bt(?:$|[-_ ])/i

/** Whether an element may hold the title of the page. */
export const mayTitle = (node: Node) =>
  (node.kind & HEADING) !== 0 ||
  node.tag === 'ucaptitle' ||
  node.tag === 'title' ||
  (node.attributes.length > 0 && (NAMED.test(attributeOf(node, 'class')) || NAMED.test(attributeOf(node, 'id'))))

/** What ends the title of a window before the name of its site. */
const SITE = /[_|｜]|\s[-—–]+\s|-{1,2}(?=[^\d])/
const TITLE = /^.{8,200}$/
const LIKELY = new RegExp(`关于|關於|(?:${KINDS.join('|')})(?:[（(].{1,20}[）)])?$`)

const isHeading = ({ tag, kind }: Node) => (kind & HEADING) !== 0 || tag === 'ucaptitle'

/** The first text that reads as a title, of headings, of boxes, of the window; 「关于…」「…方案」 before others. */
export function guessTitle(candidates: readonly Node[]): string | undefined {
  const boxes = candidates.filter((node) => !isHeading(node) && node.tag !== 'title')
  const windows = candidates.filter(({ tag }) => tag === 'title').flatMap(({ children }) => children)
  const texts = [
    ...candidates.filter(isHeading).map(textOf),
    ...boxes.map(textOf).filter((text) => readLabels(text).length === 0),
    ...windows.flatMap(({ text }) => text.split(SITE)),
  ]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => TITLE.test(text) && !/(?:网站?|首页|门户|政府)$/.test(text))
  return texts.find((text) => LIKELY.test(text)) ?? texts[0]
}
