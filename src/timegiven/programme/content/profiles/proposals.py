"""Three proposals that go no further, one for each question that was answered Yes."""

from .spec import ProposalSpec

FAILED_PROPOSALS: tuple[ProposalSpec, ...] = (
    ProposalSpec(
        "NO-01",
        "Witness statement taker",
        "CID",
        "Take statements from witnesses on quiet afternoons.",
        ("Ask witnesses what they saw.", "Write the statement on an MG11.", "Sign the statement as taken."),
        1,
        "A statement for court is taken by someone who answers for it under the law, so this cannot be a "
        "volunteer's task. Tea, maps and the waiting room could be.",
    ),
    ProposalSpec(
        "NO-02",
        "Weekend crime report typist",
        "CJU",
        "Type the crime reports that wait after each weekend.",
        ("Read the handwritten reports.", "Type them on CRIS.", "Pass them to the supervisor."),
        2,
        "The unit types these reports on Saturday overtime today. That they are late does not make them a "
        "volunteer's task.",
    ),
    ProposalSpec(
        "NO-03",
        "Front counter clerk",
        "FC",
        "Stand in for the counter clerk on Thursdays.",
        ("Take reports of lost property.", "Book found property in.", "Issue receipts."),
        3,
        "Every one of these tasks stands in the counter clerk's paid job description, so it would replace a job. "
        "Front counter triage might suit instead.",
    ),
)
