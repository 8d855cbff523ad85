import { MESSAGES } from './messages/index.js'
import type { Bilingual } from './types.js'

export type Lang = 'zh' | 'en'

const CATALOGUE: Readonly<Record<string, readonly [zh: string, en: string]>> = Object.assign({}, ...MESSAGES)

/** The sentence of the catalogue with its `{places}` filled: ('zh', 'file-missing', { file }) → 「找不到文件 a.txt …」 */
export function say(lang: Lang, id: string, args: Readonly<Record<string, string | number>> = {}): string {
  const sentence = CATALOGUE[id]?.[lang === 'zh' ? 0 : 1]
  if (sentence === undefined) throw new Error(`no message ${id} in the catalogue`)
  return fillPlaces(sentence, args)
}

type Args = Readonly<Record<string, string | number>>

/** `{n}` is a value, `{n|file|files}` a value with the word that goes with it: 1 file, 2 files. */
const fillPlaces = (sentence: string, args: Args) =>
  sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = args[name]
    if (value === undefined) return whole
    return one === undefined ? String(value) : `${value} ${String(value) === '1' ? one : many}`
  })

/** A sentence that a part brings along, in one language, with its places filled. */
export const fill = (lang: Lang, [zh, en]: Bilingual, args: Args = {}) => fillPlaces(lang === 'zh' ? zh : en, args)

/** The sentence of the catalogue, undefined where it has none: a pattern without words of its own. */
export function sayIfKnown(lang: Lang, id: string): string | undefined {
  return CATALOGUE[id] && say(lang, id)
}

/** The language of messages: `--lang`, else LC_ALL, LC_MESSAGES, LANG. */
export function langOf(option: string | undefined, env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = option ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
