/** What is said about damage that could not be undone: id → [Chinese, English]. */
export const messages = {
  'repair.undecided': [
    '“{text}”处文字损坏，原文无法确定（可能是：{candidates}），保持原样。',
    'The text is damaged at “{text}” and may have read {candidates}; it was left as it is.',
  ],
  'repair.unreadable': [
    '“{text}”处文字损坏，无法复原，保持原样。',
    'The text is damaged at “{text}” and cannot be restored; it was left as it is.',
  ],
} as const
