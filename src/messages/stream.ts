/** What the stream filter says: id → [Chinese, English]. */
export const messages = {
  'cli.stream': [
    '逐行读入 JSON 记录，逐行输出计划（用于流水线和分布式处理）',
    'turn NDJSON records into plans, line by line',
  ],
  'cli.stream.record-timeout': ['每条记录的时间上限，单位秒', 'how long one record may take, in seconds'],
  'cli.stream.max-line': ['一行的长度上限，单位 MB', 'the longest line, in MB'],
  'stream.no-input': [
    '请从标准输入给出记录，每行一条 JSON，例如 {"id":1,"path":"a.txt"}。',
    'Give records on standard input, one JSON object a line, as in {"id":1,"path":"a.txt"}.',
  ],
  'stream.bad-timeout': [
    '--record-timeout 应为大于 0、不超过 86400 的秒数。',
    '--record-timeout takes seconds, more than 0 and at most 86400.',
  ],
  'stream.bad-json': ['第 {number} 行不是合法的 JSON。', 'line {number} is no JSON.'],
  'stream.bad-utf8': ['第 {number} 行不是合法的 UTF-8。', 'line {number} is no UTF-8.'],
  'stream.no-object': ['第 {number} 行不是 JSON 对象。', 'line {number} is no JSON object.'],
  'stream.long-line': [
    '第 {number} 行超过 {most} MB，未读入；上限由 --max-line 设定。',
    'line {number} is longer than {most} MB and was not read; --max-line raises the limit.',
  ],
  'stream.large-id': [
    'id 是过大的整数，无法原样返回；请改用字符串。',
    'the id is an integer too large to be given back exactly; make it a string.',
  ],
  'stream.no-source': [
    '记录应有 text、path、bytesBase64 三者之一，且只有一个。',
    'a record has exactly one of text, path and bytesBase64.',
  ],
  'stream.no-string': ['{key} 应为字符串。', '{key} must be a string.'],
  'stream.bad-base64': ['bytesBase64 不是合法的 Base64。', 'bytesBase64 is no Base64.'],
  'stream.timeout': [
    '解析超过 {seconds} 秒，已中止；上限由 --record-timeout 设定。',
    'it took longer than {seconds} s and was given up; --record-timeout raises the limit.',
  ],
  'stream.crashed': ['解析需要的内存超过上限，已中止。', 'it took more memory than the limit and was given up.'],
} as const
