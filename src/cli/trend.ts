import { type Command, EXIT, UsageError } from '../cli.js'
import { type Lang, say } from '../messages.js'
import type { Plan } from '../types.js'
import { coloursOf } from './diff/colours.js'
import { readPlan } from './diff/plan.js'

/** `policyplan trend PLAN…`: three or more years in one table, in the order of their years. */
export const command: Command = {
  name: 'trend',
  operands: '<plan...>',
  flags: [{ flags: '--format <format>', choices: ['text', 'markdown', 'html', 'json', 'csv'], default: 'text' }],
  examples: ['trend 2019.plan.yaml 2020.plan.yaml 2021.plan.yaml', 'trend 20*.plan.yaml --format html > trend.html'],
  async run(names, flags, io, lang) {
    if (names.length < 3) throw new UsageError(say(lang, 'trend.few'))
    const read: { name: string; plan: Plan }[] = []
    for (const name of names) {
      const plan = await readPlan(name, io, lang)
      if (!plan) return EXIT.failed
      read.push({ name, plan })
    }
    read.sort((a, b) => (a.plan.document.year ?? 0) - (b.plan.document.year ?? 0))
    if (flags['quiet'] !== true) await io.stderr.write(sayTwice(read, lang))
    const plans = read.map(({ plan }) => plan)
    const [{ trend }, { TREND_WRITERS }] = await Promise.all([import('../diff.js'), import('../write/trend/index.js')])
    const writer = await TREND_WRITERS[flags['format'] as keyof typeof TREND_WRITERS]()
    await io.stdout.write(writer.write(trend(plans), { lang, colours: coloursOf(io) }))
    return EXIT.fine
  },
}

/** Names the plans that are of the same year as the one before them. */
function sayTwice(read: readonly { name: string; plan: Plan }[], lang: Lang): string {
  const lines = read.slice(1).flatMap(({ name, plan }, i) => {
    const { name: other, plan: before } = read[i]!
    if (plan.document.source?.sha256 !== undefined && plan.document.source.sha256 === before.document.source?.sha256)
      return `${say(lang, 'diff.same-source', { file: other, other: name })}\n`
    const { year } = plan.document
    if (year === undefined || year !== before.document.year) return []
    return `${say(lang, 'trend.same-year', { file: other, other: name, year })}\n`
  })
  return lines.join('')
}
