"""What people do with role profiles: propose, write, assess, submit, decide, revise, retire."""

from timegiven.library.services.assessing import assess
from timegiven.library.services.deciding import decide
from timegiven.library.services.proposing import propose
from timegiven.library.services.retiring import retire
from timegiven.library.services.submitting import submit
from timegiven.library.services.writing import answer, complete, revise, take_up

__all__ = ["answer", "assess", "complete", "decide", "propose", "retire", "revise", "submit", "take_up"]
