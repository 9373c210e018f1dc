import AcmeStages
import Filon
import FilonCommand
import FilonPipeline

await FilonCommand.main(registry: .standard.adding(ExclamationsStage.self))
