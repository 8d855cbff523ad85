/** What a tag means to a reader of the page, as bits. */
export const BLOCK = 1
/** Not shown as text, or shown only to be clicked. */
export const UNSHOWN = 2
/** Holds a text rather than being a line of it. */
export const HOLDER = 4
/** Says something of the page rather than showing something. */
export const STATES = 8
export const HEADING = 16
export const CELL = 32

const KINDS = new Map<string, number>()

function mark(kind: number, tags: string): void {
  for (const tag of tags.split(' ')) KINDS.set(tag, (KINDS.get(tag) ?? 0) | kind)
}

mark(
  BLOCK,
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table caption tbody thead tfoot tr td th ul ucapcontent ucaptitle',
)
// `xml`: settings that word processors leave in what is pasted from them.
mark(
  UNSHOWN,
  'script style noscript template head title meta link rt rp iframe object embed svg canvas select option textarea input button audio video map nav xml',
)
mark(HOLDER, 'body div td article main section form ucapcontent table tbody tr center')
mark(STATES, 'meta link ucaptitle')
mark(HEADING, 'h1 h2 h3 h4 h5 h6')
mark(CELL, 'td th')

/** The bits of a tag; 0 for one that only marks words up. `p` → BLOCK */
export const kindOf = (tag: string) => KINDS.get(tag) ?? 0
