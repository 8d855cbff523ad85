/** What is said about files that cannot be read, or only in part: id → [Chinese, English]. */
export const messages = {
  'read.no-document': [
    '文件不是可识别的文档（内容是 {what}），未作解析。',
    'The file is no document that can be read (its content is {what}).',
  ],
  'read.too-large': ['文件内容超出处理上限，未作解析。', 'The file holds more text than the limit; it was not read.'],
} as const
