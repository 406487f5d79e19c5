"""Make a whole programme of people who do not exist, in the order of the story; the same dice, the same people."""

from collections.abc import Iterator

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.demonstration.make import (
    agreeing,
    applicants,
    classes,
    coming,
    committee,
    earlier,
    evidence,
    expenses,
    handbook,
    histories,
    ideas,
    joining,
    leaving,
    ledger,
    meetings,
    people,
    placements,
    profiles,
    recruiting,
    reports,
    risks,
    rota,
    sessions,
    staff,
    steering,
    thanks,
    training,
    units,
    visits,
    welcoming,
    worries,
)
from timegiven.demonstration.make.stage import Stage

STORY = (
    ("stations and units", units),
    ("the handbook", handbook),
    ("staff", staff),
    ("role profiles", profiles),
    ("requests and copies", histories),
    ("risk assessments", risks),
    ("the Steering Group", steering),
    ("volunteers", people),
    ("how they joined", joining),
    ("applications", applicants),
    ("papers and meetings", evidence),
    ("training", training),
    ("courses and their sessions", classes),
    ("placements", placements),
    ("days and times", agreeing),
    ("first days", welcoming),
    ("sessions", sessions),
    ("the months before", earlier),
    ("the ledger", ledger),
    ("session reports", reports),
    ("comings and goings", visits),
    ("the next four weeks", coming),
    ("wishes, days away and drafts", rota),
    ("claims", expenses),
    ("thanks", thanks),
    ("what became of ideas", ideas),
    ("worries and talks", worries),
    ("meetings of volunteers", meetings),
    ("who would like to hear of recruitment", recruiting),
    ("farewells", leaving),
    ("what a committee is told", committee),
)


def rows_expected(stage: Stage) -> int:
    """About how many rows will be written, for the progress bar."""
    return 5_500 + stage.size.volunteers * 92 + stage.size.reports * 9


def make(stage: Stage) -> Iterator[str]:
    """Make everything or nothing, saying what comes next; the last word is in the audit trail."""
    with transaction.atomic():
        for title, part in STORY:
            yield title
            part.make(stage)
        stage.pourer.finish()
        audit.record("demonstration made", of=stage.force, by=None, at=stage.at, why=f"seed {stage.seed}")
