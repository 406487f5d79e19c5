"""The parts that pages are made of: each function prepares what one template of ``ui/components`` shows."""
