import type { RuleInfo } from '../../types.js'

/** Said of a comment or of a line of a baseline that silences nothing. */
export const unusedSilencer: RuleInfo = {
  id: 'unused-silencer',
  severity: 'warning',
  basis: ['实务', 'practice'],
  sentence: ['这里没有可屏蔽的“{rule}”。', 'There is no {rule} here to silence.'],
  why: [
    '问题改好之后，屏蔽还留着，下次真出错就看不见了。',
    'A silencer that outlives its finding hides the next one that is real.',
  ],
}
