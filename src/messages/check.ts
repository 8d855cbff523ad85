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
  'check.no-notice': ['文件夹 {folder} 里没有原文 {file}。', 'There is no notice {file} in {folder}.'],
  'check.kind.tasks': ['一项任务', 'a task'],
  'check.kind.indicators': ['一项指标', 'an indicator'],
  'check.kind.references': ['一处引用', 'a reference'],
  'check.kind.deadlines': ['一个时限', 'a deadline'],
  'check.kind.responsible': ['责任单位', 'a responsible unit'],
} as const
