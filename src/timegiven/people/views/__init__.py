"""The pages of people, one file per noun."""
