import { posix } from 'node:path'
import type { Archive } from './unzip.js'
import { attributeOf, scanXml } from './xml.js'

/** Where the parts that a part names are: last word of the relation's type → path. `officeDocument` → word/document.xml */
export function relationsOf(archive: Archive, part: string): Map<string, string> {
  const folder = posix.dirname(part)
  const out = new Map<string, string>()
  const bytes = archive.part(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (!bytes) return out
  scanXml(bytes, {
    open(_name, attributes) {
      const [type, target] = [attributeOf(attributes, 'Type'), attributeOf(attributes, 'Target')]
      if (!type || !target || attributeOf(attributes, 'TargetMode') === 'External') return
      out.set(posix.basename(type), target.startsWith('/') ? target.slice(1) : posix.join(folder, target))
    },
  })
  return out
}
