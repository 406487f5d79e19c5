"""The words, documents, places and role profiles of the programme of 2007, as plain Python data."""
