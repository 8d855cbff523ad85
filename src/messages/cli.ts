/** What the command line says: id → [Chinese, English]. */
export const messages = {
  'cli.summary': [
    '把政策文件（要点、通知、意见、方案、规划、报告、简报）转换成结构化的计划。',
    'Turns Chinese policy documents into structured plans.',
  ],
  'cli.lang': ['提示语言，不指定时按系统语言', 'language of messages; without it, that of the locale'],
  'cli.quiet': ['只输出结果，不显示提示', 'print the result only'],
  'cli.help': ['显示帮助', 'show help'],
  'cli.version': ['显示版本', 'show the version'],
  'cli.examples': ['示例：', 'Examples:'],
  'cli.usage': ['用法：', 'Usage:'],
  'cli.options': ['选项：', 'Options:'],
  'cli.commands': ['命令：', 'Commands:'],
  'cli.unknown-option': ['没有“{what}”这个选项。', 'There is no option “{what}”.'],
  'cli.unknown-command': ['没有“{what}”这个命令。', 'There is no command “{what}”.'],
  'cli.missing-argument': ['缺少参数“{what}”。', 'The argument “{what}” is missing.'],
  'cli.missing-value': ['选项“{what}”后面缺少取值。', 'The option “{what}” needs a value.'],
  'cli.bad-value': [
    '选项 {what} 的取值“{value}”不对，可选：{choices}。',
    '{what} does not take “{value}”; it takes {choices}.',
  ],
  'cli.did-you-mean': ['是不是想写 {meant}？', 'Did you mean {meant}?'],
  'cli.terminal': ['正在读取终端输入，按 {keys} 结束。', 'Reading from the terminal; {keys} ends it.'],
  'cli.see-help': [
    '执行 policyplan {command}--help 查看用法。',
    'Run policyplan {command}--help to see how it is used.',
  ],
  'cli.choices': ['可选：{choices}', 'choices: {choices}'],
  'cli.default': ['默认：{value}', 'default: {value}'],
} as const
