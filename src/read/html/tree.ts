import { html, parse, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { UnreadableError } from '../page/unreadable.js'

/** An element, a piece of text (`tag` is `''`), or what holds the document. */
export interface Node {
  readonly tag: string
  attributes: readonly Token.Attribute[]
  children: readonly Node[]
  parent: Node | null
  text: string
  /** Characters of prose below an element, as `weigh` finds them. */
  weight: number
  /** Whether a reader of the page never sees it, and whether a table stands in it, as `weigh` finds. */
  hidden: boolean
  holdsTable: boolean
}

/** Deeper than any page; browsers stop at 512. */
const DEEPEST = 1000

interface Tree extends TreeAdapterTypeMap<Node, Node, Node, Node, Node, Node, Node, Node, Node, Node> {}

/** What nodes without children or attributes share: an empty array of its own for each would be most of the tree. */
const LEAF: readonly Node[] = []
const BARE: readonly Token.Attribute[] = []

function create(tag: string, attributes: readonly Token.Attribute[], text = ''): Node {
  return {
    tag,
    attributes: attributes.length === 0 ? BARE : attributes,
    children: LEAF,
    parent: null,
    text,
    weight: 0,
    hidden: false,
    holdsTable: false,
  }
}

function attach(parent: Node, node: Node, at = parent.children.length): void {
  if (node.tag === '!') return
  const siblings = parent.children as Node[]
  if (siblings.length === 0) parent.children = [node]
  else if (at === siblings.length) siblings.push(node)
  else siblings.splice(at, 0, node)
  node.parent = parent
}

function addText(parent: Node, text: string, at: number): void {
  const before = parent.children[at - 1]
  if (before?.tag === '') before.text += text
  else attach(parent, create('', BARE, text), at)
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

/** Builds the lean tree: no comments, no places, depth watched as elements open. */
function adapter(noticed: Node[], notice: (node: Node) => boolean): TreeAdapter<Tree> {
  let depth = 0
  const nothing = () => {}
  return {
    createDocument: () => create('#document', []),
    createDocumentFragment: () => create('#fragment', []),
    createElement: (tag, _namespace, attributes) => {
      const node = create(tag, attributes)
      if (notice(node)) noticed.push(node)
      return node
    },
    createCommentNode: () => create('!', BARE),
    createTextNode: (text) => create('', BARE, text),
    appendChild: (parent, node) => attach(parent, node),
    insertBefore: (parent, node, before) => attach(parent, node, parent.children.lastIndexOf(before)),
    insertText: (parent, text) => addText(parent, text, parent.children.length),
    insertTextBefore: (parent, text, before) => addText(parent, text, parent.children.lastIndexOf(before)),
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
}

/** The tree of a page or a fragment of one, and those of its elements that `notice` picks out. */
export function treeOf(text: string, notice: (node: Node) => boolean): { root: Node; noticed: Node[] } {
  const noticed: Node[] = []
  return { root: parse<Tree>(text, { treeAdapter: adapter(noticed, notice) }), noticed }
}

/** The value of an attribute; `''` where there is none. */
export function attributeOf(node: Node, name: string): string {
  for (const attribute of node.attributes) if (attribute.name === name) return attribute.value
  return ''
}
