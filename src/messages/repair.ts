/** What is said about damage and its repair: id → [Chinese, English]. */
export const messages = {
  'repair.undecided': [
    '“{text}”处文字损坏，原文无法确定（可能是：{candidates}），保持原样。',
    'The text is damaged at “{text}” and may have read {candidates}; it was left as it is.',
  ],
  'repair.unreadable': [
    '“{text}”处文字损坏，无法复原，保持原样。',
    'The text is damaged at “{text}” and cannot be restored; it was left as it is.',
  ],
  'repair.lost': [
    '全文有 {count} 个问号，疑为另一种损坏，问号处未作修复。',
    'The text has {count} question marks, more than the known damage leaves; nothing was restored at them.',
  ],
  'cli.repair': ['输出修复后的原文', 'print the text with its damage undone'],
  'cli.repair.explain': ['逐处列出修改', 'list every edit in context'],
  'cli.repair.edit': ['{kind}：{left}[{before} → {after}]{right}', '{kind}: {left}[{before} → {after}]{right}'],
  'cli.repair.kind.gloss': ['误插的拼音', 'pinyin put in'],
  'cli.repair.kind.misaligned': ['错位的字节', 'bytes torn apart'],
  'cli.repair.kind.entity': ['未转换的字符实体', 'reference never read'],
  'cli.repair.summary': [
    '修复 {edits} 处，另有 {notes} 处无法确定。',
    '{edits|place|places} restored, {notes} left undecided.',
  ],
} as const
