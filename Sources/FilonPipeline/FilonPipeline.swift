// FilonPipeline
