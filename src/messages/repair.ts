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
  'cli.repair.drop': ['{kind}：{left}[{before}]{right}', '{kind}: {left}[{before}]{right}'],
  'cli.repair.edit': ['{kind}：{left}[{before} → {after}]{right}', '{kind}: {left}[{before} → {after}]{right}'],
  'cli.repair.kind.gloss': ['删去误插的拼音', 'pinyin taken out'],
  'cli.repair.kind.misaligned': ['拼回错位的字节', 'torn bytes put together'],
  'cli.repair.kind.entity': ['转换字符实体', 'reference to a character read'],
  'cli.repair.undecided': [
    '未修复：{left}[{before}]{right}（可能是：{candidates}）',
    'left as it is: {left}[{before}]{right} (perhaps {candidates})',
  ],
  'cli.repair.unreadable': ['未修复：{left}[{before}]{right}', 'left as it is: {left}[{before}]{right}'],
  'cli.repair.open': ['；□ 表示缺失的一个数字或字母', '; □ is a lost digit or letter'],
  'cli.repair.summary': [
    '修复 {edits} 处，另有 {notes} 处无法确定。',
    '{edits|place|places} restored, {notes} left undecided.',
  ],
} as const
