"""The pages of attendance."""
