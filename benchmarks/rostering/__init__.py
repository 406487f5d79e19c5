"""How good the planner's plans are, how fast they come, and what is proved of them."""
