import type { Breach, Rule } from '../types.js'
import { createHolder } from './plan/quote.js'
import { everyFact } from './plan/view.js'

export const rule: Rule = {
  id: 'quote-in-task',
  severity: 'error',
  basis: ['计划格式第八节', 'plan format, section 8'],
  sentence: ['任务里没有引文“{quote}”。', 'The task does not hold the quote “{quote}”.'],
  why: ['引文不在任务里，这个事实就失去了依据。', 'A fact whose quote is not in its task has lost what it rests on.'],
  check(view) {
    const holds = createHolder(view)
    return view.tasks.flatMap((at) =>
      everyFact(at)
        .filter(({ fact }) => !holds(at.task, fact))
        .map(
          ({ fact: { quote }, path }): Breach => ({ path: [...path, 'quote'], args: { quote: quote.slice(0, 60) } }),
        ),
    )
  },
}
