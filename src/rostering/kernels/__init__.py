"""The few functions that are compiled: plain loops over arrays."""
