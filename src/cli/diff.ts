import { type Command, EXIT, UsageError } from '../cli.js'
import { say } from '../messages.js'
import type { Change } from '../types.js'
import { coloursOf } from './diff/colours.js'
import { readPlan } from './diff/plan.js'

const ITEMS: Record<string, Change['item']> = {
  sections: 'section',
  tasks: 'task',
  indicators: 'indicator',
  deadlines: 'deadline',
  responsible: 'responsible',
  references: 'reference',
}

/** `policyplan diff OLD NEW`: what changed from one plan to another. */
export const command: Command = {
  name: 'diff',
  operands: '<old> <new>',
  flags: [
    { flags: '--format <format>', choices: ['text', 'markdown', 'html', 'json', 'csv'], default: 'text' },
    { flags: '--only <items>' },
    { flags: '--min-similarity <share>' },
    { flags: '--context <sentences>', default: '0' },
    { flags: '--exit-code' },
  ],
  examples: [
    'diff 2019.plan.yaml 2020.plan.yaml',
    'diff 2019.txt 2020.html --only indicators,deadlines',
    'diff 2019.plan.yaml 2020.plan.yaml --format html > changes.html',
  ],
  async run([oldName, newName], flags, io, lang) {
    if (oldName === '-' && newName === '-') throw new UsageError(say(lang, 'diff.two-stdin'))
    const items = (flags['only'] as string | undefined)?.split(',').map((item) => {
      if (!Object.hasOwn(ITEMS, item)) throw new UsageError(say(lang, 'diff.bad-only', { item }))
      return ITEMS[item]!
    })
    const share = Number(flags['minSimilarity'] ?? 0.5)
    if (!(share >= 0 && share <= 1)) throw new UsageError(say(lang, 'diff.bad-similarity'))
    const context = Number(flags['context'])
    if (!Number.isInteger(context) || context < 0) throw new UsageError(say(lang, 'diff.bad-context'))
    const [old, fresh] = [await readPlan(oldName!, io, lang), await readPlan(newName!, io, lang)]
    if (!old || !fresh) return EXIT.failed
    const [a, b] = [old, fresh].map(({ document }) => document.source?.sha256)
    if (a !== undefined && a === b && flags['quiet'] !== true)
      await io.stderr.write(`${say(lang, 'diff.same-source', { file: oldName!, other: newName! })}\n`)
    const [{ compare }, { CHANGE_WRITERS }] = await Promise.all([
      import('../diff.js'),
      import('../write/changes/index.js'),
    ])
    const whole = compare(old, fresh, { minSimilarity: share })
    const comparison = items ? { ...whole, changes: whole.changes.filter(({ item }) => items.includes(item)) } : whole
    const writer = await CHANGE_WRITERS[flags['format'] as keyof typeof CHANGE_WRITERS]()
    await io.stdout.write(writer.write(comparison, { lang, colours: coloursOf(io), context }))
    return flags['exitCode'] && comparison.changes.length > 0 ? EXIT.findings : EXIT.fine
  },
}
