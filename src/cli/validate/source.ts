import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { everyFact, viewOf } from '../../check/plan/view.js'
import { missingFrom } from '../../check/source/missing.js'
import { quoteRule } from '../../check/source/rules.js'
import type { Io } from '../../cli.js'
import type { Lang } from '../../messages.js'
import { examine, open, prepare } from '../../parse.js'
import { fromCodePoints } from '../../text/place.js'
import { loadScript, simplify } from '../../text/script.js'
import { normalise } from '../../text/width.js'
import type { ParseOptions, Path, Plan, Remark } from '../../types.js'
import { readInput } from '../input/file.js'

export type Inspect = (plan: Plan) => Promise<Remark[]>

/** Lays plans beside their notice, or each beside the one of a folder that it names as its source. */
export async function createInspect(source: string, options: ParseOptions, io: Io, lang: Lang): Promise<Inspect> {
  const status = source === '-' ? undefined : await stat(resolve(io.cwd, source)).catch(() => undefined)
  if (!status?.isDirectory()) {
    const bytes = await readInput(source, io)
    return async (plan) => compareWithNotice(plan, bytes, { ...options, file: source }, lang)
  }
  return async (plan) => {
    const name = plan.document.source.file
    for (const part of name === undefined ? [] : [name, basename(name)]) {
      const path = join(source, part)
      const bytes = await readInput(path, io).catch(() => undefined)
      if (bytes) return compareWithNotice(plan, bytes, { ...options, file: path }, lang)
    }
    const key = name === undefined ? [] : ['file']
    return [
      {
        id: 'no-notice',
        path: ['document', 'source', ...key],
        at: 'value',
        args: { file: name ?? '?', folder: source },
      },
    ]
  }
}

/** Says of each text and quote of a plan whether its notice says it at its span, and what else the notice says. */
export async function compareWithNotice(
  plan: Plan,
  bytes: Uint8Array,
  options: ParseOptions,
  lang: Lang,
): Promise<Remark[]> {
  const { encoding } = plan.document.source
  const page = await open(bytes, { encoding, ...options }).catch(() => open(bytes, options))
  await prepare(page)
  await loadScript('為', 'simplified')
  const examined = examine(page, options)
  const { mended, source } = examined
  const cut = fromCodePoints(page.text)
  const said = ([start, end]: readonly [number, number]) => {
    const span = mended.after(cut([start, end]))
    return normalise(source.shown.slice(span.start, span.end))
  }
  const remarks: Remark[] = []
  const compareQuote = (quote: string, span: readonly [number, number], path: Path) => {
    const found = said(span)
    if (found !== simplify(quote))
      remarks.push({ id: quoteRule.id, path, at: 'value', args: { found: found.slice(0, 60) } })
  }
  const view = viewOf(plan)
  for (const at of view.tasks) {
    compareQuote(at.task.text, at.task.span, [...at.path, 'text'])
    for (const { fact, path } of everyFact(at)) compareQuote(fact.quote, fact.span, [...path, 'quote'])
  }
  return [...remarks, ...missingFrom(view, viewOf(examined.plan), lang)]
}
