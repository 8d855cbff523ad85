import type { ChangeWriter } from '../../types.js'

/** Changes and matches as the library gives them, with the heads of both plans. */
export const writer: ChangeWriter = {
  extension: 'json',
  write({ old, new: fresh, similarity, changes, matches }) {
    return `${JSON.stringify({ old: old.document, new: fresh.document, similarity, changes, matches }, null, 2)}\n`
  },
}
