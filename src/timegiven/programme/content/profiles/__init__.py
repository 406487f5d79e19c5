"""The role profiles of the programme's library, and three proposals that were rightly turned down."""

from .administration import ADMINISTRATION
from .events import EVENTS
from .liaison import LIAISON
from .media import MEDIA
from .monitoring import MONITORING
from .neighbourhood import NEIGHBOURHOOD
from .proposals import FAILED_PROPOSALS
from .public_contact import PUBLIC_CONTACT
from .research import RESEARCH
from .spec import CATEGORIES, CONTRIBUTIONS, QUESTIONS, VETTING_LEVELS, Hazard, ProfileSpec, ProposalSpec
from .specialist import SPECIALIST

__all__ = [
    "CATEGORIES",
    "CONTRIBUTIONS",
    "FAILED_PROPOSALS",
    "PROFILES",
    "QUESTIONS",
    "VETTING_LEVELS",
    "Hazard",
    "ProfileSpec",
    "ProposalSpec",
]

# Sources: the examples in the MVP Guide of 2007 ("About Volunteers" and "Future development"), clauses 10 to 13
# and 67; everything else is the programme's own wording, for demonstration.
PROFILES: tuple[ProfileSpec, ...] = (
    ADMINISTRATION + PUBLIC_CONTACT + NEIGHBOURHOOD + MONITORING + LIAISON + RESEARCH + SPECIALIST + MEDIA + EVENTS
)
