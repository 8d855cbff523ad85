import { html, Token, Tokenizer, TokenizerMode } from 'parse5'
import { matchAt } from '../../text/match.js'

/** The references that pages are full of; all others are parse5's. */
const REFERENCES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
}
const REFERENCE = new RegExp(`&(${Object.keys(REFERENCES).join('|')});`, 'y')

/** A tag as nearly all are written, its attributes too: 「<td class="zw" width=80 nowrap>」 */
const TAG = /^<(\/?)([A-Za-z][A-Za-z\d:-]*)/
const NAME = '[\\t\\n\\f\\r ]+([A-Za-z][\\w:-]*)'
const VALUE = `"([^"&\\r\\0]*)"|'([^'&\\r\\0]*)'|([^\\s"'<>=&\`/\\0]+)(?!/)`
const ATTRIBUTE = new RegExp(`${NAME}(?:=(?:${VALUE}))?(?=[\\t\\n\\f\\r />])`, 'y')
const TAG_END = /[\t\n\f\r ]*(\/?)>$/y
/** What is longer is no plain tag. */
const LONGEST_TAG = 500

type Tag = Pick<Token.TagToken, 'type' | 'tagName' | 'tagID' | 'attrs' | 'selfClosing'>

/** The tags that were met, as they are written; `null` for one that is not plain. Pages write few tags many times. */
const TAGS = new Map<string, Tag | null>()
const MOST_TAGS = 2000

function tagOf(text: string): Tag | null {
  let tag = TAGS.get(text)
  if (tag === undefined) {
    if (TAGS.size === MOST_TAGS) TAGS.clear()
    // A copy: what is cut from a page would keep all of the page.
    const own = ` ${text}`.slice(1)
    tag = readTag(own)
    TAGS.set(own, tag)
  }
  return tag
}

/** 「<td width="80">」 → td with an attribute */
function readTag(text: string): Tag | null {
  const [start = '', slash, name = ''] = TAG.exec(text) ?? []
  const tagName = name.toLowerCase()
  if (tagName === '' || tagName === 'svg' || tagName === 'math') return null
  const attrs: Token.Attribute[] = []
  let at = start.length
  for (let found = matchAt(ATTRIBUTE, text, at); found; found = matchAt(ATTRIBUTE, text, at)) {
    const name = found[1]!.toLowerCase()
    if (attrs.some((other) => other.name === name)) return null
    attrs.push({ name, value: found[2] ?? found[3] ?? found[4] ?? '' })
    at = ATTRIBUTE.lastIndex
  }
  const end = matchAt(TAG_END, text, at)
  if (!end) return null
  const { END_TAG, START_TAG } = Token.TokenType
  const type = slash ? END_TAG : START_TAG
  return { type, tagName, tagID: html.getTagID(tagName), attrs, selfClosing: end[1] === '/' }
}

/** Where the text of a script or a style ends, or may do so. */
const SCRIPT_END = /<\/script|<!--/gi
const STYLE_END = /<\//g
const COMMENT = /<!--(?!-?>)/y
const COMMENT_END = /--!?>/g

const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13 && code !== 11)
/** Text ends at a tag, a reference, a NUL. */
const endsText = (code: number) => code === 60 || code === 38 || code === 0

const unifyBreaks = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/**
 * parse5's tokenizer, which takes a page character by character, with a quick way over what pages mostly are: text,
 * plain tags, comments, scripts. It gives the same tokens; where the page is not plain, parse5 goes on.
 */
export class PageTokenizer extends Tokenizer {
  protected override emitCurrentTagToken(): void {
    super.emitCurrentTagToken()
    this.#run()
  }

  protected override emitCurrentComment(comment: Token.CommentToken): void {
    super.emitCurrentComment(comment)
    this.#run()
  }

  #run(): void {
    const page = this.preprocessor.html
    let at = this.preprocessor.pos + 1
    for (let from = -1; from !== at; ) {
      from = at
      at = this.#step(page, at)
    }
    this.preprocessor.pos = at - 1
  }

  /** Where the page goes on after what stands at a place: the same place where that is not plain. */
  #step(page: string, at: number): number {
    if (this.state === TokenizerMode.SCRIPT_DATA) return this.#readRaw(page, at, SCRIPT_END)
    if (this.state === TokenizerMode.RAWTEXT) return this.#readRaw(page, at, STYLE_END)
    if (this.state !== TokenizerMode.DATA || this.inForeignNode) return at
    const code = page.charCodeAt(at)
    if (code === 38) return this.#readReference(page, at)
    if (code !== 60) return this.#readText(page, at)
    return page.charCodeAt(at + 1) === 33 ? this.#readComment(page, at) : this.#readTag(page, at)
  }

  #readText(page: string, at: number): number {
    let end = at
    while (end < page.length && !endsText(page.charCodeAt(end))) {
      const start = end
      const blank = isBlank(page.charCodeAt(start))
      for (end++; end < page.length; end++) {
        const code = page.charCodeAt(end)
        if (code <= 60 && (endsText(code) || isBlank(code) !== blank)) break
        if (code > 60 && blank) break
      }
      const chars = page.slice(start, end)
      if (blank) {
        const type = Token.TokenType.WHITESPACE_CHARACTER
        this.handler.onWhitespaceCharacter({ type, chars: unifyBreaks(chars), location: null })
      } else this.#emit(chars)
    }
    return end
  }

  #emit(chars: string): void {
    this.handler.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null })
  }

  #readReference(page: string, at: number): number {
    const reference = matchAt(REFERENCE, page, at)
    if (!reference) return at
    this.#emit(REFERENCES[reference[1]!]!)
    return REFERENCE.lastIndex
  }

  #readRaw(page: string, at: number, ends: RegExp): number {
    const end = matchAt(ends, page, at)?.index ?? at
    const chars = page.slice(at, end)
    if (chars === '' || chars.includes('\0')) return at
    this.#emit(unifyBreaks(chars))
    return end
  }

  #readComment(page: string, at: number): number {
    if (!matchAt(COMMENT, page, at) || !matchAt(COMMENT_END, page, at + 4)) return at
    this.handler.onComment({ type: Token.TokenType.COMMENT, data: '', location: null })
    return COMMENT_END.lastIndex
  }

  #readTag(page: string, at: number): number {
    const most = Math.min(page.length, at + LONGEST_TAG)
    let end = at + 1
    while (end < most && page.charCodeAt(end) !== 62) end++
    const tag = end < most ? tagOf(page.slice(at, ++end)) : null
    if (!tag) return at
    const { type, tagName, tagID, attrs, selfClosing } = tag
    const token: Token.TagToken = { type, tagName, tagID, selfClosing, ackSelfClosing: false, attrs, location: null }
    if (type === Token.TokenType.END_TAG) this.handler.onEndTag(token)
    else {
      this.lastStartTagName = tagName
      this.handler.onStartTag(token)
    }
    return end
  }
}
