"""A programme to walk round in: made-up people at every stage of the story. Exists only in demonstration mode."""
