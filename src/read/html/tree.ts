import { html, Parser, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { UnreadableError } from '../page/unreadable.js'
import { kindOf } from './tags.js'
import { PageTokenizer } from './tokens.js'

/** An element, a piece of text (`tag` is `''`), or what holds the document. */
export interface Node {
  readonly tag: string
  /** The bits of its tag. */
  readonly kind: number
  attributes: readonly Token.Attribute[]
  children: readonly Node[]
  parent: Node | null
  text: string
  /** Characters of prose below an element, as `weigh` finds them. */
  weight: number
  /** Whether a reader of the page never sees it, and whether a table stands in it, as `weigh` finds. */
  hidden: boolean
  holdsTable: boolean
  /** Which of the known containers it is; -1 for another. */
  container: number
  /** Whether it holds the body. */
  body: boolean
}

/** Deeper than any page; browsers stop at 512. */
const DEEPEST = 1000

interface Tree extends TreeAdapterTypeMap<Node, Node, Node, Node, Node, Node, Node, Node, Node, Node> {}

/** What nodes without children or attributes share: an empty array of its own for each would be most of the tree. */
const LEAF: readonly Node[] = []
const BARE: readonly Token.Attribute[] = []

function create(tag: string, attributes: readonly Token.Attribute[], text: string): Node {
  return {
    tag,
    kind: tag === '' ? 0 : kindOf(tag),
    attributes: attributes.length === 0 ? BARE : attributes,
    children: LEAF,
    parent: null,
    text,
    weight: 0,
    hidden: false,
    holdsTable: false,
    container: -1,
    body: false,
  }
}

function append(parent: Node, node: Node): void {
  if (node.tag === '!') return
  if (parent.children.length === 0) parent.children = [node]
  else (parent.children as Node[]).push(node)
  node.parent = parent
}

function insert(parent: Node, node: Node, before: Node): void {
  if (node.tag === '!') return
  const siblings = parent.children as Node[]
  siblings.splice(siblings.lastIndexOf(before), 0, node)
  node.parent = parent
}

function detach(node: Node): void {
  const siblings = node.parent?.children as Node[] | undefined
  if (siblings && siblings.length > 0) siblings.splice(siblings.lastIndexOf(node), 1)
  node.parent = null
}

function adopt(recipient: Node, attributes: Token.Attribute[]): void {
  const names = new Set(recipient.attributes.map(({ name }) => name))
  recipient.attributes = [...recipient.attributes, ...attributes.filter(({ name }) => !names.has(name))]
}

/** What is being built. One adapter serves all pages, since the parser runs faster over functions it has met before. */
let depth = 0
let noticed: Node[] = []
let notice: (node: Node) => boolean = () => false

const nothing = () => {}

/** Builds the lean tree: no comments, no places, depth watched as elements open. */
const ADAPTER: TreeAdapter<Tree> = {
  createDocument: () => create('#document', BARE, ''),
  createDocumentFragment: () => create('#fragment', BARE, ''),
  createElement: (tag, _namespace, attributes) => {
    const node = create(tag, attributes, '')
    if (notice(node)) noticed.push(node)
    return node
  },
  createCommentNode: () => create('!', BARE, ''),
  createTextNode: (text) => create('', BARE, text),
  appendChild: append,
  insertBefore: insert,
  insertText: (parent, text) => {
    const before = parent.children.length > 0 ? parent.children[parent.children.length - 1]! : undefined
    if (before?.tag === '') before.text += text
    else append(parent, create('', BARE, text))
  },
  insertTextBefore: (parent, text, next) => {
    const before = parent.children[parent.children.lastIndexOf(next) - 1]
    if (before?.tag === '') before.text += text
    else insert(parent, create('', BARE, text), next)
  },
  detachNode: detach,
  adoptAttributes: adopt,
  setTemplateContent: nothing,
  getTemplateContent: (template) => template,
  setDocumentType: nothing,
  setDocumentMode: nothing,
  getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
  getFirstChild: (node) => node.children[0] ?? null,
  getChildNodes: (node) => node.children as Node[],
  getParentNode: (node) => node.parent,
  getAttrList: (node) => node.attributes as Token.Attribute[],
  getTagName: (node) => node.tag,
  getNamespaceURI: () => html.NS.HTML,
  getTextNodeContent: (node) => node.text,
  getCommentNodeContent: () => '',
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is Node => node.tag === '',
  isCommentNode: (node): node is Node => node.tag === '!',
  isDocumentTypeNode: (_node): _node is Node => false,
  isElementNode: (node): node is Node => node.tag !== '' && node.tag !== '!',
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: nothing,
  updateNodeSourceCodeLocation: nothing,
  onItemPush: () => {
    if (++depth > DEEPEST) throw new UnreadableError('read.too-deep')
  },
  onItemPop: () => {
    depth--
  },
}

/** The tree of a page or a fragment of one, and those of its elements that `picks` picks out. */
export function treeOf(text: string, picks: (node: Node) => boolean): { root: Node; noticed: Node[] } {
  depth = 0
  noticed = []
  notice = picks
  const parser = new Parser<Tree>({ treeAdapter: ADAPTER })
  parser.tokenizer = new PageTokenizer(parser.options, parser)
  parser.tokenizer.write(text, true)
  return { root: parser.document, noticed }
}

/** The value of an attribute; `''` where there is none. */
export function attributeOf(node: Node, name: string): string {
  for (const attribute of node.attributes) if (attribute.name === name) return attribute.value
  return ''
}
