"""Questions about names: a live object in, facts out. Nothing here runs the learner's code."""
