import type { Page, Reader } from '../types.js'
import { containerOf, findBody, weigh } from './html/container.js'
import { guessTitle, isTag, type Pair, readLabels, readTags } from './html/header.js'
import { LineWriter } from './html/lines.js'
import { type Node, treeOf } from './html/tree.js'
import { PageBuilder } from './page/builder.js'

/** Pages of government sites: the body's lines and rows, what header tables, meta tags and the lines around it state. */
export const reader: Reader = { mediaType: 'text/html', takes: 'text', read: readHtml }

/** 「<p>一、总体要求</p>」 → a page of one block */
function readHtml(text: string): Page {
  const { root, noticed } = treeOf(text, (node) => isTag(node) || containerOf(node) >= 0)
  weigh(root)
  const bodies = new Set(findBody(root, noticed, !/<(?:html|body)[\s>]/i.test(text)))
  const page = new PageBuilder()
  const stated: Pair[] = []
  for (const body of bodies) {
    const writer = new LineWriter(page, (pairs) => stated.push(...pairs))
    writer.write(body)
    writer.flush()
  }
  const around = readAround(root, bodies)
  stated.push(...around.stated, ...readTags(noticed))
  if (!stated.some(([field]) => field === 'title')) {
    const title = guessTitle(around.headings, root)
    if (title && bodies.size > 0 && !bodies.has(root)) stated.push(['title', title])
  }
  for (const [field, value] of stated) page.state(field, value)
  for (const line of around.lines) page.leave(line)
  const prose = around.lines.filter((line) => line.length >= 30 && line.includes('。'))
  const count = prose.reduce((sum, line) => sum + line.length, 0)
  if (count > 0)
    page.note('read.outside-body', count * 10 > page.length ? 'warning' : 'info', {
      count,
      text: prose[0]!.slice(0, 20),
    })
  return page.page('text/html')
}

/** What the page says outside its body. */
function readAround(root: Node, bodies: ReadonlySet<Node>) {
  const stated: Pair[] = []
  const headings: Node[] = []
  const outside = new PageBuilder()
  const writer = new LineWriter(outside, (pairs) => stated.push(...pairs), bodies, headings)
  writer.write(root)
  writer.flush()
  const { text, blocks, left = [] } = outside.page('text/html')
  const lines = blocks.map(({ span }) => text.slice(span.start, span.end))
  for (const line of lines) stated.push(...readLabels(line))
  return { stated, headings, lines: [...left, ...lines] }
}
