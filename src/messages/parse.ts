/** What is said about a text on its way to a plan: id → [Chinese, English]. */
export const messages = {
  'doubled-body': ['正文在页面中出现两次，只解析一次。', 'The page holds the whole body twice; it was read once.'],
  'no-title': ['没有找到标题。', 'No title was found.'],
  'title-of-file': [
    '正文中没有标题“{text}”，取自文件名，请核对。',
    'The text does not say the title {text}; it is that of the file name, check it.',
  ],
  'stray-bytes': [
    '有 {count} 处字节不是合法的 {encoding}，已换成 U+FFFD；请核对该处文字，或用 --encoding 指定编码。',
    '{count|byte is|bytes are} no valid {encoding} and became U+FFFD; check the words there, or name the encoding with --encoding.',
  ],
  'ordinal-gap': ['序号不连续：{before} 之后是 {marker}。', 'The numbering skips: {marker} follows {before}.'],
  'ordinal-repeat': ['序号重复：{before} 之后又是 {marker}。', 'The numbering repeats: {marker} follows {before}.'],
  'no-sections': [
    '没有找到层次序数，全文按段落列为任务。',
    'No numbered sections were found; the paragraphs are the tasks.',
  ],
} as const
