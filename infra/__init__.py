"""The CloudFormation of a stage, its packaging and deployment, and the local engine that runs it on a laptop."""
