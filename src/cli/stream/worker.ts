import { workerData } from 'node:worker_threads'
import { serve } from '../../batch/serve.js'
import { answer } from './answer.js'
import type { Line } from './lines.js'
import type { StreamSettings } from './record.js'

const encoder = new TextEncoder()

serve(
  async ({ bytes, number }: Required<Line>) =>
    encoder.encode(`${await answer(bytes, number, workerData as StreamSettings)}\n`),
  ({ buffer }) => [buffer],
)
