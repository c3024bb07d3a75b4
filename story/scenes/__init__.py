"""What is done and looked at in each scene: a function that takes the tale and answers what was seen."""
