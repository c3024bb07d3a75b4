"""The CloudFormation of a stage, its packaging and deployment, and the engine that runs it on a laptop."""
