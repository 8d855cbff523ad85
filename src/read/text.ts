import type { Reader } from '../types.js'
import { PageBuilder } from './page/builder.js'

/** Plain text: a block a line that is not blank. */
export const reader: Reader = {
  mediaType: 'text/plain',
  takes: 'text',
  read(text) {
    const page = new PageBuilder()
    page.add({ text })
    return page.page('text/plain')
  },
}
