/** What is said about plan files: id → [Chinese, English]. */
export const messages = {
  'check.yaml-syntax': ['YAML 语法有误（{code}）。', 'The YAML is not well-formed ({code}).'],
  'check.duplicate-key': ['同一个键写了两次。', 'The same key stands here twice.'],
  'check.too-deep': ['嵌套过深，计划文件不会如此，未再检查。', 'Nested deeper than any plan; it was not read further.'],
  'check.alias-bomb': ['别名展开过多，未再检查。', 'The aliases expand too far; it was not read further.'],
  'check.not-a-plan': [
    '不是计划文件：缺少 planVersion 和 document。',
    'This is no plan: it has neither planVersion nor document.',
  ],
  'check.plan-version': [
    '计划格式版本为 {version}，本程序只读版本 1：请用 policyplan parse 由原文件重新生成。',
    'This is plan format {version} and only 1 is read: make the plan anew from its notice with policyplan parse.',
  ],
  'check.plan-version-newer': [
    '计划格式版本为 {version}，本程序只读版本 1：请升级 policyplan。',
    'This is plan format {version} and only 1 is read: update policyplan.',
  ],
  'check.unknown-key': ['没有名为 {key} 的键。', 'There is no key {key} here.'],
  'check.missing-key': ['缺少必填的键：{keys}。', 'A required key is missing: {keys}.'],
  'check.wrong-type': ['值的类型不对，写的是 {found}。', 'The value has the wrong type: {found}.'],
  'check.wrong-value': ['不允许的值 {found}，可用：{allowed}。', 'The value {found} is not one of: {allowed}.'],
  'check.wrong-form': ['值 {found} 的写法不合规定。', 'The value {found} is not in the required form.'],
  'check.empty-value': [
    '{key} 的值为空；未知的内容应当不写这个键。',
    '{key} is empty; a key whose value is unknown is left out.',
  ],
  'check.value-and-range': ['value 与 min、max 不能并用。', 'value cannot stand beside min and max.'],
  'cli.validate.source': ['逐条核对引文与原文是否一致', 'check every quote against this notice'],
  'cli.validate': ['检查计划文件，指出每处错误的行和列', 'check plan files and give each error its line and column'],
  'cli.validate.format': ['输出格式', 'output format'],
  'cli.validate.no-file': [
    '请给出要检查的计划文件，或用 - 表示标准输入。',
    'Name the plan files to check, or - for standard input.',
  ],
  'cli.validate.not-text': ['不是 UTF-8 文本，无法读取。', 'is not UTF-8 text and cannot be read.'],
  'cli.validate.expected': ['应为 {expected}', 'expected {expected}'],
  'cli.validate.fine': ['{files} 个计划文件，全部有效。', '{files} plan file(s), all valid.'],
  'cli.validate.found': [
    '{files} 个计划文件，发现 {findings} 处问题。',
    '{files} plan file(s), {findings} finding(s).',
  ],
  'cli.schema': ['打印计划格式的 JSON Schema', 'print the JSON Schema of plans'],
  'cli.schema.output': ['写入文件', 'write to a file'],
} as const
