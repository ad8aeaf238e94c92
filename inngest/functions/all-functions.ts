import type { InngestFunction } from 'inngest'
import { runLane } from './run-lane'
import { runWorkflow } from './run-workflow'

/** Every function of this installation: the embedded runner and an Inngest server are given the same ones. */
export const allFunctions: readonly InngestFunction.Any[] = [runWorkflow, runLane]
