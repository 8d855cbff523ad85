import { type Command, EXIT, UsageError } from '../cli.js'
import { say } from '../messages.js'
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
    const plans: Plan[] = []
    for (const name of names) {
      const plan = await readPlan(name, io, lang)
      if (!plan) return EXIT.failed
      plans.push(plan)
    }
    plans.sort((a, b) => (a.document.year ?? 0) - (b.document.year ?? 0))
    const [{ trend }, { TREND_WRITERS }] = await Promise.all([import('../diff.js'), import('../write/trend/index.js')])
    const writer = await TREND_WRITERS[flags['format'] as keyof typeof TREND_WRITERS]()
    await io.stdout.write(writer.write(trend(plans), { lang, colours: coloursOf(io) }))
    return EXIT.fine
  },
}
