import type { RuleInfo } from '../../types.js'

/** Said of a text or quote that the notice does not hold at its span (`--source`). */
export const quoteRule: RuleInfo = {
  id: 'quote',
  severity: 'error',
  basis: [
    '计划格式第八节：引文即原文在 span 处的文字',
    'plan format, section 8: a quote is what the notice says at its span',
  ],
  sentence: ['原文在该处写的是“{found}”。', 'The notice says “{found}” at that span.'],
  why: [
    '引文与原文不符，这个事实就不能再拿原文来证明。',
    'A fact whose quote is not in the notice is not proved by it.',
  ],
}

/** Said of what the notice states and the plan does not (`--source`). */
export const missingRule: RuleInfo = {
  id: 'not-in-plan',
  severity: 'warning',
  basis: ['实务：计划应当完整反映原文', 'practice: a plan tells all that its notice tells'],
  sentence: ['原文此处还有{kind}，计划里没有：“{quote}”。', 'The plan lacks {kind} of the notice: “{quote}”.'],
  why: [
    '删掉的任务和指标不会再有人督办；有意删去的，可以逐处屏蔽。',
    'Nobody follows up what was left out; where that is meant, silence it at its place.',
  ],
}
