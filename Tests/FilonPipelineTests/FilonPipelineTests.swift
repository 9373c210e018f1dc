// Tests of FilonPipeline.
