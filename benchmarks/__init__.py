"""Each promise about speed has a script here that prints a ratio, measured in one run on one machine."""
