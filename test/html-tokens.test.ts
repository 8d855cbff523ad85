import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Parser, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { PageTokenizer } from '../src/read/html/tokens.js'

function parseQuickly(page: string): Tree.Document {
  const parser = new Parser<Tree.DefaultTreeAdapterMap>()
  parser.tokenizer = new PageTokenizer(parser.options, parser)
  parser.tokenizer.write(page, true)
  return parser.document
}

/** A tree on lines; what a comment says is not kept. */
function outline(node: Tree.Node, depth = 0): string {
  const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`) : []
  const text = 'value' in node ? JSON.stringify(node.value) : ''
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : []
  const line = `${' '.repeat(depth)}${node.nodeName}${attributes.join('')}${text}\n`
  return line + children.map((child) => outline(child, depth + 1)).join('')
}

/** Pieces of pages, whole and broken. */
const PIECE = fc.constantFrom(
  ...['<p>', '</p>', '<P align=center>', '<br/>', '<br />', '<td nowrap width="80">', '<table>', '<tr>', '</table>'],
  ...[
    '<span style="color: red">',
    '</span >',
    "<font face='仿宋' size=3>",
    '</font>',
    '<b>',
    '</b>',
    '<a href="x?a=1&b=2">',
  ],
  ...[
    '<p a="1" a="2">',
    '<p a=1/>',
    '<p a="1"b="2">',
    '<p a=">">',
    '<p a="',
    "<p a='",
    '<p x = "1">',
    '<p \u3000>',
    '<o:p>',
  ],
  ...[
    '<!-- 甲 -->',
    '<!-->',
    '<!--->',
    '<!-- 甲 --!>',
    '<!--',
    '-->',
    '<!doctype html>',
    '<?xml version="1.0"?>',
    '<![CDATA[甲]]>',
  ],
  ...['<script>', '</script>', '<script>if (a < b) c()</SCRIPT >', '<!--<script>', '<style>', '</style>', 'p > a {}'],
  ...[
    '<title>',
    '</title>',
    '<textarea>',
    '</textarea>',
    '<pre>',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\t',
    '\f',
    '\v',
    ' ',
    '\u00a0',
  ],
  ...[
    '&nbsp;',
    '&nbsp',
    '&amp;lt;',
    '&ldquo;',
    '&#160;',
    '&',
    '<',
    '>',
    '</',
    '</>',
    '<1',
    '"',
    "'",
    '/',
    '=',
    '𠮷',
    '\ud842',
  ],
  ...[
    '<svg viewBox="0">',
    '</svg>',
    '<math xlink:href="x">',
    '<select>',
    '<option>',
    '<frameset>',
    '<template>',
    '</template>',
  ],
  ...[
    '<html lang="zh">',
    '<head>',
    '<body class="a">',
    '</body>',
    '</html>',
    '<noscript>',
    '<plaintext>',
    '一、总体要求',
    '甲 乙',
  ],
)

describe('the quick tokens of a page build the tree that parse5 builds', () => {
  const folder = new URL('../fixtures/formats/', import.meta.url)
  it.each(readdirSync(folder).filter((name) => name.endsWith('.html')))('%s', (name) => {
    const page = readFileSync(new URL(name, folder), 'utf8')
    expect(outline(parseQuickly(page))).toBe(outline(parse(page)))
  })

  it('of pieces in any order', () => {
    const pages = fc.array(PIECE, { maxLength: 30 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(pages, (page) => {
        expect(outline(parseQuickly(page))).toBe(outline(parse(page)))
      }),
      { numRuns: 2000 },
    )
  })
})
