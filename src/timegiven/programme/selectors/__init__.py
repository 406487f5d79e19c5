"""What can be asked of the organisation, its documents, its words and its handbook."""

from timegiven.programme.selectors.documents import document_seen_by, documents, documents_seen_by, edition
from timegiven.programme.selectors.handbook import (
    certificates,
    chapters,
    cover_on,
    cover_seen_by,
    policy_values,
    strand,
    strands,
)
from timegiven.programme.selectors.organisation import (
    borough_choices,
    boroughs,
    central_address,
    lines_of,
    lines_on,
    place_called,
    places,
    stations,
    tree_on,
    under_on,
    units_seen_by,
    units_under,
    units_where_people_volunteer,
)
from timegiven.programme.selectors.words import forget, meaning_of, terms

__all__ = [
    "borough_choices",
    "boroughs",
    "central_address",
    "certificates",
    "chapters",
    "cover_on",
    "cover_seen_by",
    "document_seen_by",
    "documents",
    "documents_seen_by",
    "edition",
    "forget",
    "lines_of",
    "lines_on",
    "meaning_of",
    "place_called",
    "places",
    "policy_values",
    "stations",
    "strand",
    "strands",
    "terms",
    "tree_on",
    "under_on",
    "units_seen_by",
    "units_under",
    "units_where_people_volunteer",
]
