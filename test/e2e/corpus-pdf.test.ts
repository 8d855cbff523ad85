import { holdLaws } from '../real.js'

// A child process reads each of them, long ones for seconds.
holdLaws(/\.pdf$/, 300_000)
